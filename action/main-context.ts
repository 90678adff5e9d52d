import type { BaseContext } from './check-base.ts';
import type { Commented } from './comment/comment.ts';
import type { TokenSource } from './identity.ts';
import type { InputReader } from './inputs.ts';
import type { PublishCore } from './publish.ts';
import type { StateStore } from './state.ts';

/** What of @actions/core main needs. */
export interface MainCore extends InputReader, TokenSource, StateStore, PublishCore {
  setSecret(value: string): void;
  exportVariable(name: string, value: string): void;
  setOutput(name: string, value: string | number): void;
  info(message: string): void;
}

export interface MainContext {
  readonly core: MainCore;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  /** Of this process, where the platform has users. */
  readonly uid: number | undefined;
  readonly workspace: string;
  /** RUNNER_TEMP */
  readonly temp: string;
  readonly node: string;
  /** dist/pgveil.js */
  readonly entry: string;
  /** The text of a file in a commit, from GitHub. */
  readonly fetchFile: BaseContext['fetchFile'];
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  /** Says on the pull request what the gate came to. Never rejects. */
  readonly comment: (run: Commented) => Promise<void>;
}
