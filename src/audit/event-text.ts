/** Events as JSON. What the executions of one statement have in common is put into words once. */
import type { AuditRecord, StatementEvent } from './types.ts';

type Common = Omit<StatementEvent, 'type' | 'session' | 'statement'>;

/** By `columns`, which is made once for a judgement. */
const known = new WeakMap<StatementEvent['columns'], { readonly common: Common; readonly text: string }>();

const isSame = (one: Common, other: Common): boolean =>
  one.kind === other.kind &&
  one.sql === other.sql &&
  one.fingerprint === other.fingerprint &&
  one.relations === other.relations &&
  one.columns === other.columns &&
  one.verdict === other.verdict &&
  one.refusal === other.refusal &&
  one.notes === other.notes;

const commonText = (event: StatementEvent): string => {
  const before = known.get(event.columns);
  if (before !== undefined && isSame(before.common, event)) return before.text;
  const { type: _type, session: _session, statement: _statement, ...common } = event;
  const text = JSON.stringify(common).slice(1);
  known.set(event.columns, { common, text });
  return text;
};

/** What JSON.stringify makes of the event. Lists in a statement's event must not change any more. */
export const eventText = (event: AuditRecord['event']): string => {
  if (event.type !== 'statement' || event.verdict === 'refuse') return JSON.stringify(event);
  return `{"type":"statement","session":${String(event.session)},"statement":${String(event.statement)},${commonText(event)}`;
};
