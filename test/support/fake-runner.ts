import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parse } from 'yaml';
import { makeStepFiles } from './runner-files.ts';
import { createRunnerLog, type Annotation } from './runner-log.ts';

/** A step: an action by its directory, a command line, or a function where a test has to meddle. */
export type Step = { readonly name: string } & (
  | { readonly uses: string; readonly with?: Readonly<Record<string, string>>; readonly env?: Readonly<Record<string, string>> }
  | { readonly run: readonly string[]; readonly env?: Readonly<Record<string, string>> }
  | { readonly call: (environment: Readonly<Record<string, string>>, job: RunningJob) => Promise<void> | void }
);

export interface RunningJob {
  readonly workspace: string;
  readonly temp: string;
  /** Cancels the job as a user would: the step that runs gets SIGINT, later steps are skipped, posts run. */
  cancel(): void;
}

export interface JobOptions {
  readonly steps: readonly Step[];
  /** Fills the workspace before the first step. */
  readonly checkout?: (workspace: string) => void;
  /** What fake GitHub gives: the token endpoints, by `FakeGithub.environment`. */
  readonly service?: Readonly<Record<string, string>>;
  /** Values that `secrets.*` has: masked from the start. */
  readonly secrets?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** `github.token`; masked. */
  readonly token?: string;
  /** The leg of a matrix that this job is. */
  readonly matrix?: Readonly<Record<string, unknown>>;
  /** The payload of the event, at GITHUB_EVENT_PATH. */
  readonly event?: unknown;
  readonly echo?: (line: string) => void;
  /** Cancels when aborted. */
  readonly cancel?: AbortSignal;
  /** Whose the job's directories are, and what goes before every command, so that it runs as that user. */
  readonly runAs?: { readonly uid: number; readonly gid: number; readonly prefix: readonly string[] };
  /** Runs each post step this often. */
  readonly postRuns?: number;
}

export interface StepResult {
  readonly name: string;
  readonly stage: 'main' | 'post';
  readonly exitCode: number;
  readonly milliseconds: number;
  readonly state: Readonly<Record<string, string>>;
  readonly summary: string;
}

export interface JobResult {
  readonly conclusion: 'success' | 'failure' | 'cancelled';
  readonly steps: readonly StepResult[];
  /** Outputs of each main step by its name; the runner drops those that a post step sets. */
  readonly outputs: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** The environment that steps got through GITHUB_ENV. */
  readonly env: Readonly<Record<string, string>>;
  readonly log: string;
  readonly masks: readonly string[];
  readonly annotations: readonly Annotation[];
  readonly summary: string;
  /** Command lines of processes that were left over and ended by the runner. */
  readonly orphans: readonly string[];
  readonly workspace: string;
  readonly temp: string;
  /** Removes the job's directories. */
  remove(): void;
}

interface ActionFile {
  readonly inputs?: Record<string, { default?: string | number | boolean }>;
  readonly runs: { readonly using: string; readonly main: string; readonly post?: string };
}

/** The default of an input, with the two expressions that action.yml may hold there evaluated. */
const defaultOf = (value: string | number | boolean | undefined, { token = '', matrix }: JobOptions): string =>
  String(value ?? '').replaceAll(/\$\{\{\s*(.*?)\s*\}\}/g, (_, expression: string) => {
    if (expression === 'github.token') return token;
    if (expression === 'toJSON(matrix)') return JSON.stringify(matrix ?? null, undefined, 2);
    throw new Error(`the fake runner does not know ${expression}`);
  });

/** Processes of the job that are still there, found by the RUNNER_TRACKING_ID in their environment (Linux). */
const endOrphans = (trackingId: string): string[] => {
  if (process.platform !== 'linux') return [];
  const ended: string[] = [];
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry) || Number(entry) === process.pid) continue;
    try {
      if (!readFileSync(`/proc/${entry}/environ`, 'utf8').includes(`RUNNER_TRACKING_ID=${trackingId}`)) continue;
      const commandLine = readFileSync(`/proc/${entry}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
      if (commandLine === '') continue;
      ended.push(commandLine);
      process.kill(Number(entry), 'SIGKILL');
    } catch {
      // Gone meanwhile, or another user's.
    }
  }
  return ended;
};

/** Runs a job as actions/runner does: main of each step, then the posts in reverse, each a fresh process. */
export const runJob = async (options: JobOptions): Promise<JobResult> => {
  const home = mkdtempSync(join(tmpdir(), 'pgveil-runner-'));
  const [workspace, temp, files] = ['workspace', 'temp', 'files'].map((name) => join(home, name)) as [string, string, string];
  for (const directory of [workspace, temp, files]) mkdirSync(directory);
  options.checkout?.(workspace);
  /** Gives everything below a path to the job's user. */
  const own = (path: string): void => {
    if (options.runAs === undefined) return;
    const { uid, gid } = options.runAs;
    const below = readdirSync(path, { recursive: true, encoding: 'utf8' }).map((name) => join(path, name));
    for (const entry of [path, ...below]) chownSync(entry, uid, gid);
  };
  const trackingId = `github_${crypto.randomUUID()}`;
  const log = createRunnerLog(
    [...(options.secrets ?? []), ...(options.token === undefined ? [] : [options.token])],
    options.echo,
  );
  const eventPath = join(home, 'event.json');
  writeFileSync(eventPath, JSON.stringify(options.event ?? {}));
  own(home);
  const exported: Record<string, string> = {};
  const added: string[] = [];
  const outputs: Record<string, Record<string, string>> = {};
  const results: StepResult[] = [];
  const posts: { name: string; entry: string; environment: Record<string, string>; state: Record<string, string> }[] = [];
  const thrown: unknown[] = [];
  let failed = false;
  let cancelled = false;
  let interrupt = (): void => undefined;
  const cancel = (): void => {
    cancelled = true;
    interrupt();
  };
  options.cancel?.addEventListener('abort', cancel, { once: true });

  const base = (): Record<string, string> => ({
    PATH: [...added, process.env['PATH'] ?? ''].join(':'),
    HOME: home,
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_API_URL: 'https://api.github.com',
    GITHUB_REPOSITORY: 'octo-org/shop',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_EVENT_PATH: eventPath,
    GITHUB_WORKFLOW: 'agent',
    GITHUB_WORKFLOW_REF: 'octo-org/shop/.github/workflows/agent.yml@refs/heads/main',
    GITHUB_JOB: 'agent',
    GITHUB_RUN_ID: '19000000001',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_WORKSPACE: workspace,
    RUNNER_TEMP: temp,
    RUNNER_OS: 'Linux',
    RUNNER_TRACKING_ID: trackingId,
    ...options.environment,
    ...exported,
  });

  const start = async (
    name: string,
    stage: 'main' | 'post',
    words: readonly string[],
    environment: Record<string, string>,
  ): Promise<{ exitCode: number; state: Record<string, string> }> => {
    const stepFiles = makeStepFiles(join(files, String(results.length)));
    own(join(files, String(results.length)));
    const [command = '', ...args] = [...(options.runAs?.prefix ?? []), ...words];
    const began = performance.now();
    const child = spawn(command, args, {
      cwd: workspace,
      env: { ...base(), ...environment, ...stepFiles.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    interrupt = () => child.kill('SIGINT');
    if (cancelled && stage === 'main') interrupt();
    for (const stream of [child.stdout, child.stderr])
      createInterface({ input: stream }).on('line', (line) => {
        log.line(line);
      });
    const [code] = (await once(child, 'close')) as [number | null];
    interrupt = () => undefined;
    Object.assign(exported, stepFiles.env());
    added.unshift(...stepFiles.path());
    if (stage === 'main') outputs[name] = stepFiles.output();
    const exitCode = code ?? 1;
    const state = stepFiles.state();
    const milliseconds = performance.now() - began;
    results.push({ name, stage, exitCode, milliseconds, state, summary: stepFiles.summary() });
    if (exitCode !== 0) failed = true;
    return { exitCode, state };
  };

  const use = async (step: Extract<Step, { uses: string }>): Promise<void> => {
    const action = parse(readFileSync(join(step.uses, 'action.yml'), 'utf8')) as ActionFile;
    const inputs = Object.entries(action.inputs ?? {}).map(
      ([input, { default: value }]) => [input, defaultOf(value, options)] as const,
    );
    const given = Object.entries({ ...Object.fromEntries(inputs), ...step.with });
    const environment: Record<string, string> = {
      ...step.env,
      ...options.service,
      ...Object.fromEntries(given.map(([input, value]) => [`INPUT_${input.replaceAll(' ', '_').toUpperCase()}`, value])),
    };
    const unknown = Object.keys(step.with ?? {}).filter((input) => !(input in (action.inputs ?? {})));
    if (unknown.length > 0) log.line(`::warning::Unexpected input(s) '${unknown.join("', '")}'`);
    // The runner registers the post step before main runs, so that it comes whatever main does.
    const state: Record<string, string> = {};
    if (action.runs.post !== undefined)
      posts.unshift({ name: step.name, entry: join(step.uses, action.runs.post), environment, state });
    const ended = await start(step.name, 'main', [process.execPath, join(step.uses, action.runs.main)], environment);
    Object.assign(state, ended.state);
  };

  const idToken = Object.entries(options.service ?? {}).filter(([name]) => name.startsWith('ACTIONS_ID_TOKEN'));
  for (const step of options.steps) {
    if (failed || cancelled) break;
    log.line(`##[group]Run ${step.name}`);
    if ('uses' in step) await use(step);
    else if ('run' in step) await start(step.name, 'main', step.run, { ...step.env, ...Object.fromEntries(idToken) });
    else {
      try {
        await step.call({ ...base(), ...Object.fromEntries(idToken) }, { workspace, temp, cancel });
      } catch (error) {
        thrown.push(error);
        failed = true;
      }
    }
  }
  for (const post of posts) {
    for (let turn = 0; turn < (options.postRuns ?? 1); turn += 1) {
      log.line(`##[group]Post ${post.name}`);
      const state = Object.entries(post.state).map(([name, value]) => [`STATE_${name}`, value]);
      await start(post.name, 'post', [process.execPath, post.entry], { ...post.environment, ...Object.fromEntries(state) });
    }
  }
  const orphans = endOrphans(trackingId);
  if (thrown.length > 0) throw thrown[0];
  return {
    conclusion: cancelled ? 'cancelled' : failed ? 'failure' : 'success',
    steps: results,
    outputs,
    env: exported,
    log: log.text(),
    masks: log.masks(),
    annotations: log.annotations(),
    summary: results.map((result) => result.summary).join(''),
    orphans,
    workspace,
    temp,
    remove: () => {
      rmSync(home, { recursive: true, force: true });
    },
  };
};
