import { watch, type FSWatcher } from 'node:fs';
import { basename, dirname } from 'node:path';
import { once } from 'node:events';

/** Editors write a file in several steps. */
const quiet = 100;

/**
 * Calls `act` at once, and again whenever one of the files, or a file below one of the directories, has changed; until
 * `signal` ends it. Files are watched by their directories: editors put new ones in their place.
 */
export const whenChanged = async (
  paths: { readonly files: readonly string[]; readonly directories: readonly string[] },
  signal: AbortSignal,
  act: () => Promise<void>,
): Promise<void> => {
  let changed = true;
  let wake: (() => void) | undefined;
  const notice = (): void => {
    changed = true;
    wake?.();
  };
  const watchers: FSWatcher[] = [
    ...paths.files.map((file) =>
      watch(dirname(file), (_event, name) => {
        if (name === null || name === basename(file)) notice();
      }),
    ),
    ...paths.directories.map((directory) => watch(directory, { recursive: true }, notice)),
  ];
  const ended = once(signal, 'abort');
  try {
    while (!signal.aborted) {
      if (changed) {
        changed = false;
        await act();
      } else {
        await Promise.race([
          ended,
          new Promise<void>((resolve) => {
            wake = resolve;
          }),
        ]);
        await new Promise((resolve) => setTimeout(resolve, quiet));
      }
    }
  } finally {
    for (const watcher of watchers) watcher.close();
  }
};
