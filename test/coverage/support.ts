import type { AuditEvent, StatementEvent } from '../../src/audit/types.ts';
import type { Constraint, Relation } from '../../src/catalog/types.ts';
import { createObserver, type Observed } from '../../src/coverage/observe.ts';
import { judge, type JudgeOptions } from '../../src/coverage/judge.ts';
import type { Examined, ExaminedDatabase, Verdict } from '../../src/coverage/types.ts';
import type { Reading } from '../../src/lineage/types.ts';
import { bindPolicy } from '../../src/policy/bind.ts';
import { catalogOf, load, now, relation, statement } from '../policy/support.ts';

export { now, relation, statement };

/** Sections of the policy that a test writes itself. */
export interface Sections {
  readonly classes?: string;
  readonly columns?: string;
  /** More keys of it, with a comma at the end: `foreign-keys: false, `. */
  readonly classification?: string;
  readonly grants?: string;
  readonly principals?: string;
  readonly databases?: string;
  readonly issuer?: string;
  readonly coverage?: string;
}

const defaults = {
  classes: '{ email: { mask: email } }',
  columns: '{ public.users.email: email }',
  classification: '',
  grants: '[{ to: [dev] }]',
  principals: '{ dev: { local: dev, groups: [people] } }',
  databases: '{ app: { credentials: { reader: { url: "${env:URL}" } } } }',
  issuer: 'https://token.actions.githubusercontent.com',
  coverage: '{}',
} as const;

/** Each section on a line of its own: databases 2, identity 3, classes 4, classification 5, principals 6, grants 7, coverage 8. */
export const policyText = (given: Sections = {}): string => {
  const { classes, columns, classification, grants, principals, databases, issuer, coverage } = { ...defaults, ...given };
  return [
    'version: 1',
    `databases: ${databases}`,
    `identity: { local: { verifiers: v }, issuers: { hub: { issuer: "${issuer}" } } }`,
    `classes: ${classes}`,
    `classification: { ${classification}columns: ${columns} }`,
    `principals: ${principals}`,
    `grants: ${grants}`,
    `coverage: ${coverage}`,
    '',
  ].join('\n');
};

export const users = relation(100, 'users', ['id', 'email']);

export interface Given {
  readonly policy?: Sections;
  readonly relations?: readonly Relation[];
  readonly events?: readonly AuditEvent[];
  readonly read?: (sql: string) => Reading;
  readonly unread?: Examined['unread'];
  /** Of each database. */
  readonly credentials?: ExaminedDatabase['credentials'];
}

const nothing: Reading = { ok: true, statements: [statement()] };

/** What the checks are given for one database `app`. */
export const examined = (given: Given = {}, observed?: Examined['observed']): Examined => {
  const policy = load(policyText(given.policy));
  const databases = [...policy.databases.keys()].map((name): ExaminedDatabase => {
    const catalog = catalogOf(given.relations ?? [users]);
    const { credentials } = given;
    return {
      name,
      catalog,
      bound: bindPolicy(policy, catalog, name),
      read: given.read ?? (() => nothing),
      ...(credentials === undefined ? {} : { credentials }),
    };
  });
  return { policy, databases, unread: given.unread ?? [], observed, now };
};

export const verdictOf = (given: Given, options: Partial<JudgeOptions> = {}, observed?: Examined['observed']): Verdict =>
  judge(examined(given, observed), { failOn: 'error', ...options });

/** What one check of the table says: its findings' subjects and messages, by the check's name. */
export const found = (name: string, given: Given, observed?: Examined['observed']): readonly string[] =>
  verdictOf(given, {}, observed)
    .findings.filter((finding) => finding.name === name)
    .map(({ message }) => message);

export const foreignKey = (
  attnums: readonly number[],
  foreignRelation: number,
  foreignAttnums: readonly number[],
): Constraint => ({
  name: 'fk',
  kind: 'f',
  attnums,
  foreignRelation,
  foreignAttnums,
  deferrable: false,
});

export const started: AuditEvent = {
  type: 'session-start',
  session: 1,
  principal: 'dev',
  groups: [],
  claims: {},
  database: 'app',
  credential: 'reader',
  application: '',
};

export const asked = (number: number, more: Partial<StatementEvent> = {}): StatementEvent => ({
  type: 'statement',
  session: 1,
  statement: number,
  kind: 'select',
  sql: 'SELECT email FROM users',
  fingerprint: 'f1',
  relations: ['public.users'],
  columns: [{ name: 'email', classes: ['email'], sources: ['email:identity'], treatment: 'mask(email)', reason: 'class email' }],
  verdict: 'forward',
  refusal: undefined,
  notes: [],
  ...more,
});

export const answered = (number: number, rows: number): AuditEvent => ({
  type: 'result',
  session: 1,
  statement: number,
  rows,
  bytes: 0,
  milliseconds: 0,
  sqlstate: undefined,
  tag: undefined,
  sample: undefined,
});

export const refused = (number: number, rule: string): StatementEvent =>
  asked(number, {
    kind: 'update',
    sql: 'UPDATE users SET email = $1',
    columns: [],
    verdict: 'refuse',
    refusal: { rule, sqlstate: '42501', message: `refused by ${rule}`, hint: 'Only reading is granted.' },
  });

export const observe = (events: readonly AuditEvent[]): Observed => {
  const observer = createObserver();
  for (const event of events) observer.add(event);
  return observer.result();
};
