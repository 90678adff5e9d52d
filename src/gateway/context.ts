/** What every connection of a gateway shares. */
import type { Custody } from '../audit/sinks/custody.ts';
import type { AuditEvent } from '../audit/types.ts';
import type { Authenticator } from '../auth/authenticate.ts';
import type { Policy } from '../policy/policy.ts';
import type { Judge } from '../session/state.ts';
import type { Access } from './access.ts';
import type { Admissions } from './admissions.ts';
import type { CancelKeys } from './cancel-keys.ts';
import type { Databases } from './databases.ts';
import type { Detection } from './detection.ts';
import type { Log } from './log.ts';
import type { Notifiers } from './notifiers.ts';
import type { ClientTls } from './tls.ts';

export type Granted = Extract<Access, { readonly kind: 'granted' }>;

export interface GatewayContext {
  readonly policy: Policy;
  readonly databases: Databases;
  readonly authenticate: Authenticator;
  readonly tls: ClientTls | undefined;
  readonly cancelKeys: CancelKeys;
  readonly admissions: Admissions;
  readonly judgeFor: (granted: Granted) => Judge;
  readonly notifiers: Notifiers;
  readonly detection: Detection;
  /** Throws PGVEIL_AUDIT when the record is not on disk, or a required store fails and something is about to begin. */
  readonly append: (event: AuditEvent) => void;
  /** The audit's stores, if it has any. */
  readonly custody: Custody | undefined;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  readonly random: (bytes: number) => Buffer;
  readonly log: Log;
  /** Numbers sessions from 1. */
  readonly nextSession: () => number;
  /** Aborted when the gateway shuts down. */
  readonly closing: AbortSignal;
}
