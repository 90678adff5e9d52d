import { painter, type Paint } from './table.ts';

/** Tells the demo's story and keeps count of what turned out otherwise than it should. */
export interface Narrator {
  readonly paint: Paint;
  chapter(title: string, ...text: readonly string[]): void;
  lines(lines: readonly string[]): void;
  /** States what must be true; a false one makes the demo fail. */
  expect(what: string, holds: boolean): void;
  readonly failed: () => readonly string[];
}

export const createNarrator = (stream: NodeJS.WritableStream & { readonly isTTY?: boolean }): Narrator => {
  const paint = painter(stream, process.env);
  const failed: string[] = [];
  let chapters = 0;
  const write = (line: string): void => {
    stream.write(`${line}\n`);
  };
  return {
    paint,
    chapter: (title, ...text) => {
      chapters += 1;
      write('');
      write(paint('bold', `${String(chapters)}. ${title}`));
      for (const line of text) write(`   ${line}`);
      write('');
    },
    lines: (lines) => {
      for (const line of lines) write(`   ${line}`);
    },
    expect: (what, holds) => {
      if (!holds) failed.push(what);
      write(`   ${holds ? paint('green', '✓') : paint('red', '✗')} ${what}`);
    },
    failed: () => failed,
  };
};
