import { randomBytes } from 'node:crypto';
import { dirname } from 'node:path';
import type { AsRoot } from './root.ts';

/** Where an isolated proxy runs from: what it runs belongs to root, and its audit to its own user alone. */
export interface IsolatedPlace {
  readonly directory: string;
  readonly node: string;
  readonly entry: string;
  readonly audit: string;
}

/**
 * Copies Node.js and the bundle to a place that no later step can write: the bundle loads parts of itself late, and the
 * runner's own copies belong to the runner's user, whose home the proxy's user cannot enter either.
 */
export const makePlace = (
  asRoot: AsRoot,
  uid: number,
  { node, entry }: { readonly node: string; readonly entry: string },
): IsolatedPlace => {
  const directory = `/var/lib/pgveil-${randomBytes(6).toString('hex')}`;
  const own = ['-o', String(uid), '-g', String(uid)];
  asRoot('install', '-d', '-m', '0755', '-o', 'root', '-g', 'root', directory);
  asRoot('install', '-m', '0755', '-o', 'root', '-g', 'root', node, `${directory}/node`);
  asRoot('cp', '-R', '--no-preserve=all', dirname(entry), `${directory}/dist`);
  asRoot('chmod', '-R', 'u=rwX,go=rX', `${directory}/dist`);
  asRoot('install', '-d', '-m', '0700', ...own, `${directory}/audit`);
  return { directory, node: `${directory}/node`, entry: `${directory}/dist/pgveil.js`, audit: `${directory}/audit` };
};
