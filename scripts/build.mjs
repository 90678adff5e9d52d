// Bundles the Action's entries and the command line into dist/ (ESM, split, byte-identical on rebuild).
import { build } from 'esbuild';
import { copyFileSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** Builds into `outdir`; returns nothing. Throws on any error or warning. */
export const bundle = async (outdir) => {
  rmSync(outdir, { recursive: true, force: true });
  const result = await build({
    absWorkingDir: root,
    entryPoints: { main: 'action/main.ts', post: 'action/post.ts', pgveil: 'src/cli/pgveil.ts' },
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
  if (result.warnings.length > 0) throw new Error('esbuild gave warnings');
  // libpg-query looks for its wasm beside the file that loads it: whichever chunk that is.
  copyFileSync(join(root, 'node_modules/libpg-query/wasm/libpg-query.wasm'), join(outdir, 'chunks/libpg-query.wasm'));
  copyFileSync(join(root, 'node_modules/libpg-query/wasm/libpg-query.wasm'), join(outdir, 'libpg-query.wasm'));
  writeFileSync(join(outdir, 'licenses.txt'), licenses(result.metafile));
  writeFileSync(join(outdir, 'package.json'), '{ "type": "module" }\n');
};

/** The licence text of every package that is in the bundle. */
const licenses = (metafile) => {
  const names = new Set();
  for (const input of Object.keys(metafile.inputs)) {
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
