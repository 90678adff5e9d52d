import fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, test } from 'vitest';
import { printable } from '../../src/audit/printable.ts';
import { oneLine } from '../../src/report/escape.ts';
import { code, prose } from '../../src/report/markdown-text.ts';
import { markdown } from '../../src/report/markdown.ts';
import { finding, hostile, hostileFindings, observed, query, report, verdict } from './support.ts';

test('a pass', () => {
  expect(markdown(report())).toBe(`## ✅ pgveil: pass

0 errors, 0 warnings, 0 notes; fails on error. Policy: \`.github/pgveil.yml\`.

- app: 2 relations, 9 columns, 1 of them classified
`);
});

test('what fails, what the agent saw, what was refused, and what is folded away', () => {
  const findings = [
    finding(),
    finding({ id: 'PGV103', name: 'refused-statement', severity: 'note', message: 'Refused.', yaml: undefined }),
  ];
  const suppressed = [{ finding: finding({ message: 'Known.' }), reason: 'the export needs it', until: '2027-01-31' }];
  const refusal = { rule: 'access.write', message: '', hint: 'Only reading is granted.' };
  const queries = [
    query(),
    query({ sql: 'SELECT 1', treated: [], times: 9, rows: 9 }),
    query({ sql: 'SELECT name FROM users', treated: [], revealed: ['support'], times: 1, rows: 2 }),
    query({ sql: 'DELETE FROM users', treated: [], refusal, times: 1, rows: 0 }),
  ];
  expect(markdown(report({ verdict: verdict(findings, { suppressed }), observed: observed(queries, { rejected: 1 }) })))
    .toBe(`## ❌ pgveil: fail

1 error, 0 warnings, 1 note; fails on error. Policy: \`.github/pgveil.yml\`.

- app: 2 relations, 9 columns, 1 of them classified

The run: 1 session, 14 statements, 14 rows, 1 refused log-in.

### Findings (1)

| Severity | Check | Finding | Where | What to do |
| --- | --- | --- | --- | --- |
| error | PGV001 unmasked | public.users.email holds class email, which has no mask. | \`.github/pgveil.yml:7\` | Give class email a mask.<br>&nbsp;&nbsp;\`email: { mask: email }\` |

<details><summary>Notes (1)</summary>

| Severity | Check | Finding | Where | What to do |
| --- | --- | --- | --- | --- |
| note | PGV103 refused-statement | Refused. | \`.github/pgveil.yml:7\` | Give class email a mask. |

</details>

### Masked queries (2)

| Principal | Statement | Times | Rows | Classes and masks |
| --- | --- | --- | --- | --- |
| ci-agent | \`SELECT email FROM users WHERE id = ?\` | 3 | 3 | \`email: mask(email)\` |
| ci-agent | \`SELECT name FROM users\` | 1 | 2 | revealed (support) |

### Refused statements (1)

| Principal | Statement | Times | Rule | Hint |
| --- | --- | --- | --- | --- |
| ci-agent | \`DELETE FROM users\` | 1 | \`access.write\` | Only reading is granted. |

<details><summary>Queries without classified columns (1)</summary>

| Principal | Statement | Times | Rows | Classes and masks |
| --- | --- | --- | --- | --- |
| ci-agent | \`SELECT 1\` | 9 | 9 |  |

</details>

<details><summary>Suppressed findings (1)</summary>

| Check | Finding | Reason | Until |
| --- | --- | --- | --- |
| PGV001 unmasked | Known. | the export needs it | 2027-01-31 |

</details>
`);
});

test('a run that is not to be trusted fails, whatever the gate says', () => {
  const problems = [{ code: 'PGVEIL_AUDIT', message: 'The audit does not verify.', remedy: 'Look at <it>.' }];
  const text = markdown(report({ problems, verdict: undefined }));
  expect(text).toBe('## ❌ pgveil: fail\n\n- **The audit does not verify.** (PGVEIL_AUDIT) Look at &lt;it&gt;.\n');
});

test('what could not be looked at is said', () => {
  const unchecked = [{ what: 'database b', reason: 'connection refused' }];
  const text = markdown(report({ verdict: verdict([], { result: 'incomplete', unchecked }) }));
  expect(text).toMatch(/^## ⚠️ pgveil: incomplete\n/);
  expect(text).toContain('- Not checked: database b: connection refused\n');
});

describe('hostile names', () => {
  test('in running text', () => {
    expect(Object.values(hostile).map(prose)).toEqual([
      '"; drop table users; --',
      'a\\|b&#92;\\|c',
      '\\`\\`\\` \\`code\\` \\`\\`\\`',
      '&lt;script&gt;alert("1")&lt;/script&gt;&amp;amp;\'',
      'first&#92;nsecond&#92;r&#92;n::error::third&#92;u{1b}\\[31m&#92;u{202e}',
      '🙈🙉🙊',
      'x'.repeat(63),
      '\\*\\*bold\\*\\* \\[link\\](https&#58;//evil.example) @\u200boctocat \\#1 \\_it\\_ www&#46;evil.example',
    ]);
  });

  test('in code', () => {
    expect(Object.values(hostile).map(code)).toEqual([
      '`"; drop table users; --`',
      '<code>a&#124;b&#92;&#124;c</code>',
      '<code>&#96;&#96;&#96; &#96;code&#96; &#96;&#96;&#96;</code>',
      '`<script>alert("1")</script>&amp;\'`',
      '<code>first second &#58;&#58;error&#58;&#58;third&#92;u{1b}&#91;31m&#92;u{202e}</code>',
      '`🙈🙉🙊`',
      `\`${'x'.repeat(63)}\``,
      '`**bold** [link](https://evil.example) @octocat #1 _it_ www.evil.example`',
    ]);
  });

  /** The table's cells as a GFM renderer makes them of a report. */
  const cells = (text: string): readonly string[] => {
    const html = micromark(text, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] });
    return [...html.matchAll(/<td>(.*?)<\/td>/gs)].map(([, cell]) => cell ?? '');
  };
  const decode = (html: string): string =>
    html
      .replaceAll(/&#(\d+);/g, (_, point: string) => String.fromCodePoint(Number(point)))
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&nbsp;', ' ')
      .replaceAll('&amp;', '&');

  test('a renderer finds no markup of theirs in a table, and every row whole', () => {
    const shown = cells(markdown(report({ verdict: verdict(hostileFindings) })));
    expect(shown).toHaveLength(hostileFindings.length * 5);
    for (const [index, name] of Object.values(hostile).entries()) {
      const message = decode(shown[index * 5 + 2] ?? '').replaceAll('\u200b', '');
      expect(message).toBe(`${printable(name)} holds class ${Object.keys(hostile)[index] ?? ''}.`);
    }
    const tags = shown.flatMap((cell) => cell.match(/<[^>]*>/g) ?? []);
    expect(new Set(tags)).toEqual(new Set(['<br>', '<code>', '</code>']));
  });

  const nasty = fc.string({
    unit: fc.constantFrom(...Array.from('aZ0 |\\`*_~[]()<>&@#:/.!$\'"\n{}-+=wz'), 'www.', 'http://', '&amp;', '&#35;'),
  });

  test('any text, as code or running text, comes out of a cell as it is', () => {
    fc.assert(
      fc.property(nasty, nasty, (first, second) => {
        const [one, two, three] = cells(`| a | b | c |\n| --- | --- | --- |\n| ${prose(first)} | ${code(second)} | end |\n`);
        expect(decode((one ?? '').replaceAll('\u200b', ''))).toBe(printable(first).trim());
        expect(decode((two ?? '').replaceAll(/<\/?code>/g, ''))).toBe(oneLine(second));
        expect(three).toBe('end');
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('the limit', () => {
  const many = Array.from({ length: 500 }, (_, index) =>
    finding({ subject: String(index), message: `Column ${String(index)} 🙈.` }),
  );
  const queries = Array.from({ length: 500 }, (_, index) => query({ sql: `SELECT ${String(index)}` }));

  test.each([500, 2_000, 20_000, 60_000])('%i bytes are kept to by whole rows, and what is left out is counted', (limit) => {
    const text = markdown(report({ verdict: verdict(many), observed: observed(queries) }), limit);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(limit);
    const rows = text.split('\n').filter((line) => line.startsWith('| error'));
    for (const row of rows) expect(row).toMatch(/^\| error \| PGV001 unmasked \| Column \d+ 🙈\. \| .* \|$/);
    const findings = text.includes('### Findings') ? [`${String(500 - rows.length)} more`] : [];
    expect(text.match(/^\d+ more$/m)?.slice(0, 1) ?? []).toEqual(rows.length === 500 ? [] : findings);
  });

  test('within it, all is there', () => {
    const text = markdown(report({ verdict: verdict(many), observed: observed(queries) }));
    expect(text.split('\n').filter((line) => line.startsWith('| error'))).toHaveLength(500);
    expect(text).not.toContain(' more\n');
  });
});
