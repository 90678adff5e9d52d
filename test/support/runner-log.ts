export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly message: string;
  readonly file: string | undefined;
  readonly line: number | undefined;
  readonly title: string | undefined;
}

/** The job's log as the runner writes it: workflow commands taken out, secrets masked. */
export interface RunnerLog {
  /** Takes one line of a step's standard output or standard error. */
  line(text: string): void;
  readonly text: () => string;
  readonly masks: () => readonly string[];
  readonly annotations: () => readonly Annotation[];
}

const unescape = (text: string): string =>
  text.replace(/%0A/g, '\n').replace(/%0D/g, '\r').replace(/%3A/g, ':').replace(/%2C/g, ',').replace(/%25/g, '%');

export const createRunnerLog = (secrets: readonly string[], echo?: (line: string) => void): RunnerLog => {
  const masks = [...secrets];
  const annotations: Annotation[] = [];
  let log = '';
  const masked = (text: string): string =>
    masks.toSorted((a, b) => b.length - a.length).reduce((result, mask) => result.replaceAll(mask, '***'), text);
  const write = (text: string): void => {
    const line = masked(text);
    log += `${line}\n`;
    echo?.(line);
  };
  const command = (name: string, properties: string, value: string): void => {
    if (name === 'add-mask') {
      masks.push(...[value, ...value.split('\n')].filter((mask) => mask !== '' && !masks.includes(mask)));
      return;
    }
    if (name !== 'error' && name !== 'warning' && name !== 'notice') {
      if (name !== 'debug') write(`::${name}::${value}`);
      return;
    }
    const fields = new Map(properties.split(',').map((pair) => pair.split('=', 2) as [string, string]));
    const line = fields.get('line');
    annotations.push({
      level: name,
      message: masked(value).slice(0, 4096),
      file: fields.get('file'),
      line: line === undefined ? undefined : Number(line),
      title: fields.get('title'),
    });
    write(`##[${name}]${value}`);
  };
  return {
    line: (text) => {
      const match = /^::([a-z-]+)(?: ([^:]*(?::[^:]+)*?))?::(.*)$/.exec(text);
      if (match === null) write(text);
      else command(match[1] ?? '', unescape(match[2] ?? ''), unescape(match[3] ?? ''));
    },
    text: () => log,
    masks: () => masks,
    annotations: () => annotations,
  };
};
