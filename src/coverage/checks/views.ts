/** PGV009: views through which a classified column cannot be followed. */
import type { Column, Relation } from '../../catalog/types.ts';
import { isSystemSchema } from '../../policy/patterns.ts';
import { columnName, foundColumn, listed, relationName } from '../names.ts';
import { readersOf, readersOfRelation } from '../readers.ts';
import type { Check, ExaminedDatabase, Examined, Found } from '../types.ts';

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

interface Opaque {
  readonly columns: readonly Column[];
  readonly why: string;
  readonly effect: string;
}

const opaqueIn = ({ bound, read }: ExaminedDatabase, view: Relation): Opaque | undefined => {
  const reading = read(`SELECT * FROM ${quoted(view.schema)}.${quoted(view.name)}`);
  if (!reading.ok) {
    return { columns: [], why: reading.unreadable.detail, effect: 'statements that use it are refused' };
  }
  const [statement] = reading.statements;
  const touches = statement?.touched.some((key) => bound.classOf(key) !== undefined) === true;
  const opaque = touches ? (statement?.columns ?? []).filter((column) => column.opaque !== undefined) : [];
  const [first] = opaque;
  if (first === undefined) return undefined;
  const columns = opaque
    .map(({ name }) => view.columns.find((column) => column.name === name))
    .filter((one) => one !== undefined);
  return {
    columns,
    why: first.opaque ?? '',
    effect: `${opaque.length === 1 ? 'this column is' : 'these columns are'} redacted`,
  };
};

const placeOf = ({ files }: ExaminedDatabase, view: Relation): Pick<Found, 'place'> => {
  const place = files?.relationPlaces.get(view.oid);
  return place === undefined ? {} : { place };
};

const findIn = ({ policy }: Examined, database: ExaminedDatabase): readonly Found[] => {
  const readers = readersOf(policy, database.name);
  const { catalog, name } = database;
  return [...catalog.relations()].flatMap((view) => {
    if ((view.kind !== 'v' && view.kind !== 'm') || isSystemSchema(view.schema)) return [];
    const [reader] = readersOfRelation(readers, view);
    const opaque = reader === undefined ? undefined : opaqueIn(database, view);
    if (reader === undefined || opaque === undefined) return [];
    const [column] = opaque.columns;
    const where = opaque.columns.length === 0 ? '' : ` in ${listed(opaque.columns.map((one) => columnName(view, one)))}`;
    return [
      {
        subject: `${name}/${relationName(view)}`,
        message: `View ${relationName(view)} cannot be followed${where} (${opaque.why}): ${opaque.effect}.`,
        position: reader.grant.position,
        column: column === undefined ? undefined : foundColumn(name, { relation: view, column }),
        ...placeOf(database, view),
        remedy: 'Write the view without what cannot be followed, name its functions under functions of the grant, or deny it.',
        yaml: `      deny: [${JSON.stringify(relationName(view))}]`,
      },
    ];
  });
};

export const opaqueView: Check = {
  id: 'PGV009',
  name: 'opaque-view',
  severity: 'warning',
  title: 'View that hides where its values come from',
  help: 'pgveil follows each column of a view down to base columns. Where a view uses something that cannot be followed, as a function whose body is unknown, its columns are redacted or statements on it are refused. Nothing leaks; the view is of no use to agents.',
  looksAt: 'catalog',
  find: (examined) => examined.databases.flatMap((database) => findIn(examined, database)),
};
