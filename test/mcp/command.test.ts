import { expect, test } from 'vitest';
import { pgveilHere } from '../cli/support.ts';

test.each([
  [[], 'it is not said where the proxy is', 'PGHOST'],
  [['--url', 'postgres://h/d'], 'it names no user', 'postgres://user@host/database'],
  [['--url', 'postgres://a@h/d', '--max-rows', 'many'], '--max-rows is not a number from 1 to 10000', 'plain digits'],
  [['--url', 'postgres://a@h/d', '--timeout', '0'], '--timeout is not a number from 1 to 3600', 'plain digits'],
])('%j is refused before anything is served', async (argv, message, remedy) => {
  const { code, stdout, stderr } = await pgveilHere(['mcp', ...argv]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(message);
  expect(stderr).toContain(remedy);
});
