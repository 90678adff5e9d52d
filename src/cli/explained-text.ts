/** An explanation for a terminal. */
import type { Explained, ExplainedColumn } from '../policy/explain.ts';
import type { Refusal } from '../policy/types.ts';

export const refusalText = ({ rule, sqlstate, message, hint }: Refusal): string =>
  [`refused by ${rule} (SQLSTATE ${sqlstate})`, `  ${message}`, `  hint: ${hint}`].join('\n');

const columnLines = ({ name, treatment, reason, sources }: ExplainedColumn, index: number): string[] => [
  `  ${String(index + 1)}. ${JSON.stringify(name)}: ${treatment} (${reason})`,
  ...sources.map(({ column, class: className, way, via, classifiedBy }) => {
    const steps = via.length === 0 ? '' : ` through ${via.join(', ')}`;
    const classified = className === undefined ? '' : `, class ${className} by ${classifiedBy ?? 'the policy'}`;
    return `       from ${column}, ${way}${steps}${classified}`;
  }),
];

const list = (title: string, items: readonly string[]): string[] =>
  items.length === 0 ? [] : [`${title}:`, ...items.map((item) => `  ${item}`)];

export const explainedText = (explained: Explained): string => {
  const { kind, verdict, refusal, relations, columns, conditions, functions, guarded, notes } = explained;
  return [
    `${kind}: ${verdict}`,
    ...(refusal === undefined ? [] : [refusalText(refusal)]),
    ...list('relations', relations),
    ...(columns.length === 0 ? [] : ['columns:', ...columns.flatMap(columnLines)]),
    ...list(
      'conditions',
      conditions.map((use) => `${use.column} (class ${use.class}) in ${use.clause}, ${use.operator}`),
    ),
    ...list(
      'functions',
      functions.map(({ name, nature }) => `${name}: ${nature}`),
    ),
    ...(guarded ? ['errors and notices: reduced, for they could quote classified values'] : []),
    ...list('notes', notes),
  ].join('\n');
};
