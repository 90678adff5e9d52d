import { posix } from 'node:path';
import type { FileTree } from './file-tree.ts';

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

/** Files that a pattern with `*` and `**` means, in order; a plain path is given back as it is. */
export const matchingFiles = (tree: FileTree, pattern: string): readonly string[] => {
  const path = posix.normalize(pattern);
  if (!path.includes('*')) return [path];
  const parts = path.split('/');
  const start = parts
    .slice(
      0,
      parts.findIndex((part) => part.includes('*')),
    )
    .join('/');
  const form = expression(path);
  return (tree.list(start === '' ? '.' : start) ?? []).filter((file) => form.test(file));
};
