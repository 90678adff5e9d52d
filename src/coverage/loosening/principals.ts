/** Who is let in, and as whom. */
import { glob } from '../../policy/patterns.ts';
import type { PrincipalRule } from '../../policy/policy.ts';
import { readersOf } from '../readers.ts';
import { loosened, paired, same, type Change, type Loosened, type Loosening } from './types.ts';

const byName = (principals: readonly PrincipalRule[]): ReadonlyMap<string, PrincipalRule> =>
  new Map(principals.map((principal) => [principal.name, principal]));

/** Whether a pattern takes no text that none of the others takes; of two with `*` only equal ones are compared. */
const within = (pattern: string, others: readonly string[]): boolean =>
  others.some((other) => other === pattern || other === '*' || (!pattern.includes('*') && glob(other).test(pattern)));

const added: Loosening = {
  keys: ['principals'],
  find: ({ before, after }) => {
    const known = byName(before.principals);
    const granted = new Set(
      [...after.databases.keys()].flatMap((name) => readersOf(after, name).map(({ principal }) => principal)),
    );
    return after.principals
      .filter(({ name }) => !known.has(name) && granted.has(name))
      .map(({ name }) => loosened(`principal ${name}`, `lets principal ${name} in`, ['principals', name]));
  },
};

const widened = ([name, was, is]: readonly [string, PrincipalRule, PrincipalRule]): readonly Loosened[] => {
  const at = (key: string, says: string): Loosened => loosened(`principal ${name} ${key}`, says, ['principals', name]);
  const claims = Object.entries(was.claims).flatMap(([claim, patterns]) => {
    const now = is.claims[claim];
    if (now === undefined) return [at(claim, `no longer asks principal ${name} for claim ${claim}`)];
    return now.every((pattern) => within(pattern, patterns))
      ? []
      : [at(claim, `takes more values of claim ${claim} for principal ${name}`)];
  });
  return [
    ...(is.issuer === undefined || is.issuer === was.issuer
      ? []
      : [at('issuer', `takes tokens of another issuer for principal ${name}`)]),
    ...(is.local === undefined || is.local === was.local ? [] : [at('local', `takes another password for principal ${name}`)]),
    ...(is.issuer === undefined ? [] : claims),
  ];
};

const matches: Loosening = {
  keys: ['principals.*.match', 'principals.*.match.issuer', 'principals.*.local'],
  find: ({ before, after }) => paired(byName(before.principals), byName(after.principals)).both.flatMap(widened),
};

/** Names of those that tokens of an issuer can be, in the order in which they are tried. */
const tried = (principals: readonly PrincipalRule[]): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>();
  for (const { name, issuer } of principals) {
    if (issuer !== undefined) found.set(issuer, [...(found.get(issuer) ?? []), name]);
  }
  return found;
};

/** The first that matches holds: whoever is no longer tried before another leaves its tokens to that one. */
const order: Loosening = {
  keys: ['principals'],
  find: ({ before, after }: Change) =>
    paired(tried(before.principals), tried(after.principals)).both.flatMap(([issuer, was, is]) => {
      const left = was.filter((name) => is.includes(name));
      const last = was.findLastIndex((name) => is.includes(name));
      const gone = was.some((name, index) => index < last && !is.includes(name));
      return gone ||
        !same(
          left,
          is.filter((name) => was.includes(name)),
        )
        ? [
            loosened(`principals of ${issuer}`, `tries the principals of issuer ${issuer} in another order, or leaves some out`, [
              'principals',
            ]),
          ]
        : [];
    }),
};

export const principals: readonly Loosening[] = [added, matches, order];
