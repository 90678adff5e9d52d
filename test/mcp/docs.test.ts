/** The configurations that docs/agents.md shows, as their clients would read them. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { tools } from '../../src/mcp/tools/index.ts';
import { readTarget } from '../../src/mcp/target.ts';

const text = readFileSync(fileURLToPath(new URL('../../docs/agents.md', import.meta.url)), 'utf8');

interface Configuration {
  readonly mcpServers: {
    readonly database: { readonly args: readonly string[]; readonly env: Readonly<Record<string, string>> };
  };
}

const environment = { PGHOST: '127.0.0.1', PGPORT: '6432', PGUSER: 'agent', PGPASSWORD: 'p&=%/ w', PGDATABASE: 'app' };

test.each([
  ['claude', /^\$\{(\w+)\}$/],
  ['cursor', /^\$\{env:(\w+)\}$/],
])('the configuration for %s leads to the proxy', (client, reference) => {
  const json = new RegExp(`<!-- agents: ${client} -->\\n\`\`\`json\\n([^\`]*)\`\`\``).exec(text)?.[1] ?? '';
  const { args, env } = (JSON.parse(json) as Configuration).mcpServers.database;
  expect(commands.map(({ name }) => name)).toContain(args[1]);
  const variables: Readonly<Record<string, string>> = environment;
  const given = Object.fromEntries(
    Object.entries(env).map(([name, value]) => [name, variables[reference.exec(value)?.[1] ?? ''] ?? '']),
  );
  expect(given).toEqual(environment);
  expect(readTarget(undefined, given)).toMatchObject({
    target: { host: '127.0.0.1', port: 6432, database: 'app' },
    credential: { user: 'agent', password: 'p&=%/ w' },
  });
});

test('the configuration for Codex names the same variables', () => {
  const [, list = ''] = /env_vars = (\[.*\])/.exec(text) ?? [];
  expect(JSON.parse(list)).toEqual(Object.keys(environment));
});

test('the table of tools has each', () => {
  expect([...text.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name)).toEqual(tools.map(({ name }) => name));
});
