import { load } from '../../policy/support.ts';

/** Sections of a policy, each as YAML in one line; a change writes only those that it changes. */
export type Document = Readonly<Record<string, string>>;

export const whole: Document = {
  databases: '{ app: { credentials: { reader: { url: "${env:URL}" }, writer: { url: "${env:W}" } } } }',
  identity:
    '{ audience: pgveil, local: { verifiers: v }, issuers: { hub: { issuer: "https://token.actions.githubusercontent.com" } } }',
  classes: '{ email: { mask: hash } }',
  classification: '{ columns: { public.users.email: email } }',
  principals: '{ dev: { local: dev, groups: [people] }, ci: { match: { issuer: hub, repository_id: ["1", "2*"], ref: main } } }',
  grants: '[{ to: [dev, ci], credential: reader, access: write }]',
};

export const policyOf = (changed: Document): ReturnType<typeof load> =>
  load(['version: 1', ...Object.entries({ ...whole, ...changed }).map(([key, value]) => `${key}: ${value}`), ''].join('\n'));

export const grant = (more: string): Document => ({ grants: `[{ to: [dev, ci], credential: reader, access: write, ${more} }]` });
export const reveal = (until: string): Document => grant(`reveal: [{ class: email, reason: support, until: ${until} }]`);
export const mask = (text: string): Document => ({ classes: `{ email: { mask: ${text} } }` });
export const principals = (text: string): Document => ({ principals: `{ ${text} }` });
export const issuer = (more: string): Document => ({
  identity: `{ audience: pgveil, local: { verifiers: v }, issuers: { hub: { issuer: "https://token.actions.githubusercontent.com", ${more} } } }`,
});
export const databases = (more: string): Document => ({ databases: `{ app: { ${more} } }` });
export const credentials = 'credentials: { reader: { url: "${env:URL}" }, writer: { url: "${env:W}" } }';
export const suppress = (one: string): Document => ({ coverage: `{ suppress: [{ ${one}, reason: agreed }] }` });
export const sink = (more: string): Document => ({ audit: `{ sinks: { store: { ${more} } } }` });
export const s3 = 'kind: s3, endpoint: "https://s3.example", bucket: b, access-key-id: "${env:A}", secret-access-key: "${env:S}"';

/** Name, before, after, what is said. The change the other way round loosens nothing, unless `both ways` is said. */
export type Case = readonly [string, Document, Document, readonly string[], bothWays?: 'both ways'];
