import { join } from 'node:path';

/** The files of one proxy in its run directory, which only the runner's user may enter. */
export interface ProxyFiles {
  readonly directory: string;
  /** Holds the session credential from the proxy's start until main has read it. */
  readonly ready: string;
  readonly log: string;
  readonly audit: string;
  readonly verdict: string;
  /** Made of the audit when the job has ended; see evidence.ts. */
  readonly htmlReport: string;
  readonly statement: string;
  readonly predicate: string;
  readonly receipt: string;
}

export const proxyFiles = (directory: string): ProxyFiles => ({
  directory,
  ready: join(directory, 'ready.json'),
  log: join(directory, 'proxy.log'),
  audit: join(directory, 'audit.jsonl'),
  verdict: join(directory, 'verdict.json'),
  htmlReport: join(directory, 'report.html'),
  statement: join(directory, 'statement.json'),
  predicate: join(directory, 'predicate.json'),
  receipt: join(directory, 'receipt'),
});
