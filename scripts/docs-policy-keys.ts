/** The keys of the policy file, as its JSON Schema has them. */
import * as z from 'zod/mini';
import { meanings } from '../src/policy/meanings.ts';
import * as parts from '../src/policy/schema-parts.ts';
import { findingKinds, mask } from '../src/policy/schema.ts';
import { code } from './docs-markdown.ts';

type JsonSchema = z.core.JSONSchema.JSONSchema;

const incidental: readonly string[] = ['description', 'default', '$schema'];

/** A schema without what differs from place to place. */
const essence = (schema: JsonSchema): string =>
  JSON.stringify(Object.entries(schema).filter(([key]) => !incidental.includes(key)));

const essenceOf = (schema: z.core.$ZodType): string => essence(z.toJSONSchema(schema, { io: 'input' }));

/** The scalars by the names under which docs/policy.md describes them. */
const scalars: ReadonlyMap<string, string> = new Map([
  [essenceOf(parts.duration), 'duration'],
  [essenceOf(parts.size), 'size'],
  [essenceOf(parts.count), 'whole number from 1'],
  [essenceOf(parts.reference), 'reference'],
  [essenceOf(parts.lastDay), 'date'],
  [essenceOf(parts.name), 'name'],
  [essenceOf(parts.databaseName), 'database name'],
  [essenceOf(parts.text), 'text'],
  [essenceOf(parts.columnPattern), 'column pattern'],
  [essenceOf(parts.relationPattern), 'relation pattern'],
  [essenceOf(parts.functionPattern), 'function pattern'],
  [essenceOf(mask), 'mask'],
  [essenceOf(z.enum(findingKinds)), 'finding'],
]);

const typeOf = (schema: JsonSchema): string => {
  const scalar = scalars.get(essence(schema));
  if (scalar !== undefined) return scalar;
  if (schema.const !== undefined) return code(String(schema.const));
  if (schema.enum !== undefined) return schema.enum.map((value) => code(String(value))).join(', ');
  const { items, additionalProperties, properties } = schema;
  if (schema.type === 'array' && typeof items === 'object' && !Array.isArray(items)) return `list of: ${typeOf(items)}`;
  if (schema.type === 'integer') return `whole number from ${String(schema.minimum)} to ${String(schema.maximum)}`;
  if (schema.type === 'boolean') return '`true`, `false`';
  if (schema.format === 'uri') return 'URL';
  if (schema.type === 'string') return 'text';
  if (schema.anyOf !== undefined)
    return schema.anyOf.map((one) => (typeof one === 'object' ? typeOf(one) : 'anything')).join(', or ');
  if (properties !== undefined || schema.oneOf !== undefined) return 'mapping';
  if (typeof additionalProperties === 'object') return `mapping of names to: ${typeOf(additionalProperties)}`;
  throw new Error(`no word for ${JSON.stringify(schema)}`);
};

const defaultOf = (schema: JsonSchema, required: boolean): string => {
  if (required) return 'required';
  const value = schema.default;
  if (value === undefined || schema.properties !== undefined) return '';
  return code(typeof value === 'string' ? value : JSON.stringify(value));
};

export interface Key {
  readonly path: string;
  readonly value: string;
  readonly preset: string;
  readonly meaning: string;
}

/** Findings have a table of their own. */
const isFinding = (path: string): boolean => path.startsWith('coverage.severity.');

const distinct = (texts: readonly string[]): string => [...new Set(texts)].filter((text) => text !== '').join(', ');

/** The keys of a union of kinds, each once, with the kinds that have it where not all do. */
const ofKinds = (branches: readonly (JsonSchema | boolean)[], path: string): readonly Key[] => {
  const kinds = branches.flatMap((branch) => {
    if (typeof branch !== 'object') return [];
    const [name, kind] = Object.entries(branch.properties ?? {}).find(
      ([, inner]) => typeof inner === 'object' && inner.const !== undefined,
    ) ?? ['kind', undefined];
    return [{ name, kind: typeof kind === 'object' ? code(String(kind.const)) : '', keys: keysBelow(branch, path) }];
  });
  const paths = new Set(kinds.flatMap(({ keys }) => keys.map((key) => key.path)));
  return [...paths].map((at) => {
    const holders = kinds.flatMap(({ kind, keys }) => keys.filter((key) => key.path === at).map((key) => ({ kind, key })));
    const own =
      holders.length === kinds.length ? '' : ` Of ${kinds[0]?.name ?? 'kind'} ${holders.map(({ kind }) => kind).join(', ')}.`;
    return {
      path: at,
      value: distinct(holders.map(({ key }) => key.value)),
      preset: distinct(holders.map(({ key }) => key.preset)),
      meaning: `${meanings[at] ?? ''}${own}`,
    };
  });
};

export const keysBelow = (
  schema: Pick<JsonSchema, 'properties' | 'required' | 'items' | 'additionalProperties' | 'oneOf'>,
  path = '',
): readonly Key[] => {
  const { properties = {}, required = [], items, additionalProperties, oneOf = [] } = schema;
  const own = Object.entries(properties).flatMap(([key, inner]): readonly Key[] => {
    const at = path === '' ? key : `${path}.${key}`;
    if (typeof inner !== 'object' || isFinding(at)) return [];
    const preset = defaultOf(inner, required.includes(key));
    return [{ path: at, value: typeOf(inner), preset, meaning: meanings[at] ?? '' }, ...keysBelow(inner, at)];
  });
  return [
    ...own,
    ...ofKinds(oneOf, path),
    ...(typeof items === 'object' && !Array.isArray(items) ? keysBelow(items, `${path}[]`) : []),
    ...(typeof additionalProperties === 'object' ? keysBelow(additionalProperties, `${path}.*`) : []),
  ];
};
