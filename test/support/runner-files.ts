import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files through which a step talks to its runner (`GITHUB_ENV` and so on), made anew for each step. */
export interface StepFiles {
  readonly environment: Readonly<Record<string, string>>;
  readonly env: () => Record<string, string>;
  readonly output: () => Record<string, string>;
  readonly state: () => Record<string, string>;
  readonly path: () => string[];
  readonly summary: () => string;
}

/** Reads `name=value` lines and `name<<delimiter` blocks. */
export const parseFileCommand = (text: string): Record<string, string> => {
  const result: Record<string, string> = {};
  const lines = text.split(/\r?\n/);
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const block = /^([^=]*?)<<(.+)$/.exec(line);
    const pair = /^([^=]+)=(.*)$/.exec(line);
    if (block !== null) {
      const end = lines.indexOf(block[2] ?? '', index + 1);
      if (end < 0) throw new Error(`Invalid value. Matching delimiter not found '${block[2] ?? ''}'`);
      result[block[1] ?? ''] = lines.slice(index + 1, end).join('\n');
      index = end;
    } else if (pair !== null) result[pair[1] ?? ''] = pair[2] ?? '';
    else if (line !== '') throw new Error(`Invalid format '${line}'`);
  }
  return result;
};

export const makeStepFiles = (directory: string): StepFiles => {
  mkdirSync(directory, { recursive: true });
  const names = ['ENV', 'OUTPUT', 'STATE', 'PATH', 'STEP_SUMMARY'] as const;
  const file = (name: (typeof names)[number]): string => join(directory, name.toLowerCase());
  for (const name of names) writeFileSync(file(name), '');
  const read = (name: (typeof names)[number]): string => readFileSync(file(name), 'utf8');
  return {
    environment: Object.fromEntries(names.map((name) => [`GITHUB_${name}`, file(name)])),
    env: () => parseFileCommand(read('ENV')),
    output: () => parseFileCommand(read('OUTPUT')),
    state: () => parseFileCommand(read('STATE')),
    path: () => read('PATH').split('\n').filter(Boolean),
    summary: () => read('STEP_SUMMARY'),
  };
};
