/** Which tokens and passwords are taken. */
import type { Policy } from '../../policy/policy.ts';
import { loosened, paired, type Loosened, type Loosening } from './types.ts';

const identityOf = ({ document }: Policy): Policy['document']['identity'] => document.identity;

const issuersOf = (
  policy: Policy,
): ReadonlyMap<string, Policy['document']['identity']['issuers'][string] & { readonly takes: string }> => {
  const { issuers, audience } = identityOf(policy);
  return new Map(Object.entries(issuers).map(([name, issuer]) => [name, { ...issuer, takes: issuer.audience ?? audience }]));
};

const issuers: Loosening = {
  keys: [
    'identity.audience',
    'identity.issuers',
    'identity.issuers.*.issuer',
    'identity.issuers.*.audience',
    'identity.issuers.*.algorithms',
    'identity.issuers.*.required-claims',
  ],
  find: ({ before, after }) =>
    // A new issuer lets nobody in: a principal has to name it.
    paired(issuersOf(before), issuersOf(after)).both.flatMap(([name, was, is]) => {
      const one = (key: string, says: string): Loosened =>
        loosened(`issuer ${name} ${key}`, says, ['identity', 'issuers', name, key]);
      const { algorithms } = is;
      return [
        ...(was.issuer === is.issuer ? [] : [one('issuer', `takes another issuer for ${name}`)]),
        ...(was.takes === is.takes ? [] : [one('audience', `takes tokens of issuer ${name} for another audience`)]),
        ...(algorithms.every((algorithm) => was.algorithms.includes(algorithm))
          ? []
          : [one('algorithms', `takes more signature algorithms of issuer ${name}`)]),
        ...(was['required-claims'].every((claim) => is['required-claims'].includes(claim))
          ? []
          : [one('required-claims', `asks tokens of issuer ${name} for fewer claims`)]),
      ];
    }),
};

const verifiers: Loosening = {
  keys: ['identity.local', 'identity.local.verifiers'],
  find: ({ before, after }) => {
    const [was, is] = [identityOf(before).local?.verifiers, identityOf(after).local?.verifiers];
    return was === undefined || is === undefined || was === is
      ? []
      : [loosened('verifiers', 'takes passwords from another file', ['identity', 'local', 'verifiers'])];
  },
};

const sessions: Loosening = {
  keys: ['identity.session', 'identity.session.max-age'],
  find: ({ before, after }) =>
    identityOf(after).session['max-age'] > identityOf(before).session['max-age']
      ? [loosened('session max-age', 'lets session credentials live longer', ['identity', 'session', 'max-age'])]
      : [],
};

export const identity: readonly Loosening[] = [issuers, verifiers, sessions];
