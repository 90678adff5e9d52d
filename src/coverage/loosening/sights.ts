/** What principals see of classified columns, by effect: every key that decides about it is compared at once. */
import type { ColumnKey } from '../../catalog/types.ts';
import type { MaskSpec } from '../../masking/types.ts';
import { bindPolicy, type BoundPolicy } from '../../policy/bind.ts';
import { allowsRelation } from '../../policy/grants.ts';
import type { Policy } from '../../policy/policy.ts';
import { veilOf } from '../../policy/veil.ts';
import { columnName, day, foundColumn, listed, locate, type Located } from '../names.ts';
import { readersOf } from '../readers.ts';
import type { ExaminedDatabase } from '../types.ts';
import { loosened, same, type Change, type Loosened, type Loosening } from './types.ts';

type Sight = { readonly kind: 'nothing' | 'raw' } | { readonly kind: 'masked'; readonly mask: MaskSpec | undefined };
type SightOf = (principal: string, key: ColumnKey, located: Located) => Sight;

/** What each principal of a policy sees of a column at a time. */
const sightsAt = (policy: Policy, bound: BoundPolicy, now: number): SightOf => {
  const readers = new Map(
    readersOf(policy, bound.database).map(({ principal, grant }) => [principal, { grant, veil: veilOf(bound, grant, now) }]),
  );
  return (principal, key, { relation }) => {
    const reader = readers.get(principal);
    if (reader === undefined || !allowsRelation(reader.grant, relation)) return { kind: 'nothing' };
    const classified = reader.veil.of(key);
    return classified === undefined ? { kind: 'raw' } : { kind: 'masked', mask: reader.veil.maskOf(classified) };
  };
};

/** They show nothing of a value but, some of them, whether it is null. */
const blank: ReadonlySet<string> = new Set(['redact', 'null', 'fixed']);

const showsMore = (was: MaskSpec | undefined, is: MaskSpec | undefined): boolean =>
  is !== undefined && !blank.has(is.transform) && !same(was, is);

interface Compared {
  readonly name: string;
  readonly located: Located;
  readonly key: ColumnKey;
  readonly class: string;
}

/** The columns that the policy before the change classifies, but for those of the system. */
const classifiedBefore = (bound: BoundPolicy, { catalog, name }: ExaminedDatabase): readonly Compared[] =>
  [...bound.classified.values()].flatMap(({ column: key, class: className, origin }) => {
    const located = origin.source === 'system-pack' ? undefined : locate(catalog, key);
    return located === undefined ? [] : [{ name, located, key, class: className }];
  });

/** Now, and when a reveal of the policy before the change has ended. */
const moments = ({ before, now }: Change): readonly number[] => [
  now,
  ...new Set(before.grants.flatMap(({ reveals }) => reveals.map(({ until }) => until).filter((until) => until > now))),
];

interface Both {
  readonly principals: readonly string[];
  readonly columns: readonly Compared[];
  readonly at: (moment: number) => { readonly seen: SightOf; readonly sees: SightOf };
}

const bothOf = ({ before, after }: Change, database: ExaminedDatabase): Both | undefined => {
  const { catalog, bound, name } = database;
  if (!before.databases.has(name)) return undefined;
  const old = bindPolicy(before, catalog, name);
  return {
    principals: readersOf(after, name).map(({ principal }) => principal),
    columns: classifiedBefore(old, database),
    at: (moment) => ({ seen: sightsAt(before, old, moment), sees: sightsAt(after, bound, moment) }),
  };
};

const shownIn = (change: Change, database: ExaminedDatabase): readonly Loosened[] => {
  const both = bothOf(change, database);
  if (both === undefined) return [];
  const sights = moments(change).map((moment) => ({ moment, ...both.at(moment) }));
  return both.columns.flatMap(({ name, key, located, class: className }) => {
    const column = columnName(located.relation, located.column);
    for (const { moment, seen, sees } of sights) {
      const shown = both.principals.filter(
        (principal) => sees(principal, key, located).kind === 'raw' && seen(principal, key, located).kind !== 'raw',
      );
      if (shown.length === 0) continue;
      const until = moment === change.now ? '' : ` beyond ${day(moment)}`;
      return [
        loosened(
          `${name}/${column} ${shown.join(' ')}`,
          `shows ${column} (class ${className}) as it is to ${listed(shown)}${until}`,
          ['classification'],
          { column: foundColumn(name, located) },
        ),
      ];
    }
    return [];
  });
};

const maskName = (mask: MaskSpec | undefined): string => mask?.transform ?? 'redact';

const maskedIn = (change: Change, database: ExaminedDatabase): readonly Loosened[] => {
  const both = bothOf(change, database);
  if (both === undefined) return [];
  const { seen, sees } = both.at(change.now);
  /** By class, principal and masks: each change of a mask is one finding. */
  const groups = new Map<string, { readonly one: Compared; readonly says: string; readonly columns: string[] }>();
  for (const one of both.columns) {
    for (const principal of both.principals) {
      const [was, is] = [seen, sees].map((sight) => sight(principal, one.key, one.located));
      if (was?.kind !== 'masked' || is?.kind !== 'masked' || !showsMore(was.mask, is.mask)) continue;
      const [from, to] = [maskName(was.mask), maskName(is.mask)];
      const how = from === to ? `with other options of ${to}` : `by ${to} in place of ${from}`;
      const id = `${one.class} ${principal} ${JSON.stringify([was.mask, is.mask])}`;
      const group = groups.get(id) ?? { one, says: `for ${principal} ${how}`, columns: [] };
      groups.set(id, group);
      group.columns.push(columnName(one.located.relation, one.located.column));
    }
  }
  return [...groups.values()].map(({ one, says, columns }) =>
    loosened(
      `${one.name}/masks of class ${one.class} ${says}`,
      `masks ${listed(columns)} (class ${one.class}) ${says}`,
      ['classes', one.class],
      { column: foundColumn(one.name, one.located) },
    ),
  );
};

const classificationKeys = [
  'comments',
  'comment-syntax',
  'foreign-keys',
  'security-labels',
  'labels',
  'dbt',
  'tags',
  'prisma',
  'columns',
].map((key) => `classification.${key}`);

const revealKeys = ['class', 'column', 'until'].map((key) => `grants[].reveal[].${key}`);

const shown: Loosening = {
  keys: ['classification', ...classificationKeys, 'grants[].reveal', ...revealKeys],
  find: (change) => change.databases.flatMap((database) => shownIn(change, database)),
};

const masked: Loosening = {
  keys: ['classes', 'classes.*.mask', 'grants[].masks'],
  find: (change) => change.databases.flatMap((database) => maskedIn(change, database)),
};

export const sights: readonly Loosening[] = [shown, masked];
