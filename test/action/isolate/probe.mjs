// What an agent's step could try against the proxy: prints what each attempt came to, as JSON.
import { execFileSync } from 'node:child_process';
import { accessSync, constants, openSync, readdirSync, readFileSync, readlinkSync, readSync } from 'node:fs';

const secret = process.argv[2] ?? '';

/** The command line and the start of a process are for everybody to see. */
const commandLine = (id) => readFileSync(`/proc/${id}/cmdline`, 'utf8').split('\0');
const startOf = (id) => {
  const stat = readFileSync(`/proc/${id}/stat`, 'utf8');
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]);
};
const isProxy = (id) => {
  try {
    const words = commandLine(id);
    const own = words.some((word) => word.startsWith('/var/lib/pgveil-') || word.startsWith(process.env.RUNNER_TEMP));
    return own && words[1]?.endsWith('/pgveil.js') && words.includes('serve');
  } catch {
    return false;
  }
};
const pid = readdirSync('/proc')
  .filter((name) => /^\d+$/.test(name) && isProxy(name))
  .sort((a, b) => startOf(b) - startOf(a))[0];
if (pid === undefined) throw new Error('there is no proxy');
const at = (name) => `/proc/${pid}/${name}`;

/** Looks for the secret in every readable part of the process's memory. */
const searchMemory = () => {
  const memory = openSync(at('mem'), 'r');
  for (const line of readFileSync(at('maps'), 'utf8').split('\n')) {
    const [, from = '0', to = '0', flags = ''] = /^([0-9a-f]+)-([0-9a-f]+) (\S+)/.exec(line) ?? [];
    const [start, end] = [BigInt(`0x${from}`), BigInt(`0x${to}`)];
    if (!flags.startsWith('rw') || end - start > 1n << 28n) continue;
    const bytes = Buffer.alloc(Number(end - start));
    try {
      readSync(memory, bytes, 0, bytes.length, start);
    } catch {
      continue;
    }
    if (bytes.includes(secret) || bytes.includes(Buffer.from(secret, 'utf16le'))) return 'found the secret';
  }
  return 'read, and found nothing';
};

const attempts = {
  environment: () => readFileSync(at('environ')).length > 0 && 'read',
  memory: searchMemory,
  descriptors: () => readdirSync(at('fd')).length > 0 && 'read',
  directory: () => readlinkSync(at('cwd')),
  signal: () => process.kill(Number(pid), 0) && 'allowed',
  audit: () => {
    const words = commandLine(pid);
    const audit = words[words.indexOf('--audit') + 1];
    accessSync(audit, constants.R_OK);
    return 'read';
  },
  program: () => {
    accessSync(commandLine(pid)[1], constants.W_OK);
    return 'may be changed';
  },
  sudo: () => execFileSync('sudo', ['-n', 'id', '-u'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim(),
};

const outcome = (attempt) => {
  try {
    return attempt();
  } catch (error) {
    return `refused: ${error.code ?? error.status ?? error.message}`;
  }
};

console.log(
  `PROBE ${JSON.stringify(Object.fromEntries(Object.entries(attempts).map(([name, attempt]) => [name, outcome(attempt)])))}`,
);
