import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { instructions, parseDockerfile, type Instruction } from './dockerfile.ts';

const source = readFileSync(new URL('../../Dockerfile', import.meta.url), 'utf8');
const ignored = readFileSync(new URL('../../.dockerignore', import.meta.url), 'utf8');

type Rule = (file: readonly Instruction[]) => boolean;

const only = (file: readonly Instruction[], name: string): Instruction | undefined => {
  const found = instructions(file, name);
  return found.length === 1 ? found[0] : undefined;
};

/** What has to hold, and a line that breaks it. */
const rules: Readonly<Record<string, readonly [Rule, (text: string) => string]>> = {
  'every base is pinned by tag and digest, and is not the latest': [
    (file) =>
      instructions(file, 'FROM').every(({ text }) => /^[\w./-]+:(?!latest)[\w.-]+@sha256:[0-9a-f]{64}( AS \w+)?$/.test(text)),
    (text) => text.replace(/@sha256:[0-9a-f]+/, ''),
  ],
  'nothing is fetched at build time': [
    (file) => instructions(file, 'ADD').length === 0 && instructions(file, 'RUN').length === 0,
    (text) => `${text}\nADD https://example.com/x /x\n`,
  ],
  'the user is a number, and not root': [
    (file) => /^[1-9]\d*:[1-9]\d*$/.test(instructions(file, 'USER').at(-1)?.text ?? ''),
    (text) => `${text}\nUSER root\n`,
  ],
  'entrypoint, command and health check need no shell': [
    (file) => ['ENTRYPOINT', 'CMD', 'HEALTHCHECK'].every((name) => only(file, name)?.exec !== undefined),
    (text) => text.replace(/^CMD .*$/m, 'CMD serve --locked'),
  ],
  'there is a health check that gives up in time': [
    (file) => /^\d+s$/.test(only(file, 'HEALTHCHECK')?.flags['timeout'] ?? ''),
    (text) => text.replace('--timeout=5s ', ''),
  ],
  'files are copied by name, never everything': [
    (file) =>
      instructions(file, 'COPY').every(({ text }) =>
        text
          .split(/\s+/)
          .slice(0, -1)
          .every((from) => !/^[./]*$|[*?]/.test(from)),
      ),
    (text) => `${text}\nCOPY . /app\n`,
  ],
  'what runs belongs to root, and only the volume to the user': [
    (file) =>
      instructions(file, 'COPY').every(
        ({ flags, text }) => (flags['chown'] !== undefined) === (text.split(/\s+/).at(-1) === '/audit'),
      ) && only(file, 'VOLUME')?.exec?.join() === '/audit',
    (text) => text.replace('COPY dist', 'COPY --chown=65532:65532 dist'),
  ],
  'no secret is built in': [
    (file) =>
      [...instructions(file, 'ENV'), ...instructions(file, 'ARG')].every(({ text }) => !/token|password|secret|key/i.test(text)),
    (text) => `${text}\nENV PGVEIL_CONTROL_TOKEN=x\n`,
  ],
};

test.each(Object.entries(rules))('%s', (_, [holds, breakIt]) => {
  expect(holds(parseDockerfile(source))).toBe(true);
  expect(breakIt(source)).not.toBe(source);
  expect(holds(parseDockerfile(breakIt(source)))).toBe(false);
});

test('the build context holds what is copied, and nothing else', () => {
  const lines = ignored.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  expect(lines[0]).toBe('*');
  const copied = instructions(parseDockerfile(source), 'COPY').flatMap(({ text }) => text.split(/\s+/).slice(0, -1));
  expect(lines.slice(1).toSorted()).toEqual(copied.map((path) => `!${path}`).toSorted());
});
