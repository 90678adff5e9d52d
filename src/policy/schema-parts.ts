/** The scalars of the policy file. Each reads a text and gives the value that the rest works with. */
import * as z from 'zod/mini';

const units = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;
const sizes = { B: 1, kB: 1024, MB: 1024 ** 2, GB: 1024 ** 3 } as const;

const matched = (pattern: RegExp, text: string): readonly string[] => pattern.exec(text)?.slice(1) ?? [];

const durationForm = /^(\d{1,9})(ms|s|m|h|d)$/;
/** `500ms`, `30s`, `5m`, `6h`, `2d`; gives milliseconds. */
export const duration = z.pipe(
  z.string().check(z.regex(durationForm, 'is not a duration: write a number and ms, s, m, h or d, as in 30s')),
  z.transform((text: string) => {
    const [count = '0', unit = 'ms'] = matched(durationForm, text);
    return Number(count) * units[unit as keyof typeof units];
  }),
);

const sizeForm = /^(\d{1,9})(B|kB|MB|GB)$/;
/** `64kB`, `10MB`, `2GB` (powers of 1024, as PostgreSQL's settings); gives bytes. */
export const size = z.pipe(
  z.string().check(z.regex(sizeForm, 'is not a size: write a number and B, kB, MB or GB, as in 10MB')),
  z.transform((text: string) => {
    const [count = '0', unit = 'B'] = matched(sizeForm, text);
    return Number(count) * sizes[unit as keyof typeof sizes];
  }),
);

export const count = z.int('is not a whole number').check(z.minimum(1, 'must be at least 1'), z.maximum(1e12, 'is too large'));

/** Where a secret is; the policy never holds the secret itself. */
export type Reference = { readonly from: 'env'; readonly name: string } | { readonly from: 'file'; readonly path: string };

const referenceForm = /^\$\{(?:env:([A-Za-z_][A-Za-z0-9_]*)|file:([^}]+))\}$/;
export const reference = z.pipe(
  z
    .string()
    .check(z.regex(referenceForm, 'must be a reference, ${env:NAME} or ${file:/path}: secrets never stand in the policy itself')),
  z.transform((text: string): Reference => {
    const [name, path] = matched(referenceForm, text);
    return name === undefined ? { from: 'file', path: path ?? '' } : { from: 'env', name };
  }),
);

const isDate = (text: string): boolean => {
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text);
};
/** `2027-01-31`, the last day; gives the end of that day in UTC, in milliseconds since the epoch. */
export const lastDay = z.pipe(
  z
    .string()
    .check(
      z.regex(/^\d{4}-\d{2}-\d{2}$/, 'is not a date: write YYYY-MM-DD'),
      z.refine(isDate, { error: 'is not a date in the calendar: write YYYY-MM-DD', when: () => true }),
    ),
  z.transform((text: string) => Date.parse(`${text}T00:00:00Z`) + units.d),
);

/** Names that the policy gives: classes, principals, groups, issuers, credentials. */
export const name = z
  .string()
  .check(z.regex(/^[A-Za-z][A-Za-z0-9_.-]{0,62}$/, 'is not a name: letters, digits, "_", "-" and ".", a letter first'));

/** Names that a client connects to; the server's rules for them are wide. */
export const databaseName = z.string().check(z.regex(/^\P{Cc}{1,63}$/u, 'is not a database name'));

export const text = z.string().check(z.regex(/\S/, 'must not be empty'), z.maxLength(1_000, 'is too long'));

const part = String.raw`(?:"(?:[^"]|"")+"|[^".\s()]+)`;
export const columnPattern = z
  .string()
  .check(z.regex(new RegExp(`^${part}\\.${part}\\.${part}$`), 'is not a column: write schema.table.column, "*" for any part'));
export const relationPattern = z
  .string()
  .check(z.regex(new RegExp(`^${part}\\.${part}$`), 'is not a relation: write schema.table, "*" for any part'));
export const functionPattern = z
  .string()
  .check(
    z.regex(new RegExp(`^${part}\\.${part}(?:\\(.*\\))?$`), 'is not a function: write schema.name or schema.name(type, type)'),
  );
