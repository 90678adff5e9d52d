import type { Portal } from './names.ts';
import { noResult } from './result.ts';
import type { SessionState } from './state.ts';

/** A portal that is made now, and has not run. */
export const newPortal = (
  state: SessionState,
  { name, judged, statement, kind, hold }: Pick<Portal, 'name' | 'judged' | 'statement' | 'kind' | 'hold'>,
  listed?: number,
): Portal => ({
  name,
  judged,
  statement,
  kind,
  hold,
  listed,
  group: state.groupsSent,
  environment: state.environment?.key,
  asOf: state.asOf,
  run: undefined,
  describing: 0,
  described: false,
  result: noResult,
});
