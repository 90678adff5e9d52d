// Writes the tables of docs/masks.md from the table of transforms. With --check it writes nothing and fails when they are stale.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import type { Family } from '../src/masking/codec/scalars.ts';
import { type Transform, transforms } from '../src/masking/transforms/index.ts';
import { code, fill, table } from './docs-markdown.ts';

const path = fileURLToPath(new URL('../docs/masks.md', import.meta.url));

/** Types by the names that people know; families that are not here are called as their type. */
const typeNames: Partial<Readonly<Record<Family, string>>> = {
  text: 'text, varchar, char, citext, name',
  int2: 'smallint',
  int4: 'integer',
  int8: 'bigint',
  float4: 'real',
  float8: 'double precision',
  inet: 'inet, cidr',
  geometric: 'geometric types',
};

const typesOf = ({ families }: Transform): string =>
  typeof families === 'string' ? 'every type' : families.map((family) => typeNames[family] ?? family).join(', ');

type JsonSchema = z.core.JSONSchema.JSONSchema;

const isMask = (schema: JsonSchema): boolean =>
  schema.anyOf?.some((one) => typeof one === 'object' && one.enum?.includes('keep') === true) === true;

const valueOf = (schema: JsonSchema): string => {
  if (isMask(schema)) return 'mask or `keep`';
  if (schema.enum !== undefined) return schema.enum.map((value) => code(String(value))).join(', ');
  if (schema.anyOf !== undefined) return schema.anyOf.map((one) => (typeof one === 'object' ? valueOf(one) : '')).join(' or ');
  if (schema.type === 'integer') return `${String(schema.minimum)} to ${String(schema.maximum)}`;
  if (schema.type === 'array' && typeof schema.items === 'object' && !Array.isArray(schema.items))
    return `list of ${valueOf(schema.items)}`;
  if (typeof schema.additionalProperties === 'object') return `${valueOf(schema.additionalProperties)} by name`;
  return schema.type === 'string' ? 'text' : 'number';
};

const optionRows = ({ name, options }: Transform): readonly (readonly string[])[] => {
  const { properties = {}, required = [] } = z.toJSONSchema(options, { io: 'input' });
  return Object.entries(properties).map(([option, schema]) => {
    const given = typeof schema === 'object' ? schema : {};
    const usual =
      given.default === undefined ? '' : code(typeof given.default === 'string' ? given.default : JSON.stringify(given.default));
    return [code(name), code(option), valueOf(given), required.includes(option) ? 'required' : usual];
  });
};

const yes = (is: boolean): string => (is ? 'yes' : 'no');

/** By the name of the place in docs/masks.md. */
export const maskTables = (): ReadonlyMap<string, string> => {
  const all = [...transforms.values()];
  return new Map([
    [
      'masks',
      table(
        ['mask', 'what it does', 'works on'],
        all.map((one) => [code(one.name), one.summary, typesOf(one)]),
      ),
    ],
    [
      'mask-properties',
      table(
        ['mask', 'equal in, equal out', 'joins', 'undone by the key', 'gives away'],
        all.map((one) => [code(one.name), yes(one.deterministic), yes(one.joinable), yes(one.reversible), one.givesAway]),
      ),
    ],
    ['mask-options', table(['mask', 'option', 'value', 'default'], all.flatMap(optionRows))],
    [
      'mask-steps',
      table(
        ['mask', 'shown through'],
        all.flatMap((one) => (one.tolerates === 'any' ? [] : [[code(one.name), one.tolerates.map(code).join(', ')]])),
      ),
    ],
  ]);
};

/** docs/masks.md as it should be. */
export const masksDocument = (): string => fill(readFileSync(path, 'utf8'), maskTables());

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = masksDocument();
  if (!process.argv.includes('--check')) writeFileSync(path, text);
  else if (text !== readFileSync(path, 'utf8')) {
    console.error('docs/masks.md is not up to date: run npm run docs');
    process.exitCode = 1;
  }
}
