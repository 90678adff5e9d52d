import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Puts files into a workspace, by path. */
export const files =
  (contents: Readonly<Record<string, string>>) =>
  (workspace: string): void => {
    for (const [path, text] of Object.entries(contents)) {
      mkdirSync(dirname(join(workspace, path)), { recursive: true });
      writeFileSync(join(workspace, path), text);
    }
  };

/** Every file below `directory` with its bytes. */
export const contentsBelow = (directory: string): Map<string, Buffer> =>
  new Map(
    readdirSync(directory, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path, readFileSync(path)]),
  );

/** A policy that is valid, and whose database is not there. */
export const somePolicy = `version: 1
databases:
  shop:
    credentials:
      reader: { url: '\${env:PGVEIL_DATABASE_URL}' }
identity:
  issuers:
    github: { issuer: 'http://127.0.0.1/oidc' }
principals:
  ci-agent:
    match: { issuer: github, repository_id: '74218501' }
grants:
  - to: [ci-agent]
`;
