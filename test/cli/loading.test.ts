import { build, type Metafile } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundledAction } from '../support/bundled-action.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The files that are loaded when one is, without those that it may import later. */
const loadedWith = ({ inputs }: Metafile, start: string, seen = new Set<string>()): ReadonlySet<string> => {
  if (seen.has(start)) return seen;
  seen.add(start);
  for (const { path, kind } of inputs[start]?.imports ?? []) {
    if (kind === 'import-statement' || kind === 'require-call') loadedWith({ inputs, outputs: {} }, path, seen);
  }
  return seen;
};

const packagesOf = (files: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...files].flatMap((file) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? []));

describe('what a command loads', () => {
  let metafile: Metafile;
  beforeAll(async () => {
    const result = await build({
      absWorkingDir: root,
      entryPoints: ['src/cli/pgveil.ts'],
      outdir: 'unused',
      bundle: true,
      write: false,
      platform: 'node',
      format: 'esm',
      splitting: true,
      metafile: true,
      logLevel: 'silent',
      external: ['pg-native', 'cloudflare:sockets'],
    });
    metafile = result.metafile;
  });

  it('is no package before a command is known', () => {
    expect([...packagesOf(loadedWith(metafile, 'src/cli/pgveil.ts'))]).toEqual([]);
  });

  it('has the MCP SDK in no command before it serves', () => {
    const files = Object.keys(metafile.inputs).filter((path) => path.startsWith('src/cli/'));
    const sdk = (path: string): boolean => packagesOf(loadedWith(metafile, path)).has('@modelcontextprotocol/sdk');
    expect(files.length).toBeGreaterThan(10);
    expect(files.filter(sdk)).toEqual([]);
    expect(sdk('src/mcp/open.ts')).toBe(true);
  });

  it('lets the proxy begin with its parsers, and load the larger ones while it waits for others', () => {
    const packages = (name: string): ReadonlySet<string> => packagesOf(loadedWith(metafile, `src/cli/${name}.ts`));
    expect([...packages('serve')].filter((name) => ['pg', 'yaml', 'node-sql-parser'].includes(name))).toEqual([]);
    expect([...packages('serve-policy')]).toContain('pg');
    expect([...packages('serve-policy')]).not.toContain('node-sql-parser');
  });

  it.each([
    ['passwd', ['@mongodb-js/saslprep', 'sparse-bitfield', 'memory-pager']],
    ['audit-verify', ['zod']],
    ['audit-replay', ['zod']],
  ])('is little for %s', (name, packages) => {
    const files = loadedWith(metafile, `src/cli/${name}.ts`);
    expect([...files].map((file) => basename(file))).toContain('errors.ts');
    expect([...packagesOf(files)].toSorted()).toEqual(packages.toSorted());
  });
});

describe('the bundled command line', () => {
  it('knows the errors of the proxy, which is a bundle of its own', async () => {
    const entry = join(await bundledAction(), 'dist/pgveil.js');
    const { stderr, status } = spawnSync(process.execPath, [entry, 'serve'], { encoding: 'utf8' });
    expect(stderr).toContain('serve needs --policy FILE [PGVEIL_INPUT]');
    expect(status).toBe(2);
  });
});
