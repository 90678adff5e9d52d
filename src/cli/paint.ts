/** Colours, on a terminal only. */
import type { Output } from './command.ts';

const codes = { bold: '1', dim: '2', red: '31', green: '32', yellow: '33' } as const;

export type Paint = (style: keyof typeof codes, text: string) => string;

/** https://no-color.org: NO_COLOR with any text in it turns colours off. */
export const painter = (output: Output, env: Readonly<Record<string, string | undefined>>): Paint =>
  output.isTTY === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb'
    ? (style, text) => `\u001B[${codes[style]}m${text}\u001B[0m`
    : (_, text) => text;
