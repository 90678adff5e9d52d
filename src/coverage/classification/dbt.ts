/** Classes that dbt's property files give: `meta` and `tags` of columns of models, seeds, snapshots and sources. */
import { PgveilError } from '../../errors.ts';
import { parseYaml, type Path } from '../../policy/document.ts';
import type { Declaration } from '../../policy/policy.ts';
import { problemText } from '../../policy/problems.ts';

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as readonly unknown[]) : []);
const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const tagsOf = (value: unknown): readonly string[] =>
  (typeof value === 'string' ? [value] : listOf(value)).filter((tag): tag is string => typeof tag === 'string');

const isName = /^[A-Za-z][A-Za-z0-9_.-]{0,62}$/;

interface Saying {
  readonly class: string;
  readonly text: string;
}

/** From 1.10 on dbt has both below `config` as well. */
const sayingsOf = (column: Fields, tags: ReadonlyMap<string, string>): readonly Saying[] => {
  const config = fieldsOf(column['config']);
  const metas = [fieldsOf(column['meta']), fieldsOf(config['meta'])].flatMap((meta) => {
    const name = textOf(meta['class']) ?? textOf(fieldsOf(meta['pgveil'])['class']);
    return name === undefined ? [] : [{ class: name, text: 'meta.class' }];
  });
  const tagged = [...tagsOf(column['tags']), ...tagsOf(config['tags'])].flatMap((tag) => {
    const name = tags.get(tag) ?? (tag.startsWith('class:') ? tag.slice('class:'.length).trim() : undefined);
    return name === undefined ? [] : [{ class: name, text: `tag ${tag}` }];
  });
  const all = [...metas, ...tagged].filter((one) => isName.test(one.class));
  return all.filter((one, index) => all.findIndex((other) => other.class === one.class) === index);
};

interface Table {
  readonly fields: Fields;
  readonly path: Path;
  readonly relation: string | undefined;
  readonly schemas: readonly string[] | undefined;
}

/** dbt puts a custom schema's name behind the target's: `marketing` is `analytics_marketing` unless it is told otherwise. */
const customSchemas = (name: string | undefined): readonly string[] | undefined =>
  name === undefined ? undefined : [name, `*_${name}`];

const modelsIn = (root: Fields): readonly Table[] =>
  ['models', 'seeds', 'snapshots'].flatMap((key) =>
    listOf(root[key]).map((value, index) => {
      const fields = fieldsOf(value);
      const config = fieldsOf(fields['config']);
      return {
        fields,
        path: [key, index],
        relation: textOf(config['alias']) ?? textOf(fields['name']),
        schemas: customSchemas(textOf(config['schema']) ?? textOf(config['target_schema'])),
      };
    }),
  );

const sourcesIn = (root: Fields): readonly Table[] =>
  listOf(root['sources']).flatMap((source, at) => {
    const { name, schema, tables } = fieldsOf(source);
    return listOf(tables).map((table, index) => {
      const fields = fieldsOf(table);
      return {
        fields,
        path: ['sources', at, 'tables', index],
        relation: textOf(fields['identifier']) ?? textOf(fields['name']),
        schemas: [textOf(schema) ?? textOf(name) ?? ''],
      };
    });
  });

/** `tags`: tags to classes. `file` is for origins and messages. Throws PGVEIL_CONFIG for a text that is no YAML. */
export const dbtDeclarations = (text: string, file: string, tags: ReadonlyMap<string, string>): readonly Declaration[] => {
  const parsed = parseYaml(text);
  if (!parsed.ok) {
    const problems = parsed.faults.map((fault) => problemText({ file, ...fault }));
    throw new PgveilError('PGVEIL_CONFIG', `a file of dbt cannot be read: ${problems.join('; ')}`, {
      remedy: 'Mend it, or leave it out of classification.dbt.',
    });
  }
  const root = fieldsOf(parsed.document.value);
  return [...modelsIn(root), ...sourcesIn(root)].flatMap(({ fields, path, relation, schemas }) =>
    listOf(fields['columns']).flatMap((value, index) => {
      const column = fieldsOf(value);
      const name = textOf(column['name']);
      if (relation === undefined || name === undefined) return [];
      const position = parsed.document.position([...path, 'columns', index, 'name']);
      // What is not quoted is folded to lower case by the server.
      const folded = column['quote'] === true ? name : name.toLowerCase();
      return sayingsOf(column, tags).map((saying): Declaration => ({
        source: 'dbt',
        schemas,
        relation,
        name: folded,
        file,
        ...position,
        ...saying,
      }));
    }),
  );
};
