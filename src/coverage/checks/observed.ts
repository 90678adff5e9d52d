/** PGV101 to PGV103: what the audit of the run shows. */
import { listed } from '../names.ts';
import type { Check, Examined, Found } from '../types.ts';
import { grantFor } from '../../policy/grants.ts';
import type { Position } from '../../policy/problems.ts';
import type { ObservedQuery } from '../observe.ts';

/** The grant that let a principal in, else its principal's rule. */
const grantPosition = ({ policy }: Examined, name: string, database: string): Position => {
  const rule = policy.principals.find((principal) => principal.name === name);
  const verdict = rule === undefined ? undefined : grantFor(policy, { name, groups: rule.groups, claims: {} }, database);
  return verdict?.ok === true ? verdict.grant.position : policy.position(['principals', name]);
};

const unique = <T>(items: readonly T[], key: (item: T) => string): readonly T[] => [
  ...new Map(items.map((item) => [key(item), item])).values(),
];

export const seenRaw: Check = {
  id: 'PGV101',
  name: 'seen-raw',
  severity: 'error',
  title: 'Classified value sent as it is',
  help: 'The audit shows a result column that a classified column reaches and that was not masked, without a reveal. That is a defect in pgveil or a log of another version: report it, and treat the values as disclosed.',
  looksAt: 'audit',
  find: (examined) =>
    unique(examined.observed?.raw ?? [], ({ column, sql, principal }) => JSON.stringify([column, sql, principal])).map(
      ({ principal, database, column, classes, sql }): Found => ({
        subject: `${database}/raw ${column} in ${sql}`,
        message: `${principal} got the result column ${column} as it is, though class ${classes.join(', ')} reaches it, in: ${sql}`,
        position: grantPosition(examined, principal, database),
        column: undefined,
        remedy: 'Treat the values as disclosed, and report the statement as a defect of pgveil.',
        yaml: undefined,
      }),
    ),
};

const witnesses = {
  server: 'the server named a classified column that the reading of the statement had missed; it was masked',
  'second-reader': 'the second reading of the statement saw a classified column that the first had not; it was refused',
  shape: 'the result had not the columns that were planned; it was redacted',
} as const;

export const lineageFault: Check = {
  id: 'PGV102',
  name: 'lineage-fault',
  severity: 'warning',
  title: 'Two readings of a statement disagreed',
  help: 'pgveil reads each statement in more than one way, and the strictest holds: nothing leaked. That they disagreed is worth a report, since the reading that missed a column has a gap.',
  looksAt: 'audit',
  find: (examined) =>
    unique(examined.observed?.faults ?? [], ({ witness, detail, sql }) => JSON.stringify([witness, detail, sql])).map(
      ({ principal, database, witness, detail, sql }): Found => ({
        subject: `${database}/fault ${witness} ${sql}`,
        message: `For ${principal}, ${witnesses[witness]} (${detail}), in: ${sql}`,
        position: grantPosition(examined, principal, database),
        column: undefined,
        remedy: 'Report the statement as a defect of pgveil.',
        yaml: undefined,
      }),
    ),
};

type Refused = ObservedQuery & { readonly refusal: NonNullable<ObservedQuery['refusal']> };

const isRefused = (query: ObservedQuery): query is Refused => query.refusal !== undefined;

export const refusedStatement: Check = {
  id: 'PGV103',
  name: 'refused-statement',
  severity: 'note',
  title: 'Statements that were refused',
  help: 'The agent sent statements that its grant does not allow, or that pgveil cannot follow. The summary lists them with the rule. Widen the grant where the agent needs them; many refusals of other rules are worth a look at what the agent was told to do.',
  looksAt: 'audit',
  find: (examined) => {
    const groups = new Map<string, Refused[]>();
    for (const query of (examined.observed?.queries ?? []).filter(isRefused)) {
      const key = JSON.stringify([query.principal, query.database, query.refusal.rule]);
      groups.set(key, [...(groups.get(key) ?? []), query]);
    }
    return [...groups.values()].flatMap((queries): readonly Found[] => {
      const [first] = queries;
      if (first === undefined) return [];
      const { principal, database, refusal } = first;
      const times = queries.reduce((sum, query) => sum + query.times, 0);
      return [
        {
          subject: `${database}/refused ${principal} ${refusal.rule}`,
          message: `${String(times)} statement${times === 1 ? '' : 's'} of ${principal} ${times === 1 ? 'was' : 'were'} refused by rule ${refusal.rule}${kindsOf(queries)}.`,
          position: grantPosition(examined, principal, database),
          column: undefined,
          remedy: refusal.hint,
          yaml: undefined,
        },
      ];
    });
  },
};

const kindsOf = (queries: readonly Refused[]): string => {
  const kinds = [...new Set(queries.map(({ kind }) => kind.replaceAll('-', ' ')))];
  return ` (${listed(kinds)})`;
};
