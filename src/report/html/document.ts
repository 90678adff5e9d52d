/**
 * An audit log as one HTML file: the page, then the records in blocks of JSON, then how the file was made. A record is
 * data from its first byte to its last: JSON with `<` written as `\u003c` cannot end the element that it stands in.
 */
import { createHash } from 'node:crypto';
import type { Made } from './made.ts';
import page from './page.json' with { type: 'json' };
import { shellBody } from './shell.ts';

const hashSource = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Scripts and styles are the two that are named by their hash; there is no network, no frame, no form, no HTML from a text. */
const policy = [
  "default-src 'none'",
  `script-src ${hashSource(page.script)}`,
  `style-src ${hashSource(page.style)}`,
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const data = (json: string): string => json.replaceAll('<', String.raw`\u003c`);

const head = `<!doctype html>
<html lang="en" data-theme="automatic">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>pgveil audit report</title>
<style>${page.style}</style>
</head>
<body>
${shellBody}
<script>${page.script}</script>
`;

/** Characters of records in one block: short enough to be read without a halt. */
const blockLength = 256 << 10;

const block = (lines: readonly string[]): string =>
  `<script type="application/json" class="records">\n${lines.join('\n')}\n</script>\n`;

/**
 * Yields the file piece by piece. `lines` are records in canonical form, as the log has them; `made` is asked for when
 * they have all been taken.
 */
export const reportDocument = function* (lines: Iterable<string>, made: () => Made): Generator<string, void> {
  yield head;
  let held: string[] = [];
  let length = 0;
  for (const line of lines) {
    held.push(data(line));
    length += line.length;
    if (length < blockLength) continue;
    yield block(held);
    held = [];
    length = 0;
  }
  if (held.length > 0) yield block(held);
  yield `<script type="application/json" id="made">${data(JSON.stringify(made()))}</script>\n</body>\n</html>\n`;
};
