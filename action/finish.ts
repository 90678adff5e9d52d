import { existsSync, readFileSync, rmSync } from 'node:fs';
import { errorText, PgveilError } from '../src/errors.ts';
import { uploadFiles, type ArtifactClient } from './artifact.ts';
import { failureText } from './failure.ts';
import { readInputs, type InputReader, type Inputs } from './inputs.ts';
import { proxyFiles, type ProxyFiles } from './proxy-files.ts';
import { stopProxy, type StopOutcome } from './proxy-stop.ts';
import { hasReceipt, writeReceipt } from './receipt.ts';
import { readState, type State, type StateStore } from './state.ts';

/** What a job has left to be judged. */
export interface FinishedRun {
  readonly inputs: Inputs;
  readonly state: State;
  readonly files: ProxyFiles;
  /** What is known to be wrong already. */
  readonly problems: readonly PgveilError[];
}

export interface PostCore extends InputReader, StateStore {
  info(message: string): void;
  notice(message: string): void;
  setFailed(message: string): void;
}

export interface PostContext {
  readonly core: PostCore;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly workspace: string;
  /** How long the proxy may take to drain and sign its audit, in milliseconds. */
  readonly grace: number;
  readonly artifactClient: () => Promise<ArtifactClient>;
  /** Verifies the audit, runs the gate and writes summary and annotations; each problem is a reason to fail. */
  readonly judge: (run: FinishedRun) => Promise<PgveilError[]>;
}

const stopProblem: Readonly<Record<StopOutcome, string | undefined>> = {
  stopped: undefined,
  'was-dead': 'The proxy was gone before the job ended: what the agent did after that is not on record.',
  killed: 'The proxy did not end when asked and was killed: its audit has no signed end.',
};

const upload = async (context: PostContext, inputs: Inputs, files: ProxyFiles): Promise<PgveilError | undefined> => {
  if (!inputs.uploadAudit) return undefined;
  try {
    const outcome = await uploadFiles({
      environment: context.environment,
      client: context.artifactClient,
      directory: files.directory,
      files: [files.audit, files.verdict].filter((file) => existsSync(file)),
      retentionDays: inputs.retentionDays,
    });
    if (outcome.kind === 'uploaded') context.core.info(`The audit is in the artifact ${outcome.name}.`);
    else
      context.core.notice(
        `The audit was not uploaded: ${outcome.reason}. It is at ${files.audit} on the runner until the job ends.`,
      );
    return undefined;
  } catch (error) {
    return new PgveilError('PGVEIL_AUDIT', `The audit could not be uploaded: ${errorText(error)}`, {
      remedy: 'Run the job again, or set `upload-audit: false` and keep the file of the output `audit-file` yourself.',
      cause: error,
    });
  }
};

/** A judge that fails has not let the job pass; the audit is uploaded all the same. */
const judged = async (context: PostContext, run: FinishedRun): Promise<PgveilError[]> => {
  try {
    return await context.judge(run);
  } catch (error) {
    return [new PgveilError('PGVEIL_GATE', `The gate could not reach a verdict: ${errorText(error)}`, { cause: error })];
  }
};

/**
 * Ends the proxy, judges what the job left, and fails the job where there is a reason to. Runs on success, failure
 * and cancel; a second run does nothing.
 */
export const finish = async (context: PostContext): Promise<void> => {
  const { core } = context;
  const state = readState(core);
  if (state === undefined) {
    core.info('pgveil did not start in this job: there is nothing to finish.');
    return;
  }
  const files = proxyFiles(state.directory);
  if (hasReceipt(files, state)) {
    core.info('pgveil has finished this job already.');
    return;
  }
  const outcome = await stopProxy(state.pid, state.directory, context.grace);
  rmSync(files.ready, { force: true });
  if (!state.ready) {
    core.info('pgveil was not ready when the job ended: there is no verdict.');
    return;
  }
  const inputs = readInputs(core, context.workspace);
  const stopped = stopProblem[outcome];
  const problems: PgveilError[] = [];
  if (stopped !== undefined) {
    core.info(`The proxy's log:\n${readFileSync(files.log, 'utf8').slice(-10_000)}`);
    problems.push(new PgveilError('PGVEIL_PROXY', stopped, { remedy: 'The log of this step has what the proxy said last.' }));
  }
  problems.push(...(await judged(context, { inputs, state, files, problems: [...problems] })));
  const notUploaded = await upload(context, inputs, files);
  if (notUploaded !== undefined) problems.push(notUploaded);
  writeReceipt(files, state);
  for (const problem of problems) core.setFailed(failureText(problem));
};
