import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const expression = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern
      .split('/')
      .map((part) =>
        part === '**'
          ? '**'
          : part
              .split('*')
              .map((text) => text.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`))
              .join('[^/]*'),
      )
      .join('/')
      .replaceAll('**/', '(?:.*/)?')
      .replaceAll('**', '.*')}$`,
  );

const skipped: ReadonlySet<string> = new Set(['node_modules', '.git']);

const below = (directory: string, path: string): readonly string[] =>
  readdirSync(join(directory, path), { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const name = path === '' ? entry.name : `${path}/${entry.name}`;
      if (entry.isDirectory()) return skipped.has(entry.name) ? [] : below(directory, name);
      return entry.isFile() ? [name] : [];
    });

/** Files that a pattern with `*` and `**` means, as paths like the pattern's, in order; a plain path is given back as it is. */
export const matchingFiles = (directory: string, pattern: string): readonly string[] => {
  if (!pattern.includes('*')) return [pattern];
  const parts = pattern.split('/');
  const start = parts.slice(
    0,
    parts.findIndex((part) => part.includes('*')),
  );
  const form = expression(parts.slice(start.length).join('/'));
  const root = start.join('/');
  return below(join(directory, root), '')
    .filter((path) => form.test(path))
    .map((path) => (root === '' ? path : `${root}/${path}`));
};
