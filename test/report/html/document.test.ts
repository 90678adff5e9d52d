import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { generate, generatedFile } from '../../../scripts/report-page.ts';
import { linesOf, sessionStart, statement } from '../../audit/support.ts';
import { hostile } from '../support.ts';
import { column, jobEvents } from './events.ts';
import { dataBlocks, recordLines, reports } from './support.ts';

const { make, remove } = reports();
afterAll(remove);

const { html, log, verdict } = make('job', jobEvents);

const hashSource = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const only = (pattern: RegExp, text = html): string => {
  const found = [...text.matchAll(pattern)];
  expect(found).toHaveLength(1);
  return found[0]?.[1] ?? '';
};

describe('the file', () => {
  it('is a page, the records in their blocks, and how it was made', () => {
    const outline = html
      .replaceAll(/<(style|script)>[^]*?<\/\1>/g, '<$1>…</$1>')
      .replaceAll(/(<script type="application\/json" [^>]*>)[^<]*/g, '$1…')
      .replace(/sha256-[^']+/g, 'sha256-…')
      .split('\n')
      .filter((line) => /^<\/?(!doctype|html|head|meta|title|style|body|header|main|footer|script|noscript)/.test(line));
    expect(outline).toMatchInlineSnapshot(`
      [
        "<!doctype html>",
        "<html lang="en" data-theme="automatic">",
        "<head>",
        "<meta charset="utf-8">",
        "<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'sha256-…'; style-src 'sha256-…'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'">",
        "<meta name="referrer" content="no-referrer">",
        "<meta name="viewport" content="width=device-width, initial-scale=1">",
        "<meta name="color-scheme" content="light dark">",
        "<title>pgveil audit report</title>",
        "<style>…</style>",
        "</head>",
        "<body>",
        "<header>",
        "</header>",
        "<main>",
        "</main>",
        "<footer><p id="keys">Keys: <kbd>/</kbd> search, <kbd>↑</kbd> <kbd>↓</kbd> choose, <kbd>Enter</kbd> read the statement, <kbd>Esc</kbd> back to the list.</p><p id="origin"></p></footer>",
        "<noscript><p>This report needs JavaScript to show its records. <code>pgveil audit replay</code> shows them in a terminal.</p></noscript>",
        "<script>…</script>",
        "<script type="application/json" class="records">…</script>",
        "<script type="application/json" id="made">…</script>",
        "</body>",
        "</html>",
      ]
    `);
  });

  it('allows its own script and style by their hashes, and nothing else', () => {
    const policy = only(/http-equiv="Content-Security-Policy" content="([^"]*)"/g);
    const script = only(/<script>([^]*?)<\/script>/g);
    const style = only(/<style>([^]*?)<\/style>/g);
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `script-src ${hashSource(script)}`,
      `style-src ${hashSource(style)}`,
      "base-uri 'none'",
      "form-action 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ]);
  });

  it('names nothing that a browser would load, and makes no HTML of a text', () => {
    expect(html).not.toMatch(/<(?:link|img|iframe|object|embed|base|audio|video)\b/i);
    expect(html).not.toMatch(/\ssrc=|@import|url\(/i);
    expect(html).not.toMatch(
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|fetch\(|XMLHttpRequest/,
    );
  });

  it('holds the lines of the log, each as it was', () => {
    expect(recordLines(html).map((line) => JSON.stringify(JSON.parse(line)))).toEqual(linesOf(log));
  });

  it('says how it was made', () => {
    const made = dataBlocks(html).at(-1);
    expect(made?.attributes).toBe('id="made"');
    expect(JSON.parse(made?.text ?? '')).toEqual({
      version: '1.2.3',
      time: '2026-11-25T12:00:00.000Z',
      file: 'job.jsonl',
      expectedKey: verdict.ok ? verdict.publicKey : '',
      verdict: { ok: true, records: linesOf(log).length },
    });
  });
});

it('src/report/html/page.json is what its sources give: npm run report-page', async () => {
  expect(readFileSync(generatedFile, 'utf8')).toBe(await generate());
});

it.each([
  ...Object.entries(hostile),
  ['end', '</script><script>alert(1)</script>'],
  ['comment', '<!--<script>'],
  ['image', '<img src=x onerror=alert(1)>'],
])('a text that is hostile in HTML stays data: %s', (name, text) => {
  const made = make(`hostile-${name}`, [
    sessionStart(1, { principal: text, claims: { [text]: text }, application: text }),
    statement(1, 1, {
      sql: text,
      kind: text,
      relations: [text],
      columns: [column(text, { classes: [text], reason: text })],
      notes: [text],
    }),
  ]);
  expect(recordLines(made.html).map((line) => JSON.stringify(JSON.parse(line)))).toEqual(linesOf(made.log));
  // Whatever the records hold, the elements of the file are those of any other report.
  const elements = (page: string): readonly string[] => page.match(/<\/?[a-z!][^\s>]*/gi) ?? [];
  const empty = make(`plain-${name}`, [sessionStart(1), statement(1, 1)]);
  expect(elements(made.html)).toEqual(elements(empty.html));
});

describe('a log that is not whole', () => {
  const rows = (text: Buffer): readonly string[] => linesOf(text);
  it.each<[string, (lines: readonly string[]) => readonly string[], number, number]>([
    [
      'a changed record: it is there to be seen as changed, and nothing after it',
      (lines) => lines.with(5, (lines[5] ?? '').replace('14', '15')),
      6,
      6,
    ],
    ['a record that is missing', (lines) => lines.toSpliced(4, 1), 5, 5],
    ['a line that is none of ours', (lines) => lines.with(4, '{"hello":"world"}'), 4, 5],
    ['a log without its head', (lines) => lines.slice(0, -1), 20, 21],
  ])('%s', (_, change, shown, flawed) => {
    const made = make(`broken-${String(shown)}-${String(flawed)}-${_.length}`, jobEvents, (bytes) =>
      Buffer.from(
        change(rows(bytes))
          .map((line) => `${line}\n`)
          .join(''),
      ),
    );
    expect(recordLines(made.html)).toHaveLength(shown);
    expect(made.verdict).toMatchObject({ ok: false, record: flawed });
    expect(JSON.parse(dataBlocks(made.html).at(-1)?.text ?? '')).toMatchObject({ verdict: { ok: false, record: flawed } });
  });
});
