/** PGV025: relations of which values should have been looked at, and were not. */
import { relationName } from '../names.ts';
import type { Check, Examined, ExaminedDatabase, Found } from '../types.ts';

const remedy = 'Classify its columns by hand, or let the first credential of the policy read it.';

const found = ({ policy }: Examined, subject: string, message: string): Found => ({
  subject,
  message,
  position: policy.position(['databases']),
  column: undefined,
  remedy,
  yaml: undefined,
});

const findIn = (examined: Examined, { name, sampling }: ExaminedDatabase): readonly Found[] => [
  ...(sampling?.unsampled ?? []).map(({ relation, reason }) =>
    found(
      examined,
      `${name}/values ${relationName(relation)}`,
      `Values of ${relationName(relation)} were not looked at: ${reason}.`,
    ),
  ),
  ...(sampling === undefined || sampling.late === 0
    ? []
    : [
        found(
          examined,
          `${name}/values`,
          `Values of ${String(sampling.late)} relations of database ${name} were not looked at: the time for it was over.`,
        ),
      ]),
];

export const unsampledRelation: Check = {
  id: 'PGV025',
  name: 'unsampled-relation',
  severity: 'note',
  title: 'Relation of which no values could be looked at',
  help: '`--sample` looks at some values of text columns without a class. This relation could not be read, or not all of it: the role of the first credential may not read it, row security hides rows of it, it was locked, it took too long, or it is on another server. By their names alone its columns were judged.',
  looksAt: 'samples',
  find: (examined) => examined.databases.flatMap((database) => findIn(examined, database)),
};
