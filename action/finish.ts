import { existsSync, readFileSync, rmSync } from 'node:fs';
import { errorText, PgveilError } from '../src/errors.ts';
import type { Report } from '../src/report/model.ts';
import { version } from '../src/cli/version.ts';
import type { ArtifactClient } from './artifact.ts';
import type { Commented } from './comment/comment.ts';
import { failureText } from './failure.ts';
import { readInputs, type InputReader, type Inputs } from './inputs.ts';
import { proxyFiles, type ProxyFiles } from './proxy-files.ts';
import { stopProxy, type StopOutcome } from './proxy-stop.ts';
import { stopRemote } from './remote-stop.ts';
import { hasReceipt, writeReceipt } from './receipt.ts';
import { readState, type State, type StateStore } from './state.ts';
import { uploadEvidence } from './upload-evidence.ts';

/** What a job has left to be judged. */
export interface FinishedRun {
  readonly inputs: Inputs;
  readonly state: State;
  readonly files: ProxyFiles;
  /** What is known to be wrong already. */
  readonly problems: readonly PgveilError[];
}

/** What a judge made of a run. */
export interface Judgement {
  readonly report: Report;
  /** Why the job fails, whatever its inputs say. */
  readonly problems: readonly PgveilError[];
  /** Why the gate does not let the job pass; only said with `warn-only`. */
  readonly gate: PgveilError | undefined;
}

export interface PostCore extends InputReader, StateStore {
  info(message: string): void;
  notice(message: string): void;
  warning(message: string): void;
  setFailed(message: string): void;
}

export interface PostContext {
  readonly core: PostCore;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly workspace: string;
  /** How long the proxy may take to drain and sign its audit, in milliseconds. */
  readonly grace: number;
  readonly artifactClient: () => Promise<ArtifactClient>;
  /** Verifies the audit, runs the gate and writes summary and annotations. */
  readonly judge: (run: FinishedRun) => Promise<Judgement>;
  /** Says on the pull request what the run came to. Never rejects. */
  readonly comment: (run: Commented) => Promise<void>;
}

const stopProblem: Readonly<Record<StopOutcome, string | undefined>> = {
  stopped: undefined,
  'was-dead': 'The proxy was gone before the job ended: what the agent did after that is not on record.',
  killed: 'The proxy did not end when asked and was killed: its audit has no signed end.',
};

/** A judge that fails has not let the job pass; the audit is uploaded all the same. */
const judged = async (context: PostContext, run: FinishedRun): Promise<Judgement> => {
  try {
    return await context.judge(run);
  } catch (error) {
    const problem = new PgveilError('PGVEIL_GATE', `The gate could not reach a verdict: ${errorText(error)}`, { cause: error });
    const problems = [...run.problems, problem];
    const report = { version, policy: run.inputs.policyName, verdict: undefined, observed: undefined, problems };
    return { report, problems: [problem], gate: undefined };
  }
};

const stop = async ({ core, grace }: PostContext, { proxy, directory }: State, files: ProxyFiles): Promise<StopOutcome> =>
  proxy.kind === 'child'
    ? stopProxy(proxy.pid, directory, grace)
    : stopRemote(proxy, files, (error) => {
        core.info(failureText(error));
      });

/** What the proxy said last, where this step can see it. */
const lastWords = ({ log }: ProxyFiles): string =>
  existsSync(log) ? `The proxy's log:\n${readFileSync(log, 'utf8').slice(-10_000)}` : '';

/**
 * Ends the proxy, judges what the job left, and fails the job where there is a reason to. Runs on success, failure
 * and cancel; a second run does nothing.
 */
export const finish = async (context: PostContext): Promise<void> => {
  const { core } = context;
  const state = readState(core);
  if (state === undefined) {
    core.info('This step has left no proxy: there is nothing to finish.');
    return;
  }
  const files = proxyFiles(state.directory);
  if (hasReceipt(files, state)) {
    core.info('pgveil has finished this job already.');
    return;
  }
  const outcome = await stop(context, state, files);
  rmSync(files.ready, { force: true });
  if (!state.ready) {
    core.info('pgveil was not ready when the job ended: there is no verdict.');
    return;
  }
  const inputs = readInputs(core, context.workspace);
  const stopped = stopProblem[outcome];
  const problems: PgveilError[] = [];
  if (stopped !== undefined) {
    core.info(lastWords(files));
    problems.push(new PgveilError('PGVEIL_PROXY', stopped, { remedy: 'The log of this step has what the proxy said last.' }));
  }
  const { report, gate, ...judgement } = await judged(context, { inputs, state, files, problems: [...problems] });
  problems.push(...judgement.problems);
  const { url, problem } = await uploadEvidence(context, inputs, files);
  if (problem !== undefined) problems.push(problem);
  const said = problem === undefined ? report : { ...report, problems: [...report.problems, problem] };
  await context.comment({ inputs, report: said, audit: url });
  writeReceipt(files, state);
  for (const one of problems) core.setFailed(failureText(one));
  if (gate === undefined) return;
  if (inputs.warnOnly) core.warning(failureText(gate));
  else core.setFailed(failureText(gate));
};
