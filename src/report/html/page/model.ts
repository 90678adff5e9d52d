/** What the list, the sessions and the activity need of the records; the rest is read again when it is looked at. */
import type { AuditRecord, ResultEvent, SessionEnd, SessionStart, StatementEvent } from '../../../audit/types.ts';

/** A record's place: the block of the file, and the line within it. */
export interface Place {
  readonly block: number;
  readonly line: number;
}

/** `masked`: pgveil changed an output column. `plain`: nothing in the result had to be. */
export type Verdict = 'masked' | 'plain' | 'refused';

export interface Row {
  /** Of the statement's record. */
  readonly seq: number;
  readonly time: string;
  readonly session: number;
  readonly statement: number;
  readonly kind: string;
  readonly sql: string;
  readonly relations: readonly string[];
  readonly classes: readonly string[];
  readonly verdict: Verdict;
  readonly rule: string | undefined;
  /** Its record, its result and its faults. */
  readonly places: Place[];
  result: Pick<ResultEvent, 'rows' | 'bytes' | 'milliseconds' | 'sqlstate'> | undefined;
  faults: number;
}

export interface SessionInfo {
  readonly number: number;
  readonly start: SessionStart | undefined;
  readonly from: string;
  to: string;
  end: SessionEnd['reason'] | undefined;
  statements: number;
  refused: number;
}

export interface Rejected {
  readonly time: string;
  readonly user: string;
  readonly database: string;
  readonly reason: string;
}

export interface Model {
  /** In the order of the log. */
  readonly rows: readonly Row[];
  readonly sessions: ReadonlyMap<number, SessionInfo>;
  readonly rejected: readonly Rejected[];
  /** Of the first and the last record so far. */
  readonly span: { readonly from: string; readonly to: string } | undefined;
  add(record: AuditRecord, place: Place): void;
}

const verdictOf = ({ verdict, columns }: StatementEvent): Verdict => {
  if (verdict === 'refuse') return 'refused';
  return columns.some(({ treatment }) => treatment !== 'pass') ? 'masked' : 'plain';
};

/** One copy of each text and list: statements repeat. */
const createPool = (): { text: (text: string) => string; list: (list: readonly string[]) => readonly string[] } => {
  const texts = new Map<string, string>();
  const lists = new Map<string, readonly string[]>();
  const kept = <T>(map: Map<string, T>, key: string, value: T): T => {
    const known = map.get(key);
    if (known === undefined) map.set(key, value);
    return known ?? value;
  };
  return {
    text: (text) => kept(texts, text, text),
    list: (list) => kept(lists, list.join('\0'), list),
  };
};

export const createModel = (): Model => {
  const rows: Row[] = [];
  const sessions = new Map<number, SessionInfo>();
  const rejected: Rejected[] = [];
  const pool = createPool();
  const running = new Map<number, Map<number, Row>>();
  let from = '';
  let to = '';

  const sessionOf = (number: number, time: string): SessionInfo => {
    const known = sessions.get(number);
    if (known !== undefined) return known;
    const made = { number, start: undefined, from: time, to: time, end: undefined, statements: 0, refused: 0 };
    sessions.set(number, made);
    return made;
  };

  const addStatement = (event: StatementEvent, { seq, time }: AuditRecord, place: Place): void => {
    const row: Row = {
      seq,
      time,
      session: event.session,
      statement: event.statement,
      kind: pool.text(event.kind),
      sql: pool.text(event.sql),
      relations: pool.list(event.relations),
      classes: pool.list([...new Set(event.columns.flatMap(({ classes }) => classes))]),
      verdict: verdictOf(event),
      rule: event.refusal?.rule,
      places: [place],
      result: undefined,
      faults: 0,
    };
    rows.push(row);
    const session = sessionOf(event.session, time);
    session.statements += 1;
    if (row.verdict === 'refused') session.refused += 1;
    const open = running.get(event.session) ?? new Map<number, Row>();
    running.set(event.session, open.set(event.statement, row));
  };

  return {
    rows,
    sessions,
    rejected,
    get span() {
      return from === '' ? undefined : { from, to };
    },
    add: (record, place) => {
      const { event, time } = record;
      if (from === '') from = time;
      to = time;
      if (event.type === 'session-start') {
        sessions.set(event.session, {
          number: event.session,
          start: event,
          from: time,
          to: time,
          end: undefined,
          statements: 0,
          refused: 0,
        });
      } else if (event.type === 'auth-failed') {
        rejected.push({ time, user: event.user, database: event.database, reason: event.reason });
      } else if ('session' in event) {
        sessionOf(event.session, time).to = time;
        if (event.type === 'statement') {
          addStatement(event, record, place);
        } else if (event.type === 'session-end') {
          sessionOf(event.session, time).end = event.reason;
          running.delete(event.session);
        } else {
          const row = running.get(event.session)?.get(event.statement);
          if (row === undefined) return;
          row.places.push(place);
          if (event.type === 'fault') row.faults += 1;
          else if (event.type === 'result') {
            const { rows: count, bytes, milliseconds, sqlstate } = event;
            row.result = { rows: count, bytes, milliseconds, sqlstate };
          }
        }
      }
    },
  };
};
