import {
  columnKey,
  type Catalog,
  type Column,
  type ColumnKey,
  type Fn,
  type Relation,
  type Type,
} from '../../src/catalog/types.ts';
import type { OutputColumn, Source, StatementLineage, Way } from '../../src/lineage/types.ts';
import { bindPolicy, type BoundPolicy } from '../../src/policy/bind.ts';
import { decide, type DecisionContext } from '../../src/policy/decide.ts';
import { grantFor } from '../../src/policy/grants.ts';
import { loadPolicy } from '../../src/policy/load.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { problemText } from '../../src/policy/problems.ts';

export const now = Date.parse('2026-11-24T12:00:00Z');

const column = (attnum: number, name: string, more: Partial<Column> = {}): Column => ({
  attnum,
  name,
  type: 25,
  typmod: -1,
  notNull: false,
  generated: '',
  defaultTree: undefined,
  comment: undefined,
  ...more,
});

/** Columns by name, in attnum order; a column with properties of its own as `[name, properties]`. */
export const relation = (
  oid: number,
  name: string,
  columns: readonly (string | readonly [string, Partial<Column>])[],
  more: Partial<Relation> = {},
): Relation => ({
  oid,
  schema: 'public',
  name,
  kind: 'r',
  persistence: 'p',
  owner: 'app',
  columns: columns.map((one, index) => (typeof one === 'string' ? column(index + 1, one) : column(index + 1, ...one))),
  rowType: 0,
  rowSecurity: false,
  comment: undefined,
  viewTree: undefined,
  rules: [],
  triggers: [],
  constraints: [],
  parents: [],
  policyTrees: [],
  indexTrees: [],
  ...more,
});

const type = (oid: number, name: string): Type => ({
  oid,
  schema: 'pg_catalog',
  name,
  kind: 'b',
  category: 'U',
  element: 0,
  array: 0,
  base: 0,
  baseTypmod: -1,
  relation: 0,
  firstLabel: undefined,
  subtype: 0,
  input: `${name}in`,
});

export const orderTotal: Fn = {
  oid: 900,
  schema: 'public',
  name: 'order_total',
  kind: 'f',
  argTypes: [20],
  allArgs: [],
  defaults: 0,
  variadic: 0,
  returnType: 1700,
  returnsSet: false,
  volatility: 's',
  language: 'plpgsql',
  securityDefiner: false,
  source: '',
  sqlBody: undefined,
  config: [],
  builtin: false,
  extension: undefined,
};

export const catalogOf = (relations: readonly Relation[]): Catalog => {
  const byOid = new Map(relations.map((one) => [one.oid, one]));
  const types = new Map([type(20, 'int8'), type(25, 'text')].map((one) => [one.oid, one]));
  return {
    version: '1',
    major: 18,
    database: 'app',
    loadedAt: 0,
    schemas: new Map(),
    tempSchema: undefined,
    extensions: new Set(),
    mayUse: () => true,
    relation: (oid) => byOid.get(oid),
    relationNamed: (schema, name) => relations.find((one) => one.schema === schema && one.name === name),
    relations: () => relations,
    type: (oid) => types.get(oid),
    typeNamed: () => undefined,
    fn: (oid) => (oid === orderTotal.oid ? orderTotal : undefined),
    fnsNamed: () => [],
    operator: () => undefined,
    operatorsNamed: () => [],
    castsFrom: () => [],
    aggregate: () => undefined,
    children: (oid) => relations.filter(({ parents }) => parents.includes(oid)).map((one) => one.oid),
  };
};

export const users = relation(100, 'users', ['id', 'email', 'name', 'backup_email', 'notes', 'plan']);
export const orders = relation(200, 'orders', ['id', 'user_email', 'total']);
export const catalog = catalogOf([users, orders, relation(300, 'secrets', ['id', 'value'])]);

export const id = columnKey(100, 1);
export const email = columnKey(100, 2);
export const name = columnKey(100, 3);
export const backupEmail = columnKey(100, 4);
export const notes = columnKey(100, 5);
export const plan = columnKey(100, 6);
export const orderEmail = columnKey(200, 2);

export const source = (key: ColumnKey, way: Way = 'identity', via: readonly string[] = []): Source => ({ column: key, way, via });

export const output = (label: string, sources: readonly Source[], more: Partial<OutputColumn> = {}): OutputColumn => ({
  name: label,
  sources,
  shape: { kind: 'scalar' },
  type: 25,
  opaque: undefined,
  ...more,
});

/** A SELECT that does nothing, but for what is given. What its columns and conditions name counts as touched. */
export const statement = (more: Partial<StatementLineage> = {}): StatementLineage => ({
  kind: 'select',
  columns: undefined,
  relations: [],
  targets: [],
  touched: [
    ...(more.columns ?? []).flatMap(({ sources }) => sources.map((one) => one.column)),
    ...(more.predicates ?? []).map((use) => use.column),
    ...(more.writes ?? []).flatMap((write) => [write.target, ...write.sources.map((one) => one.column)]),
  ],
  predicates: [],
  writes: [],
  functions: [],
  effects: [],
  changes: [],
  copy: undefined,
  runs: undefined,
  explain: undefined,
  start: 0,
  end: 0,
  ...more,
});

export const policyText = (grant = ''): string => `version: 1
databases:
  app:
    credentials:
      reader:
        url: \${env:URL}
identity:
  local: { verifiers: verifiers }
classes:
  email: { mask: email, lookup: true }
  name: { mask: { partial: { first: 1 } } }
  free-text: { mask: redact }
  maskless: {}
classification:
  columns:
    public.users.email: email
    public.users.backup_email: email
    public.users.name: name
    public.users.notes: free-text
    public.orders.user_email: email
principals:
  dev: { local: dev, groups: [people] }
grants:
  - to: [dev]
${grant.replaceAll(/^(?=.)/gm, '    ')}
`;

export const load = (text: string): Policy => {
  const loaded = loadPolicy(text, { file: 'p.yml' });
  if (!loaded.ok) throw new Error(loaded.problems.map(problemText).join('\n'));
  return loaded.policy;
};

/** The context of principal dev under one grant, whose YAML is given. */
export const contextFor = (
  grantYaml = '',
  options: { readonly catalog?: Catalog } = {},
): DecisionContext & { readonly bound: BoundPolicy } => {
  const policy = load(policyText(grantYaml));
  const verdict = grantFor(policy, { name: 'dev', groups: [], claims: {} }, 'app');
  if (!verdict.ok) throw new Error(verdict.reason);
  const used = options.catalog ?? catalog;
  return { bound: bindPolicy(policy, used, 'app'), grant: verdict.grant, catalog: used, now };
};

/** `forward`, or the rule that refuses. */
export const verdictOf = (lineage: StatementLineage, grantYaml = ''): string => {
  const decided = decide(lineage, contextFor(grantYaml));
  return decided.kind === 'refuse' ? decided.refusal.rule : 'forward';
};
