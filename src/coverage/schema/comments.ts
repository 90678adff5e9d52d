/**
 * Comments that speak to pgveil, and the code that each stands at: on lines of its own, what follows up to the next
 * comma, parenthesis or semicolon; behind code, what it follows back to the one before.
 */

/** Offsets in the file, in UTF-16 units, both included. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export interface CodeComment {
  /** Without its marks, in one line. */
  readonly text: string;
  readonly start: number;
  readonly stretches: readonly Stretch[];
}

export interface CommentTracker {
  /** A token begins; `statement` is the start of its statement. */
  code(start: number, statement: number): void;
  /** The token that has begun parts elements, or ends the statement. */
  boundary(kind: 'element' | 'statement'): void;
  comment(start: number, end: number): void;
  /** At the end of the file. */
  finish(): readonly CodeComment[];
}

const addressed = /^[-/*\s]*(pgveil\s*:[\s\S]*)$/i;

const textOf = (comment: string): string | undefined => {
  const inner = comment.startsWith('/*') ? comment.slice(0, -2) : comment;
  return addressed
    .exec(inner)?.[1]
    ?.replaceAll(/\s*\n[\s*]*/g, ' ')
    .trim();
};

export const trackComments = (source: string): CommentTracker => {
  const done: CodeComment[] = [];
  /** They wait for code, or for the end of the code that has begun behind them. */
  let waiting: { readonly text: string; readonly start: number }[] = [];
  let since: number | undefined;
  let token = -1;
  let statement = -1;
  /** Where the element begins that the last token is of, or ends. */
  let element: number | undefined;
  let parted = true;
  let ended = false;

  const settle = (to: number): void => {
    const from = since;
    if (from === undefined) return;
    done.push(...waiting.map(({ text, start }) => ({ text, start, stretches: [{ from, to }] })));
    waiting = [];
    since = undefined;
  };

  return {
    code: (start, statementStart) => {
      token = start;
      statement = statementStart;
      if (parted) element = start;
      parted = false;
      ended = false;
      if (waiting.length > 0) since ??= start;
    },
    boundary: (kind) => {
      parted = true;
      ended = kind === 'statement';
      settle(token);
    },
    comment: (start, end) => {
      const text = textOf(source.slice(start, end));
      if (text === undefined) return;
      const behind = element !== undefined && source.lastIndexOf('\n', start) < token;
      if (!behind || element === undefined) {
        waiting.push({ text, start });
        return;
      }
      const whole = ended ? [{ from: statement, to: statement }] : [];
      done.push({ text, start, stretches: [{ from: element, to: start }, ...whole] });
    },
    finish: () => {
      settle(token);
      return [...done, ...waiting.map((comment) => ({ ...comment, stretches: [] }))].toSorted((a, b) => a.start - b.start);
    },
  };
};
