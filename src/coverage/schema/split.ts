/**
 * A file cut into its statements, as psql does it (fe_utils/psqlscan.l): quotes, dollar quotes, nested comments,
 * parentheses and BEGIN ATOMIC bodies hold their semicolons; backslash lines and the rows of COPY FROM stdin are left out.
 */
import { trackComments, type CodeComment } from './comments.ts';

export interface SplitStatement {
  readonly text: string;
  /** Of its first character in the file, in UTF-16 units. */
  readonly start: number;
  /** Its first word, in lower case. */
  readonly word: string;
}

export interface MetaCommand {
  readonly name: string;
  readonly start: number;
}

export interface Split {
  readonly statements: readonly SplitStatement[];
  /** `\i`, `\connect`, ...: without the backslash. */
  readonly commands: readonly MetaCommand[];
  /** Those that begin with `pgveil:`. */
  readonly comments: readonly CodeComment[];
  /** What does not end within the file: all behind it is part of it. */
  readonly unended: readonly { readonly what: string; readonly start: number }[];
}

const word = /[A-Za-z_\u0080-\uFFFF][\w$\u0080-\uFFFF]*/y;
const dollarTag = /\$(?:[A-Za-z_\u0080-\uFFFF][\w\u0080-\uFFFF]*)?\$/y;
const metaCommand = /\\([A-Za-z!?.]*)/y;
/** Commands whose argument is the rest of the line, whatever stands there. */
const wholeLine: ReadonlySet<string> = new Set(['!', 'copy', 'ef', 'ev', 'h', 'help', 'sf', 'sv']);
/** What ends a line comment (scan.l), which a line of psql ends with the second of only. */
const lineEnd = /[\r\n]/g;

const at = (pattern: RegExp, text: string, position: number): string | undefined => {
  pattern.lastIndex = position;
  return pattern.exec(text)?.[0];
};

/** After `found`, or the end of the text. */
const after = (text: string, found: string, from: number): number => {
  const place = text.indexOf(found, from);
  return place < 0 ? text.length : place + found.length;
};

const afterString = (text: string, from: number, escapes: boolean): number => {
  for (let position = from; position < text.length; position += 1) {
    const character = text[position];
    if (escapes && character === '\\') position += 1;
    else if (character === "'" && text[position + 1] === "'") position += 1;
    else if (character === "'") return position + 1;
  }
  return text.length;
};

const afterLine = (text: string, from: number): number => {
  lineEnd.lastIndex = from;
  return lineEnd.exec(text) === null ? text.length : lineEnd.lastIndex;
};

/** Where psql goes on: at the next line, at another command of this one, or behind `\\\\`, which ends the arguments. */
const afterCommand = (text: string, name: string, from: number): number => {
  const end = after(text, '\n', from);
  if (wholeLine.has(name)) return end;
  for (let position = from; position < end; position += 1) {
    const character = text.charAt(position);
    if ('\'"`'.includes(character)) {
      const close = text.indexOf(character, position + 1);
      if (close < 0 || close >= end) return end;
      position = close;
    } else if (character === '\\') return text[position + 1] === '\\' ? position + 2 : position;
  }
  return end;
};

/** Undefined where it does not end. */
const afterComment = (text: string, from: number): number | undefined => {
  let depth = 1;
  let position = from;
  while (depth > 0 && position < text.length) {
    if (text.startsWith('*/', position)) depth -= 1;
    else if (text.startsWith('/*', position)) depth += 1;
    else {
      position += 1;
      continue;
    }
    position += 2;
  }
  return depth > 0 ? undefined : position;
};

/** The rows end with a line that is `\.` alone; undefined where there is none. */
const afterRows = (text: string, from: number): number | undefined => {
  const end = /^\\\.[ \t\r]*$/gm;
  end.lastIndex = from;
  const found = end.exec(text);
  return found === null ? undefined : found.index + found[0].length;
};

const makesRoutine = (words: readonly string[]): boolean => {
  const [first, second, third, fourth] = words;
  const kind = second === 'or' && third === 'replace' ? fourth : second;
  return first === 'create' && (kind === 'function' || kind === 'procedure');
};

export const splitStatements = (text: string): Split => {
  const statements: SplitStatement[] = [];
  const commands: MetaCommand[] = [];
  const unended: { readonly what: string; readonly start: number }[] = [];
  let start = -1;
  let words: string[] = [];
  let parentheses = 0;
  let atomic = 0;
  /** The statement is a COPY ... FROM stdin. */
  let fromStdin = false;
  let before = '';
  const tracker = trackComments(text);

  const reset = (): void => {
    start = -1;
    words = [];
    parentheses = 0;
    atomic = 0;
    fromStdin = false;
    before = '';
  };
  const orUnended = (position: number | undefined, what: string, from: number): number => {
    if (position === undefined) unended.push({ what, start: from });
    return position ?? text.length;
  };
  const begin = (position: number): void => {
    if (start < 0) start = position;
    tracker.code(position, start);
  };
  /** Gives where to go on. */
  const end = (position: number): number => {
    if (start < 0) return position + 1;
    tracker.code(position, start);
    tracker.boundary('statement');
    const rowsFollow = fromStdin;
    statements.push({ text: text.slice(start, position), start, word: words[0] ?? '' });
    reset();
    if (!rowsFollow) return position + 1;
    return orUnended(afterRows(text, position), 'rows of COPY without \\. at their end', position);
  };
  const comment = (from: number, to: number): number => {
    tracker.comment(from, to);
    return to;
  };
  /** The elements of a definition stand within its outermost parentheses. */
  const part = (character: string): void => {
    if (!',()'.includes(character)) return;
    if (character === '(') parentheses += 1;
    else if (character === ')' && parentheses > 0) parentheses -= 1;
    if (character === ')' ? parentheses === 0 : parentheses <= 1) tracker.boundary('element');
  };
  /** Only a routine's body can hold statements of its own without quotes. */
  const body = (name: string): void => {
    if (parentheses > 0 || !makesRoutine(words)) return;
    if (name === 'begin' || (name === 'case' && atomic > 0)) atomic += 1;
    else if (name === 'end' && atomic > 0) atomic -= 1;
  };

  let position = 0;
  while (position < text.length) {
    const character = text.charAt(position);
    if (character === ' ' || character === '\n' || character === '\t' || character === '\r') position += 1;
    else if (text.startsWith('--', position)) position = comment(position, afterLine(text, position));
    else if (text.startsWith('/*', position)) {
      position = comment(position, orUnended(afterComment(text, position + 2), 'a comment without its end', position));
    } else if (character === ';' && parentheses === 0 && atomic === 0) position = end(position);
    else if (text.startsWith('\\;', position)) {
      // psql sends the semicolon along with what follows.
      end(position);
      position += 2;
    } else if (character === '\\') {
      const name = at(metaCommand, text, position)?.slice(1) ?? '';
      commands.push({ name, start: position });
      // \g and its like end a statement.
      const line = afterCommand(text, name, position + 1 + name.length);
      if (start >= 0) end(position);
      else {
        tracker.code(position, position);
        tracker.boundary('statement');
      }
      position = line;
    } else {
      begin(position);
      const last = before;
      before = '';
      if (character === "'") position = afterString(text, position + 1, false);
      else if (character === '"') position = after(text, '"', position + 1);
      else if (character === '$') {
        const tag = at(dollarTag, text, position);
        position = tag === undefined ? position + 1 : after(text, tag, position + tag.length);
      } else {
        const name = at(word, text, position);
        if (name === undefined) {
          part(character);
          position += 1;
        } else {
          const lower = name.toLowerCase();
          position += name.length;
          if ((lower === 'e' || lower === 'n') && text[position] === "'") {
            position = afterString(text, position + 1, lower === 'e');
          } else {
            if (words.length < 4) words.push(lower);
            body(lower);
            if (lower === 'stdin' && last === 'from' && words[0] === 'copy' && parentheses === 0) fromStdin = true;
            before = lower;
          }
        }
      }
    }
  }
  end(text.length);
  return { statements, commands, comments: tracker.finish(), unended };
};
