// Bundles the Action's entries and the command line into dist/ (ESM, split, byte-identical on rebuild).
import { build } from 'esbuild';
import { copyFileSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

const options = (outdir) => ({
  absWorkingDir: root,
  outdir,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  metafile: true,
  legalComments: 'none',
  logLevel: 'warning',
  external: ['pg-native', 'cloudflare:sockets'],
  define: {
    __dirname: 'import.meta.dirname',
    __filename: 'import.meta.filename',
    // Node 20 has none: pg then looks where it runs by making a Response, which loads Node's whole HTTP client.
    navigator: '{ "userAgent": "Node.js" }',
  },
  banner: {
    js: "import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);",
  },
});

/**
 * The proxy is a bundle of its own, dist/serve.js: it shares no chunks with the other commands, so that it is a few large
 * files in place of many small ones, of which each takes Node most of a millisecond.
 */
const proxyApart = {
  name: 'proxy-apart',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^\.\/serve\.ts$/ }, ({ resolveDir }) =>
      resolveDir.endsWith('/src/cli') ? { path: './serve.js', external: true } : undefined,
    );
  },
};

/** Builds into `outdir`; returns nothing. Throws on any error or warning. */
export const bundle = async (outdir) => {
  rmSync(outdir, { recursive: true, force: true });
  const results = await Promise.all([
    build({
      ...options(outdir),
      entryPoints: { main: 'action/main.ts', post: 'action/post.ts', pgveil: 'src/cli/pgveil.ts' },
      plugins: [proxyApart],
    }),
    build({ ...options(outdir), entryPoints: { serve: 'src/cli/serve.ts' } }),
  ]);
  if (results.some(({ warnings }) => warnings.length > 0)) throw new Error('esbuild gave warnings');
  // libpg-query looks for its wasm beside the file that loads it, which is a chunk.
  copyFileSync(join(root, 'node_modules/libpg-query/wasm/libpg-query.wasm'), join(outdir, 'chunks/libpg-query.wasm'));
  writeFileSync(join(outdir, 'licenses.txt'), licenses(results.flatMap(({ metafile }) => Object.keys(metafile.inputs))));
  writeFileSync(join(outdir, 'package.json'), '{ "type": "module" }\n');
};

/** The licence text of every package that is in the bundle. */
const licenses = (inputs) => {
  const names = new Set();
  for (const input of inputs) {
    const match = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (match !== null) names.add(match[0]);
  }
  return [...names]
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map((directory) => {
      const { name, version, license } = JSON.parse(readFileSync(join(root, directory, 'package.json'), 'utf8'));
      const file = readdirSync(join(root, directory)).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
      const text =
        file !== undefined && existsSync(join(root, directory, file)) ? readFileSync(join(root, directory, file), 'utf8') : '';
      return `${name} ${version}\n${typeof license === 'string' ? license : 'see text'}\n\n${text.trim().replaceAll('\r\n', '\n')}\n`;
    })
    .join('\n---\n\n');
};

if (process.argv[1] === fileURLToPath(import.meta.url)) await bundle(join(root, 'dist'));
