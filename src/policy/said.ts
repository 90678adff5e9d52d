/** What is said of a column beside the policy's own rules: its comment, its security label, files of other tools. */
import type { Column, Relation } from '../catalog/types.ts';
import { glob, isSystemSchema } from './patterns.ts';
import { noClass, type Declaration, type LabelRule, type Policy } from './policy.ts';
import type { Origin } from './types.ts';

export interface Said {
  readonly class: string;
  readonly origin: Origin;
}

const nowhere = { file: undefined, line: undefined, column: undefined } as const;

/** A text in which `syntax` names a class; `{class}` of the syntax stands for the name. */
export const classNamer = (syntax: string): ((text: string) => string | undefined) => {
  const literal = (part: string): string =>
    part
      .trim()
      .split(/\s+/)
      .map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
      .join(String.raw`\s+`);
  const [before = '', after = ''] = syntax.split('{class}');
  const space = (text: string): string => (/\s/.test(text) ? String.raw`\s+` : String.raw`\s*`);
  const form = new RegExp(
    `${before.trim() === '' ? String.raw`(?:^|\s)` : String.raw`(?:^|[^\w@])`}${literal(before)}${space(before.slice(-1))}([A-Za-z][A-Za-z0-9_.-]{0,62})${space(after.slice(0, 1))}${literal(after)}`,
  );
  // A full stop that ends a sentence is no part of the name.
  return (text) => form.exec(text)?.[1]?.replace(/\.+$/, '');
};

/** Words in the names of the functions that PostgreSQL Anonymizer masks with, and the class that their values are of. */
const functions: readonly (readonly [RegExp, string])[] = [
  [/email/, 'email'],
  [/(?:first|last|sur|full|person).?name|fake_name|dummy_name/, 'person_name'],
  [/phone|cell/, 'phone'],
  [/iban|credit_card|siret|vat/, 'financial'],
  [/address|street/, 'street_address'],
  [/post.?code|zip/, 'postal_code'],
  [/city|region|state/, 'city_region'],
  [/birth/, 'date_of_birth'],
  [/user.?name/, 'username'],
  [/company|employer/, 'employer'],
  [/ssn|national/, 'gov_id'],
  [/ip(?:v4|v6)?$/, 'ip_address'],
];

/** For a masking rule that tells nothing of what it masks. */
export const maskedClass = 'anon-masked';

const labelClass = (label: string, rules: readonly LabelRule[]): string | undefined => {
  const rule = rules.find(({ pattern }) => glob(pattern).test(label));
  if (rule !== undefined) return rule.class;
  if (!/^\s*MASKED\s+WITH\b/i.test(label)) return undefined;
  const name = /^\s*MASKED\s+WITH\s+FUNCTION\s+(?:"?\w+"?\.)?"?(\w+)/i.exec(label)?.[1]?.toLowerCase() ?? '';
  return functions.find(([form]) => form.test(name))?.[1] ?? maskedClass;
};

/** By relation and column name; a name with NUL there is none. */
const declarationIndex = (declarations: readonly Declaration[]): ReadonlyMap<string, readonly Declaration[]> => {
  const found = new Map<string, Declaration[]>();
  for (const one of declarations) {
    const key = `${one.relation}\0${one.name}`;
    found.set(key, [...(found.get(key) ?? []), one]);
  }
  return found;
};

/** The function that the columns of system relations have names of. */
export type Sayings = (relation: Relation, column: Column) => readonly Said[];

/** In order of precedence. Labels show at most what an owner wrote for everyone to read: their text is not quoted. */
export const sayings = (policy: Policy): Sayings => {
  const named = policy.comments ? classNamer(policy.commentSyntax) : undefined;
  const declared = declarationIndex(policy.declarations ?? []);
  return (relation, column) => {
    const said: Said[] = [];
    const name = column.comment === undefined ? undefined : named?.(column.comment);
    // Whoever may change a table may write its comments: one can classify a column, and not take a class away.
    if (name !== undefined && name !== noClass) {
      const text = policy.commentSyntax.replace('{class}', name);
      said.push({ class: name, origin: { ...nowhere, source: 'comment', text } });
    }
    const label =
      column.securityLabel === undefined || policy.labels === undefined
        ? undefined
        : labelClass(column.securityLabel, policy.labels);
    if (label !== undefined && label !== noClass) {
      said.push({ class: label, origin: { ...nowhere, source: 'security-label', text: 'SECURITY LABEL FOR anon' } });
    }
    if (declared.size === 0 || isSystemSchema(relation.schema)) return said;
    for (const one of declared.get(`${relation.name}\0${column.name}`) ?? []) {
      if (one.schemas?.some((pattern) => glob(pattern).test(relation.schema)) === false) continue;
      const { source, file, line, text } = one;
      said.push({ class: one.class, origin: { source, file, line, column: one.column, text } });
    }
    return said;
  };
};
