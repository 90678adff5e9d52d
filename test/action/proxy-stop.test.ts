import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, expect, test } from 'vitest';
import { isProxy, stopProxy } from '../../action/proxy-stop.ts';

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

/** A process with `marker` on its command line, once it says that it is there. */
const run = async (script: string, marker: string): Promise<ChildProcess & { pid: number }> => {
  const child = spawn(process.execPath, ['-e', `${script};console.log('up')`, marker], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  await once(child.stdout, 'data');
  return child as ChildProcess & { pid: number };
};
const forever = 'setInterval(() => undefined, 1000)';

test.each([0, 1, -1, Number.NaN, 1.5])('%d is never a proxy', (pid) => {
  expect(isProxy(pid, '')).toBe(false);
});

test('a process that got the number of a proxy is left alone', async () => {
  const child = await run(forever, '/tmp/pgveil-other');
  expect(await stopProxy(child.pid, '/tmp/pgveil-mine', 1000)).toBe('was-dead');
  expect(child.exitCode ?? child.signalCode).toBeNull();
});

test('a proxy that ends on TERM is stopped', async () => {
  const child = await run(`process.on('SIGTERM', () => process.exit(0));${forever}`, '/tmp/pgveil-a');
  expect(await stopProxy(child.pid, '/tmp/pgveil-a', 5000)).toBe('stopped');
});

test('a proxy that does not is killed', async () => {
  const child = await run(`process.on('SIGTERM', () => undefined);${forever}`, '/tmp/pgveil-b');
  expect(await stopProxy(child.pid, '/tmp/pgveil-b', 50)).toBe('killed');
});

test('a zombie is no proxy', async () => {
  const child = await run(forever, '/tmp/pgveil-c');
  // The parent (`sh`, replaced by `sleep`) never waits for its child, which stays a zombie.
  const parent = spawn('sh', ['-c', `${process.execPath} -e 0 /tmp/pgveil-zombie & echo $!; exec sleep 30`]);
  children.push(parent);
  const [line] = (await once(parent.stdout, 'data')) as [Buffer];
  const pid = Number(line.toString());
  await expect.poll(() => isProxy(pid, '/tmp/pgveil-zombie'), { timeout: 10_000 }).toBe(false);
  expect(() => process.kill(pid, 0)).not.toThrow();
  expect(isProxy(child.pid, '/tmp/pgveil-c')).toBe(true);
});
