/** Changes of who sees and may do what. */
import { whole, grant, reveal, mask, principals, issuer, databases, credentials, type Case } from './support.ts';

export const access: readonly Case[] = [
  [
    'an exception',
    {},
    { classification: '{ columns: { public.users.email: none } }' },
    ['shows public.users.email (class email) as it is to dev and ci'],
  ],
  ['a class is gone', {}, { classification: '{}' }, ['shows public.users.email (class email) as it is to dev and ci']],
  [
    'a relation was denied',
    grant('relations: { deny: [public.users] }'),
    reveal('2027-01-31'),
    ['opens public.users to ci', 'opens public.users to dev', 'shows public.users.email (class email) as it is to dev and ci'],
  ],
  [
    'a reveal is prolonged',
    reveal('2027-01-31'),
    reveal('2027-02-28'),
    ['shows public.users.email (class email) as it is to dev and ci beyond 2027-01-31'],
  ],
  [
    'another mask',
    mask('redact'),
    mask('partial'),
    [
      'masks public.users.email (class email) for ci by partial in place of redact',
      'masks public.users.email (class email) for dev by partial in place of redact',
    ],
  ],
  [
    'a mask in place of none',
    { classes: '{ email: {} }' },
    mask('hash'),
    [
      'masks public.users.email (class email) for ci by hash in place of redact',
      'masks public.users.email (class email) for dev by hash in place of redact',
    ],
  ],
  [
    'other options of a mask',
    mask('{ partial: { first: 1 } }'),
    mask('{ partial: { first: 3 } }'),
    [
      'masks public.users.email (class email) for ci with other options of partial',
      'masks public.users.email (class email) for dev with other options of partial',
    ],
    'both ways',
  ],
  [
    'a mask of a grant',
    grant('masks: { email: redact }'),
    {},
    [
      'masks public.users.email (class email) for ci by hash in place of redact',
      'masks public.users.email (class email) for dev by hash in place of redact',
    ],
  ],
  [
    'a relation is allowed',
    grant('relations: { allow: [public.users] }'),
    {},
    ['opens public.salaries to ci', 'opens public.salaries to dev'],
  ],
  [
    'a grant to another',
    { grants: '[{ to: [dev], credential: reader }]' },
    { grants: '[{ to: [dev, ci], credential: reader }]' },
    ['gives ci database app'],
  ],
  [
    'a grant to a group',
    { grants: '[{ to: [ci], credential: reader }]' },
    { grants: '[{ to: [ci, "group:people"], credential: reader }]' },
    ['gives dev database app'],
  ],
  [
    'access',
    { grants: '[{ to: [dev, ci], credential: reader }]' },
    { grants: '[{ to: [dev, ci], credential: reader, access: ddl }]' },
    ['gives ci access ddl, which was read', 'gives dev access ddl, which was read'],
  ],
  [
    'inference',
    grant('inference: strict'),
    grant('inference: open'),
    ['lets ci infer more: inference is open, and was strict', 'lets dev infer more: inference is open, and was strict'],
  ],
  [
    'another credential',
    {},
    { grants: '[{ to: [dev, ci], credential: writer, access: write }]' },
    [
      'connects ci to database app by credential writer, not reader',
      'connects dev to database app by credential writer, not reader',
    ],
    'both ways',
  ],
  [
    'a function',
    {},
    grant('functions: [public.f]'),
    ['takes the word of the policy for public.f when ci calls it', 'takes the word of the policy for public.f when dev calls it'],
  ],
  [
    'a principal',
    { ...principals('dev: { local: dev }'), grants: '[{ to: [dev], credential: reader }]' },
    { ...principals('dev: { local: dev }, ci: { local: ci }'), grants: '[{ to: [dev, ci], credential: reader }]' },
    ['lets principal ci in'],
  ],
  [
    'a claim that is no longer asked for',
    {},
    principals('dev: { local: dev, groups: [people] }, ci: { match: { issuer: hub, repository_id: ["1", "2*"] } }'),
    ['no longer asks principal ci for claim ref'],
  ],
  [
    'more values of a claim',
    {},
    principals('dev: { local: dev, groups: [people] }, ci: { match: { issuer: hub, repository_id: ["*"], ref: main } }'),
    ['takes more values of claim repository_id for principal ci'],
  ],
  [
    'another local name',
    {},
    principals('dev: { local: root, groups: [people] }, ci: { match: { issuer: hub, repository_id: ["1", "2*"], ref: main } }'),
    ['takes another password for principal dev'],
    'both ways',
  ],
  [
    'another issuer of a principal',
    {
      identity:
        '{ local: { verifiers: v }, issuers: { hub: { issuer: "https://a.example" }, lab: { issuer: "https://b.example" } } }',
    },
    {
      identity:
        '{ local: { verifiers: v }, issuers: { hub: { issuer: "https://a.example" }, lab: { issuer: "https://b.example" } } }',
      ...principals(
        'dev: { local: dev, groups: [people] }, ci: { match: { issuer: lab, repository_id: ["1", "2*"], ref: main } }',
      ),
    },
    ['takes tokens of another issuer for principal ci'],
    'both ways',
  ],
  [
    'the order of principals',
    principals('a: { match: { issuer: hub, ref: x } }, ci: { match: { issuer: hub, ref: main } }, dev: { local: dev }'),
    principals('ci: { match: { issuer: hub, ref: main } }, a: { match: { issuer: hub, ref: x } }, dev: { local: dev }'),
    ['tries the principals of issuer hub in another order, or leaves some out'],
    'both ways',
  ],
  [
    'a principal before another that goes',
    principals('a: { match: { issuer: hub, ref: x } }, ci: { match: { issuer: hub, ref: main } }, dev: { local: dev }'),
    principals('ci: { match: { issuer: hub, ref: main } }, dev: { local: dev }'),
    ['tries the principals of issuer hub in another order, or leaves some out'],
  ],
  ['an audience', {}, issuer('audience: other'), ['takes tokens of issuer hub for another audience'], 'both ways'],
  ['an algorithm', {}, issuer('algorithms: [RS256, ES256]'), ['takes more signature algorithms of issuer hub']],
  ['claims of an issuer', issuer('required-claims: [jti]'), {}, ['asks tokens of issuer hub for fewer claims']],
  [
    'the address of an issuer',
    {},
    { identity: '{ local: { verifiers: v }, issuers: { hub: { issuer: "https://evil.example" } } }' },
    ['takes another issuer for hub'],
    'both ways',
  ],
  [
    'verifiers',
    {},
    { identity: whole['identity']?.replace('verifiers: v', 'verifiers: w') ?? '' },
    ['takes passwords from another file'],
    'both ways',
  ],
  [
    'sessions',
    {},
    { identity: whole['identity']?.replace('}', '}, session: { max-age: 12h }') ?? '' },
    ['lets session credentials live longer'],
  ],
  ['a database', {}, { databases: `{ app: { ${credentials} }, more: { ${credentials} } }` }, ['opens database more']],
  [
    'another database upstream',
    {},
    databases(`database: other, ${credentials}`),
    ['takes another database of the server for app'],
    'both ways',
  ],
  [
    'where a credential is',
    {},
    databases(credentials.replace('URL', 'ADMIN')),
    ['takes credential reader of database app from elsewhere'],
    'both ways',
  ],
  ['a superuser', {}, databases(`allow-superuser: true, ${credentials}`), ['lets pgveil connect to database app as a superuser']],
  [
    'look-ups',
    {},
    { classes: '{ email: { mask: hash, lookup: true } }' },
    ['lets conditions compare class email with constants'],
  ],
];
