/** What principals may do, by the grants that hold for them before and after. */
import { allowsRelation, grantFor } from '../../policy/grants.ts';
import type { Grant, Policy } from '../../policy/policy.ts';
import type { Access, InferenceLevel } from '../../policy/types.ts';
import { listed, relationName } from '../names.ts';
import { loosened, type Change, type Loosened, type Loosening } from './types.ts';

interface Held {
  readonly grant: Grant;
  readonly credential: string;
}

interface Pair {
  readonly principal: string;
  readonly database: string;
  readonly was: Held;
  readonly is: Held;
}

const heldBy = (policy: Policy, principal: string, database: string): Held | undefined => {
  const rule = policy.principals.find(({ name }) => name === principal);
  const verdict = rule && grantFor(policy, { name: principal, groups: rule.groups, claims: {} }, database);
  return verdict?.ok === true ? verdict : undefined;
};

/** Principals and databases that both policies have; who is new is told once. */
const common = ({ before, after }: Change): readonly { readonly principal: string; readonly database: string }[] =>
  after.principals
    .filter(({ name }) => before.principals.some((other) => other.name === name))
    .flatMap(({ name }) =>
      [...after.databases.keys()]
        .filter((database) => before.databases.has(database))
        .map((database) => ({ principal: name, database })),
    );

const pairs = (change: Change): readonly Pair[] =>
  common(change).flatMap(({ principal, database }) => {
    const was = heldBy(change.before, principal, database);
    const is = heldBy(change.after, principal, database);
    return was === undefined || is === undefined ? [] : [{ principal, database, was, is }];
  });

/** The place of a grant, `grants[0]`, in its file. */
const pathOf = ({ name }: Grant, ...more: readonly PropertyKey[]): Loosened['path'] => [
  'grants',
  Number(/\d+/.exec(name)?.[0] ?? 0),
  ...more,
];

/** Compares one key of the grants of each pair; `says` undefined: not loosened. */
const compares = (
  key: string,
  says: (pair: Pair, change: Change) => string | undefined,
  ...more: readonly string[]
): Loosening => ({
  keys: [`grants[].${key}`, ...more],
  find: (change) =>
    pairs(change).flatMap((pair) => {
      const said = says(pair, change);
      const subject = `${pair.database}/${key} of ${pair.principal}`;
      return said === undefined ? [] : [loosened(subject, said, pathOf(pair.is.grant, key))];
    }),
});

const granted: Loosening = {
  keys: ['grants', 'grants[].to', 'grants[].databases', 'principals.*.groups'],
  find: (change) =>
    common(change).flatMap(({ principal, database }) => {
      const is = heldBy(change.after, principal, database);
      if (is === undefined || heldBy(change.before, principal, database) !== undefined) return [];
      return [loosened(`${database}/grant of ${principal}`, `gives ${principal} database ${database}`, pathOf(is.grant))];
    }),
};

const accesses: readonly Access[] = ['read', 'write', 'ddl'];
const levels: readonly InferenceLevel[] = ['strict', 'standard', 'open'];

const access = compares('access', ({ principal, was, is }) =>
  accesses.indexOf(is.grant.access) > accesses.indexOf(was.grant.access)
    ? `gives ${principal} access ${is.grant.access}, which was ${was.grant.access}`
    : undefined,
);

const inference = compares('inference', ({ principal, was, is }) =>
  levels.indexOf(is.grant.inference) > levels.indexOf(was.grant.inference)
    ? `lets ${principal} infer more: inference is ${is.grant.inference}, and was ${was.grant.inference}`
    : undefined,
);

const credential = compares('credential', ({ principal, database, was, is }) =>
  is.credential === was.credential
    ? undefined
    : `connects ${principal} to database ${database} by credential ${is.credential}, not ${was.credential}`,
);

const functions = compares('functions', ({ principal, was, is }) => {
  const known = new Set(was.grant.functions.map(({ text }) => text));
  const added = is.grant.functions.map(({ text }) => text).filter((text) => !known.has(text));
  return added.length === 0 ? undefined : `takes the word of the policy for ${listed(added)} when ${principal} calls it`;
});

/** By effect: relations that are there, those of the system included. */
const relations = compares(
  'relations',
  ({ principal, database, was, is }, { databases }) => {
    const catalog = databases.find(({ name }) => name === database)?.catalog;
    const opened = [...(catalog?.relations() ?? [])]
      .filter((relation) => allowsRelation(is.grant, relation) && !allowsRelation(was.grant, relation))
      .map(relationName)
      .toSorted();
    return opened.length === 0 ? undefined : `opens ${listed(opened)} to ${principal}`;
  },
  'grants[].relations.allow',
  'grants[].relations.deny',
);

export const grants: readonly Loosening[] = [granted, access, inference, credential, functions, relations];
