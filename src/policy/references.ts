/** The secrets that a policy refers to, fetched once at start. */
import { PgveilError, errorText } from '../errors.ts';
import type { Path } from './document.ts';
import type { Policy } from './policy.ts';
import type { Reference } from './schema-parts.ts';
import type { SinkDocument } from './schema-sinks.ts';

/** With what each reference leads to in its place. */
type Resolved<T> = T extends Reference
  ? string
  : T extends readonly (infer Item)[]
    ? readonly Resolved<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]: Resolved<T[Key]> }
      : T;

export type ResolvedSink = Resolved<SinkDocument>;

const isReference = (value: object): value is Reference =>
  'from' in value && (value.from === 'env' || value.from === 'file') && ('name' in value || 'path' in value);

export interface ReferenceSources {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly readFile: (path: string) => string;
}

export interface ResolvedSecrets {
  /** Connection URLs by the policy's database name and credential name. */
  readonly urls: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly maskingKey: string | undefined;
  readonly signingKey: string | undefined;
}

const resolverOf =
  (policy: Policy, { env, readFile }: ReferenceSources) =>
  (reference: Reference, path: Path): string => {
    const { line, column } = policy.position(path);
    const place = `${policy.file}:${String(line)}:${String(column)}`;
    if (reference.from === 'env') {
      const value = env[reference.name];
      if (value !== undefined && value !== '') return value;
      throw new PgveilError('PGVEIL_CONFIG', `${place}: the environment variable ${reference.name} is not set`, {
        remedy: `Set ${reference.name}, or refer to another one.`,
      });
    }
    let value: string;
    try {
      value = readFile(reference.path).trim();
    } catch (error) {
      throw new PgveilError('PGVEIL_CONFIG', `${place}: ${reference.path} cannot be read: ${errorText(error)}`, { cause: error });
    }
    if (value !== '') return value;
    throw new PgveilError('PGVEIL_CONFIG', `${place}: ${reference.path} is empty`);
  };

/** The audit's stores by name, which only who writes an audit has the secrets of. Throws as `resolveReferences`. */
export const resolveSinks = (policy: Policy, sources: ReferenceSources): ReadonlyMap<string, ResolvedSink> => {
  const resolve = resolverOf(policy, sources);
  const deep = (value: unknown, path: Path): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (isReference(value)) return resolve(value, path);
    if (Array.isArray(value)) return value.map((item, index) => deep(item, [...path, index]));
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, deep(inner, [...path, key])]));
  };
  const sinks = Object.entries(policy.document.audit.sinks);
  return new Map(sinks.map(([name, sink]) => [name, deep(sink, ['audit', 'sinks', name]) as ResolvedSink]));
};

/** Throws PGVEIL_CONFIG that names the place in the policy and the reference, never what it led to. */
export const resolveReferences = (policy: Policy, sources: ReferenceSources): ResolvedSecrets => {
  const resolve = resolverOf(policy, sources);
  const optional = (reference: Reference | undefined, path: Path): string | undefined =>
    reference === undefined ? undefined : resolve(reference, path);

  return {
    urls: new Map(
      [...policy.databases].map(([database, { credentials }]) => [
        database,
        new Map(
          [...credentials].map(([name, { url }]) => [name, resolve(url, ['databases', database, 'credentials', name, 'url'])]),
        ),
      ]),
    ),
    maskingKey: optional(policy.document.masking.key, ['masking', 'key']),
    signingKey: optional(policy.document.audit['signing-key'], ['audit', 'signing-key']),
  };
};
