/** Bundles the page of the HTML report into src/report/html/page.json (byte-identical on rebuild). */
import { build } from 'esbuild';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
export const generatedFile = fileURLToPath(new URL('../src/report/html/page.json', import.meta.url));

const shortened = (css: string): string =>
  css
    .split('\n')
    .map((line) => line.trim())
    .join('\n');

export const generate = async (): Promise<string> => {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['src/report/html/page/main.ts'],
    bundle: true,
    format: 'iife',
    target: 'es2022',
    charset: 'ascii',
    legalComments: 'none',
    minifyWhitespace: true,
    write: false,
  });
  const [script] = outputFiles;
  const style = shortened(readFileSync(new URL('../src/report/html/page/page.css', import.meta.url), 'utf8'));
  return `${JSON.stringify({ script: script?.text.trim() ?? '', style: style.trim() }, undefined, 2)}\n`;
};

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(generatedFile, await generate());
