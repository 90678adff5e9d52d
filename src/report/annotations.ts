/** GitHub's annotations: few, the worst first, each at its line of the policy. */
import type { Finding, Verdict } from '../coverage/types.ts';
import { severities, type Severity } from '../policy/schema.ts';
import { printable } from '../audit/printable.ts';
import { cut } from './escape.ts';

/** GitHub shows no more of a level for one step, and no longer ones. */
export const annotationsPerLevel = 10;
const longest = 4_096;

export interface Annotation {
  readonly level: Severity;
  readonly title: string;
  readonly message: string;
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
}

const lines = (text: string): string => text.split('\n').map(printable).join('\n');

const annotation = ({ severity, id, name, message, remedy, yaml, file, position }: Finding): Annotation => ({
  level: severity,
  title: `${id} ${name}`,
  message: cut([printable(message), printable(remedy), ...(yaml === undefined ? [] : [lines(yaml)])].join('\n'), longest),
  file,
  ...position,
});

/** The last that fits a level tells how many more there are. */
const rollUp = (level: Severity, rest: readonly Finding[]): readonly Annotation[] => {
  const [first] = rest;
  if (first === undefined) return [];
  const ids = [...new Set(rest.map(({ id }) => id))].join(', ');
  const message = `${String(rest.length)} more of level ${level} (${ids}): the summary of the job lists them.`;
  return [{ level, title: 'pgveil', message, file: first.file, ...first.position }];
};

/** `taken`: how many annotations of level error the step gives for other reasons. */
export const annotations = ({ findings }: Verdict, taken = 0): readonly Annotation[] =>
  severities.flatMap((level) => {
    const room = Math.max(0, annotationsPerLevel - (level === 'error' ? taken : 0));
    const own = findings.filter(({ severity }) => severity === level);
    if (own.length <= room) return own.map(annotation);
    return room === 0 ? [] : [...own.slice(0, room - 1).map(annotation), ...rollUp(level, own.slice(room - 1))];
  });

const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** As workflow commands, for a step that runs the command line. */
export const workflowCommands = (verdict: Verdict): string =>
  annotations(verdict)
    .map(({ level, title, message, file, line, column }) => {
      const command = level === 'note' ? 'notice' : level;
      return `::${command} file=${property(file)},line=${String(line)},col=${String(column)},title=${property(title)}::${data(message)}\n`;
    })
    .join('');
