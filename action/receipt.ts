import { readFileSync, writeFileSync } from 'node:fs';
import type { ProxyFiles } from './proxy-files.ts';
import type { State } from './state.ts';

/** Whether post has already been here. Only post knows the receipt's text, so that no earlier step can write it. */
export const hasReceipt = (files: ProxyFiles, state: State): boolean => {
  try {
    return readFileSync(files.receipt, 'utf8') === state.receipt;
  } catch {
    return false;
  }
};

export const writeReceipt = (files: ProxyFiles, state: State): void => {
  writeFileSync(files.receipt, state.receipt, { mode: 0o600 });
};
