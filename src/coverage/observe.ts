/** What the audit of a run shows, put together: queries by shape, refusals and faults. */
import type { AuditEvent, StatementEvent } from '../audit/types.ts';

/** All executions of one statement shape by one principal with one outcome. */
export interface ObservedQuery {
  readonly principal: string;
  readonly database: string;
  /** Normalised: no literal. */
  readonly sql: string;
  readonly kind: string;
  readonly times: number;
  readonly rows: number;
  readonly relations: readonly string[];
  /** Classes of its columns with their treatment, `mask(email)` or `redact`; those that passed are absent. */
  readonly treated: readonly { readonly class: string; readonly treatment: string }[];
  /** Reasons of the reveals that it used. */
  readonly revealed: readonly string[];
  readonly refusal: { readonly rule: string; readonly message: string; readonly hint: string } | undefined;
}

export interface ObservedFault {
  readonly principal: string;
  readonly database: string;
  readonly witness: 'server' | 'second-reader' | 'shape';
  /** Names of columns; no value. */
  readonly detail: string;
  readonly sql: string;
}

/** An output column that a classified value reached, and that was sent as it is. */
export interface ObservedRaw {
  readonly principal: string;
  readonly database: string;
  /** Its name in the result. */
  readonly column: string;
  readonly classes: readonly string[];
  readonly sql: string;
}

export interface Observed {
  readonly sessions: number;
  readonly statements: number;
  readonly rows: number;
  /** Refused log-ins. */
  readonly rejected: number;
  readonly queries: readonly ObservedQuery[];
  readonly faults: readonly ObservedFault[];
  readonly raw: readonly ObservedRaw[];
}

interface Group extends ObservedQuery {
  times: number;
  rows: number;
}

const revealNote = 'revealed: ';

/** A source as the audit writes it, `class:way`, whose value shows; counts and conditions are the inference level's. */
const valueSource = /:(?:identity|preserving|derived)$/;

const treatedOf = ({ columns }: StatementEvent): ObservedQuery['treated'] => {
  const found = new Map<string, { readonly class: string; readonly treatment: string }>();
  for (const { classes, treatment } of columns) {
    if (treatment === 'pass') continue;
    for (const name of classes) found.set(`${name} ${treatment}`, { class: name, treatment });
  }
  return [...found.values()];
};

/** Reads the events in the order of the log. Events of a session that the log does not open count under `?`. */
export const observe = (events: Iterable<AuditEvent>): Observed => {
  const sessions = new Map<number, { readonly principal: string; readonly database: string }>();
  const groups = new Map<string, Group>();
  const running = new Map<string, Group>();
  const faults: ObservedFault[] = [];
  const raw: ObservedRaw[] = [];
  const totals = { statements: 0, rows: 0, rejected: 0 };

  const whose = (session: number): { readonly principal: string; readonly database: string } =>
    sessions.get(session) ?? { principal: '?', database: '?' };

  const statement = (event: StatementEvent): void => {
    const { principal, database } = whose(event.session);
    const place = `${String(event.session)}.${String(event.statement)}`;
    const treated = treatedOf(event);
    const key = JSON.stringify([principal, database, event.fingerprint, event.sql, event.refusal?.rule, treated]);
    const group = groups.get(key) ?? {
      principal,
      database,
      sql: event.sql,
      kind: event.kind,
      times: 0,
      rows: 0,
      relations: event.relations,
      treated,
      revealed: event.notes.filter((note) => note.startsWith(revealNote)).map((note) => note.slice(revealNote.length)),
      refusal: event.refusal,
    };
    groups.set(key, group);
    group.times += 1;
    totals.statements += 1;
    running.set(place, group);
    for (const { name, classes, treatment, sources } of event.columns) {
      if (treatment === 'pass' && sources.some((source) => valueSource.test(source))) {
        raw.push({ principal, database, column: name, classes, sql: event.sql });
      }
    }
  };

  for (const event of events) {
    if (event.type === 'session-start') sessions.set(event.session, { principal: event.principal, database: event.database });
    else if (event.type === 'statement') statement(event);
    else if (event.type === 'auth-failed') totals.rejected += 1;
    else if (event.type === 'result') {
      totals.rows += event.rows;
      const group = running.get(`${String(event.session)}.${String(event.statement)}`);
      if (group !== undefined) group.rows += event.rows;
    } else if (event.type === 'fault') {
      const sql = running.get(`${String(event.session)}.${String(event.statement)}`)?.sql ?? '';
      faults.push({ ...whose(event.session), witness: event.witness, detail: event.detail, sql });
    }
  }
  return { sessions: sessions.size, ...totals, queries: [...groups.values()], faults, raw };
};
