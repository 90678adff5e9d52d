import { accessSync, constants, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PgveilError } from '../../src/errors.ts';
import { hasSudo, type AsRoot } from './root.ts';

/** Sockets whose peer does what root may, by what they belong to. */
const sockets: readonly string[] = [
  '/run/docker.sock',
  '/run/containerd/containerd.sock',
  '/run/podman/podman.sock',
  '/run/incus/unix.socket',
  '/var/lib/incus/unix.socket',
  '/var/snap/lxd/common/lxd/unix.socket',
];

/** Files of this directory are read in order, and of rules that match the last one holds (sudoers(5)). */
const rule = '/etc/sudoers.d/zzzz-pgveil';

const usable = (socket: string): boolean => {
  try {
    accessSync(socket, constants.W_OK);
    return true;
  } catch {
    return false;
  }
};

/**
 * Takes password-less sudo and the container engines from the user `uid`, for the rest of the machine's life. Throws
 * PGVEIL_INPUT where the user has a way to root afterwards.
 */
export const dropRoot = (asRoot: AsRoot, uid: number, directory: string): void => {
  for (const socket of sockets.filter((path) => existsSync(path))) {
    asRoot('chown', 'root:root', socket);
    asRoot('chmod', '0600', socket);
  }
  const file = join(directory, 'sudoers');
  writeFileSync(file, `#${String(uid)} ALL=(ALL:ALL) !ALL\n`, { mode: 0o600 });
  asRoot('install', '-m', '0440', '-o', 'root', '-g', 'root', file, rule);
  const left = [...(hasSudo() ? ['sudo'] : []), ...sockets.filter(usable)];
  if (left.length === 0) return;
  throw new PgveilError('PGVEIL_INPUT', `Input \`isolate\`: this user is still root by ${left.join(', ')}.`, {
    remedy: 'Use a GitHub-hosted runner, or run the proxy as a service container (`mode: connect`).',
  });
};
