/** What the audit of a run shows, put together: queries by shape, refusals and faults. */
import type { AuditRecord, DetectedEvent, StatementEvent } from '../audit/types.ts';

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

/** A column without a class whose values look personal; of several sessions the one with the largest sample. */
export interface ObservedDetection {
  readonly principal: string;
  readonly database: string;
  /** Its name in the result. */
  readonly column: string;
  /** schema.table.column, where the server named one. */
  readonly source: string | undefined;
  readonly class: string;
  readonly hits: number;
  readonly of: number;
  readonly sql: string;
}

export interface Observed {
  readonly sessions: number;
  readonly statements: number;
  readonly rows: number;
  /** Refused log-ins. */
  readonly rejected: number;
  readonly queries: readonly ObservedQuery[];
  /** Statements of further shapes, which `queries` has no room for. */
  readonly unlisted: number;
  readonly faults: readonly ObservedFault[];
  readonly raw: readonly ObservedRaw[];
  readonly detected: readonly ObservedDetection[];
}

interface Group extends ObservedQuery {
  times: number;
  rows: number;
}

/** An agent can send any number of shapes: what is kept of them is bounded. */
const maxShapes = 5_000;

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

export interface Observer {
  /** In the order of the log. Events of a session that the log does not open count under `?`. */
  add(event: AuditRecord['event']): void;
  result(): Observed;
}

export const createObserver = (): Observer => {
  const sessions = new Map<number, { readonly principal: string; readonly database: string }>();
  const groups = new Map<string, Group>();
  /** Of statements whose result has not come yet. */
  const running = new Map<string, { readonly sql: string; readonly group: Group | undefined }>();
  const faults: ObservedFault[] = [];
  const raw: ObservedRaw[] = [];
  const detected = new Map<string, ObservedDetection>();
  const texts = new Map<string, string>();
  const totals = { sessions: 0, statements: 0, rows: 0, rejected: 0, unlisted: 0 };

  const whose = (session: number): { readonly principal: string; readonly database: string } =>
    sessions.get(session) ?? { principal: '?', database: '?' };

  const groupOf = (event: StatementEvent): Group | undefined => {
    const treated = treatedOf(event);
    const owner = whose(event.session);
    const key = JSON.stringify([owner, event.fingerprint, event.sql, event.refusal?.rule, treated]);
    const known = groups.get(key);
    if (known !== undefined || groups.size >= maxShapes) return known;
    const { sql, kind, relations, notes, refusal } = event;
    const revealed = notes.filter((note) => note.startsWith(revealNote)).map((note) => note.slice(revealNote.length));
    const group = { ...owner, sql, kind, times: 0, rows: 0, relations, treated, revealed, refusal };
    groups.set(key, group);
    return group;
  };

  const detection = ({ session, column, source, class: name, hits, of, fingerprint }: DetectedEvent): void => {
    const owner = whose(session);
    const key = JSON.stringify([owner.database, source ?? [fingerprint, column], name]);
    const known = detected.get(key);
    if (known === undefined ? detected.size >= maxShapes : known.of >= of) return;
    detected.set(key, { ...owner, column, source, class: name, hits, of, sql: texts.get(fingerprint) ?? '' });
  };

  const statement = (event: StatementEvent): void => {
    totals.statements += 1;
    if (texts.size < maxShapes) texts.set(event.fingerprint, event.sql);
    const group = groupOf(event);
    if (group === undefined) totals.unlisted += 1;
    else group.times += 1;
    if (event.verdict === 'forward') running.set(placeOf(event), { sql: event.sql, group });
    for (const { name, classes, treatment, sources } of event.columns) {
      if (treatment !== 'pass' || !sources.some((source) => valueSource.test(source))) continue;
      raw.push({ ...whose(event.session), column: name, classes, sql: event.sql });
    }
  };

  return {
    add: (event) => {
      if (event.type === 'session-start') {
        totals.sessions += 1;
        sessions.set(event.session, { principal: event.principal, database: event.database });
      } else if (event.type === 'statement') statement(event);
      else if (event.type === 'auth-failed') totals.rejected += 1;
      else if (event.type === 'result') {
        const place = placeOf(event);
        const group = running.get(place)?.group;
        totals.rows += event.rows;
        if (group !== undefined) group.rows += event.rows;
        running.delete(place);
      } else if (event.type === 'detected') detection(event);
      else if (event.type === 'fault') {
        const sql = running.get(placeOf(event))?.sql ?? '';
        faults.push({ ...whose(event.session), witness: event.witness, detail: event.detail, sql });
      }
    },
    result: () => ({
      ...totals,
      queries: [...groups.values()].map((group) => ({ ...group })),
      faults,
      raw,
      detected: [...detected.values()],
    }),
  };
};

const placeOf = ({ session, statement }: { readonly session: number; readonly statement: number }): string =>
  `${String(session)}.${String(statement)}`;
