/** A Dockerfile's instructions, as far as ours has them. */
export interface Instruction {
  readonly name: string;
  /** `--chown=…` and the like. */
  readonly flags: Readonly<Record<string, string>>;
  /** What follows the flags, as written. */
  readonly text: string;
  /** The words of the exec form (a JSON array); undefined for any other. */
  readonly exec: readonly string[] | undefined;
}

const execForm = (text: string): readonly string[] | undefined => {
  try {
    const words: unknown = JSON.parse(text);
    return Array.isArray(words) && words.every((word) => typeof word === 'string') ? words : undefined;
  } catch {
    return undefined;
  }
};

export const parseDockerfile = (source: string): readonly Instruction[] =>
  source
    .split('\n')
    .filter((line) => !/^\s*#/.test(line))
    .join('\n')
    .replaceAll(/\\\n/g, ' ')
    .split('\n')
    .flatMap((line) => {
      const [, name = '', rest = ''] = /^\s*([A-Za-z]+)\s+(.*)$/.exec(line) ?? [];
      if (name === '') return [];
      const flags: Record<string, string> = {};
      const text = rest
        .replace(/^(?:--[a-z-]+=\S+\s+)+/, (given) => {
          for (const [, flag = '', value = ''] of given.matchAll(/--([a-z-]+)=(\S+)/g)) flags[flag] = value;
          return '';
        })
        .trim();
      // HEALTHCHECK's command has a word before it.
      return [{ name: name.toUpperCase(), flags, text, exec: execForm(text.replace(/^CMD\s+/, '')) }];
    });

export const instructions = (file: readonly Instruction[], name: string): readonly Instruction[] =>
  file.filter((instruction) => instruction.name === name);
