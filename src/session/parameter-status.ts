/** ParameterStatus: what the server says of its settings, whoever changed them. */
import type { Message } from '../wire/backend.ts';
import type { Expectation } from './expectation.ts';
import { currentRun } from './server-results.ts';
import type { SessionState } from './state.ts';

/** Settings whose value decides how pgveil reads texts. */
const pinned: Readonly<Record<string, string>> = { client_encoding: 'UTF8', standard_conforming_strings: 'on' };

/** Reported settings that take a text of anyone's making; a time zone can be a POSIX specification of any letters. */
const freeText = new Set(['application_name', 'search_path', 'timezone']);

/** The statement at hand sets it to this constant. */
const isAsked = (head: Expectation | undefined, name: string, value: string): boolean =>
  (currentRun(head)?.judged.lineage.changes ?? []).some(
    (change) => change.kind === 'set' && change.name === name && change.value?.join(', ') === value,
  );

export const onParameterStatus = (
  state: SessionState,
  head: Expectation | undefined,
  { name, value }: Message<'ParameterStatus'>,
  raw: Buffer,
): boolean => {
  const wanted = pinned[name];
  const key = name.toLowerCase();
  if (wanted !== undefined && value !== wanted) {
    state.deps.fatal('0A000', `${name} is no longer ${wanted}: pgveil cannot read this session's statements as the server does`);
  } else if (!freeText.has(key) || !state.ranUnreadCode || isAsked(head, key, value)) {
    state.deps.toClient(raw);
  }
  return true;
};
