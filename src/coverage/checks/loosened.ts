/** PGV019: what a change of the policy shows that was masked before it. */
import type { Catalog, ColumnKey } from '../../catalog/types.ts';
import { bindPolicy, type BoundPolicy } from '../../policy/bind.ts';
import { allowsRelation } from '../../policy/grants.ts';
import type { Policy } from '../../policy/policy.ts';
import { veilOf } from '../../policy/veil.ts';
import { columnName, foundColumn, listed, locate, type Located } from '../names.ts';
import { readersOf } from '../readers.ts';
import type { Check, Examined, ExaminedDatabase, Found } from '../types.ts';

type Sight = 'nothing' | 'veiled' | 'raw';

/** What each principal of a policy sees of a column. */
const sightOf = (
  policy: Policy,
  bound: BoundPolicy,
  { catalog, now }: { readonly catalog: Catalog; readonly now: number },
): ((principal: string, key: ColumnKey, located: Located) => Sight) => {
  const readers = new Map(
    readersOf(policy, bound.database).map(({ principal, grant }) => [
      principal,
      { grant, veil: veilOf(bound, grant, catalog, now) },
    ]),
  );
  return (principal, key, { relation }) => {
    const reader = readers.get(principal);
    if (reader === undefined || !allowsRelation(reader.grant, relation)) return 'nothing';
    return reader.veil.of(key) === undefined ? 'raw' : 'veiled';
  };
};

const findIn = ({ policy, base, now }: Examined, { bound, catalog, name }: ExaminedDatabase): readonly Found[] => {
  if (base === undefined || !base.policy.databases.has(name)) return [];
  const before = bindPolicy(base.policy, catalog, name);
  const [seen, sees] = [sightOf(base.policy, before, { catalog, now }), sightOf(policy, bound, { catalog, now })];
  const principals = readersOf(policy, name).map(({ principal }) => principal);
  return [...before.classified.values()].flatMap(({ column: key, class: className, origin }) => {
    const located = origin.source === 'system-pack' ? undefined : locate(catalog, key);
    if (located === undefined) return [];
    const shown = principals.filter(
      (principal) => sees(principal, key, located) === 'raw' && seen(principal, key, located) !== 'raw',
    );
    if (shown.length === 0) return [];
    const column = columnName(located.relation, located.column);
    return [
      {
        subject: `${name}/${column} ${shown.join(' ')}`,
        message: `The change of the policy shows ${column} (class ${className}) as it is to ${listed(shown)}.`,
        position: policy.position(['classification']),
        place: { file: policy.file, ...policy.position(['classification']) },
        column: foundColumn(name, located),
        remedy: 'Leave the column masked. Where it has to be shown, have the policy changed by those who own it, on its own.',
        yaml: undefined,
      },
    ];
  });
};

export const policyLoosened: Check = {
  id: 'PGV019',
  name: 'policy-loosened',
  severity: 'error',
  title: 'Change of the policy that shows what was masked',
  help: 'A pull request changes the policy that judges it, so that a principal sees a column as it is that the policy of its base masks or denies. The severity of this finding is the one that the base says.',
  looksAt: 'change',
  find: (examined) => examined.databases.flatMap((database) => findIn(examined, database)),
};
