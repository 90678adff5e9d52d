/** From what zod says of a document to problems that a person can act on. */
import type * as z from 'zod/mini';
import type { Path, YamlDocument } from './document.ts';
import { suggestion, type Problem } from './problems.ts';
import { unsafeClaims } from './schema.ts';

type Issue = z.core.$ZodIssue;
type Schema = z.core.$ZodType;

const definition = (schema: Schema): z.core.$ZodTypes['_zod']['def'] => (schema as z.core.$ZodTypes)._zod.def;

/** The schemas below `schema` at one step of a path: several where a union leaves it open. */
const below = (schema: Schema, step: PropertyKey): readonly Schema[] => {
  const def = definition(schema);
  switch (def.type) {
    case 'object': {
      const member = Object.hasOwn(def.shape, step) ? def.shape[String(step)] : def.catchall;
      return member === undefined ? [] : [member];
    }
    case 'record':
      return [def.valueType];
    case 'array':
      return [def.element];
    case 'union':
      return def.options.flatMap((option) => below(option, step));
    case 'optional':
    case 'default':
    case 'prefault':
      return below(def.innerType, step);
    default:
      return [];
  }
};

/** The keys that a schema knows. */
const keysOf = (schema: Schema): readonly string[] => {
  const def = definition(schema);
  switch (def.type) {
    case 'object':
      return Object.keys(def.shape);
    case 'union':
      return def.options.flatMap(keysOf);
    case 'optional':
    case 'default':
    case 'prefault':
      return keysOf(def.innerType);
    default:
      return [];
  }
};

const valueAt = (value: unknown, path: Path): unknown => {
  let at = value;
  for (const step of path) at = typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[step] : undefined;
  return at;
};

/** Of a union's branches, the one that the author most likely meant: it got furthest, or at least fits the kind of value. */
const likeliest = (branches: readonly (readonly Issue[])[]): readonly Issue[] => {
  const score = (issues: readonly Issue[]): number =>
    Math.max(...issues.map((issue) => issue.path.length * 2 + (issue.code === 'invalid_type' ? 0 : 1))) - issues.length / 100;
  return branches.toSorted((a, b) => score(b) - score(a))[0] ?? [];
};

const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'a mapping',
  record: 'a mapping',
  array: 'a list',
};

const kindOf = (value: unknown): string => {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  return kinds[typeof value] ?? typeof value;
};

export interface Source {
  readonly file: string;
  readonly document: YamlDocument;
}

type Raw = Omit<Problem, 'file' | 'line' | 'column'> & { readonly path: Path; readonly what: 'key' | 'value' };

const shown = (path: Path): string => JSON.stringify(path.map(String).join('.'));
const last = (path: Path): string => JSON.stringify(String(path.at(-1) ?? 'the policy'));

/** A key written wrongly is reported once: that the right one is missing goes without saying. */
const withoutEchoes = (issues: readonly Issue[], value: unknown): readonly Issue[] =>
  issues.some(({ code }) => code === 'unrecognized_keys')
    ? issues.filter((issue) => issue.code !== 'invalid_type' || valueAt(value, issue.path) !== undefined)
    : issues;

const unknownKey = (schema: Schema, path: Path, key: string): Raw => {
  const schemas = path.reduce<readonly Schema[]>((all, step) => all.flatMap((one) => below(one, step)), [schema]);
  const known = schemas.flatMap(keysOf);
  return {
    path: [...path, key],
    what: 'key',
    message: `unknown key ${JSON.stringify(key)}${path.length === 0 ? '' : ` in ${shown(path)}`}`,
    hint: suggestion(key, known),
  };
};

const missing = (path: Path): readonly Raw[] => [
  { path: path.slice(0, -1), what: 'key', message: `${last(path)} is missing`, hint: undefined },
];

const render = (issue: Issue, schema: Schema, root: unknown, prefix: Path): readonly Raw[] => {
  const path = [...prefix, ...issue.path];
  const value = valueAt(root, path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(schema, path, key));
    case 'invalid_union': {
      const branch = withoutEchoes(likeliest(issue.errors), value);
      if (branch.length > 0) return branch.flatMap((inner) => render(inner, schema, root, path));
      // The key that tells the branches apart is none of them, or is not there.
      return value === undefined
        ? missing(path)
        : [{ path, what: 'value', message: `${last(path)} ${issue.message}`, hint: undefined }];
    }
    case 'invalid_key':
      return [
        {
          path,
          what: 'key',
          message: `${last(path)} ${issue.issues[0]?.message ?? 'is not a valid key'}`,
          hint: undefined,
        },
      ];
    case 'invalid_value': {
      if (value === undefined) return missing(path);
      const message =
        typeof value === 'string' ? `cannot be ${JSON.stringify(value)}` : `must be ${issue.values.map(String).join(', ')}`;
      const hint = typeof value === 'string' ? suggestion(value, issue.values.map(String)) : undefined;
      return [{ path, what: 'value', message: `${last(path)} ${message}`, hint }];
    }
    case 'invalid_type': {
      if (value === undefined) return missing(path);
      const wanted = issue.message.startsWith('must be') ? issue.message : `must be ${kinds[issue.expected] ?? issue.expected}`;
      return [{ path, what: 'value', message: `${last(path)} ${wanted}, and is ${kindOf(value)}`, hint: undefined }];
    }
    default:
      return [{ path, what: 'value', message: `${last(path)} ${issue.message}`, hint: undefined }];
  }
};

export const problemAt = (
  source: Source,
  path: Path,
  message: string,
  hint?: string,
  what: 'key' | 'value' = 'value',
): Problem => ({
  file: source.file,
  ...source.document.position(path, what),
  message,
  hint,
});

/** Every issue as a problem with its place in the file; secrets are not quoted, only closed lists of words are. */
export const problemsOf = (issues: readonly Issue[], schema: Schema, source: Source): readonly Problem[] =>
  issues
    .flatMap((issue) => render(issue, schema, source.document.value, []))
    .map(({ path, what, message, hint }) => problemAt(source, path, message, hint, what));

/** `sub` in a match is a key like any other to the schema: it is refused here. */
export const unsafeMatch = (claim: string): string | undefined =>
  unsafeClaims.includes(claim)
    ? 'its shape differs between repositories and can be customised: match repository_id, environment, event_name or job_workflow_ref'
    : undefined;
