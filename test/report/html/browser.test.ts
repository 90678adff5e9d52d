import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linesOf, result, sessionStart, statement } from '../../audit/support.ts';
import { hasBrowser, launch, needsBrowser, openReport } from './browser.ts';
import { column, jobEvents, manyStatements } from './events.ts';
import { reports } from './support.ts';

const { make, path, remove } = reports();
afterAll(remove);

const numbers = async (page: Page): Promise<readonly string[]> => page.locator('#list .number').allTextContents();

/** Findings of axe that keep somebody from using the page. */
const seriousFindings = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run();
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
};

describe.skipIf(!hasBrowser)(`the report in a browser (${needsBrowser})`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  }, 180_000);
  afterAll(async () => {
    await browser.close();
  });

  describe('of a job', () => {
    const { file, html } = make('job', jobEvents);

    it('shows the job, checks the chain, and asks nobody for anything', async () => {
      const { page, requests, complaints } = await openReport(browser, file);
      expect(await page.locator('#chain').innerText()).toBe(
        '✓\nChain verified\n21 records, hashes and signatures checked in this page',
      );
      expect(await page.locator('#counts').innerText()).toMatch(
        /^Sessions\n3\nStatements\n7\nMasked\n3\nRefused\n1\nRows sent\n49\n/,
      );
      expect(await page.locator('#about').innerText()).toContain('acme/shop, run 8812');
      expect(await numbers(page)).toEqual(['1.1', '1.2', '2.1', '1.3', '1.4', '1.5', '3.1']);
      expect([requests, complaints]).toEqual([[], []]);
    }, 120_000);

    it('is used by the keyboard alone', async () => {
      const { page } = await openReport(browser, file);
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the statements');
      await page.keyboard.press('/');
      await page.keyboard.type('count');
      await expect.poll(async () => page.locator('#list .row').count()).toBe(2);
      await page.keyboard.press('Escape');
      await page.keyboard.press('End');
      const active = page.locator('#list [aria-selected=true]');
      expect(await active.locator('.number').innerText()).toBe('1.3');
      expect(await page.locator('#list').getAttribute('aria-activedescendant')).toBe(await active.getAttribute('id'));
      await page.keyboard.press('Enter');
      expect(await page.evaluate('document.activeElement.id')).toBe('detail');
      expect(await page.locator('#detail h2').innerText()).toBe('Statement 1.3');
    }, 120_000);

    it('narrows by outcome, class, table and session, and widens again', async () => {
      const { page } = await openReport(browser, file);
      await page.locator('#filter-outcome').selectOption('Masked');
      expect(await numbers(page)).toEqual(['1.2', '1.3', '1.5']);
      await page.locator('#filter-class').selectOption('email (2)');
      expect(await numbers(page)).toEqual(['1.2', '1.5']);
      await page.locator('#filter-table').selectOption('public.orders (1)');
      expect(await numbers(page)).toEqual(['1.2']);
      expect(await page.locator('#shown').innerText()).toBe('1 of 7 statements');
      await page.locator('#filter-clear').click();
      expect(await numbers(page)).toHaveLength(7);
      await page.locator('#sessions-title').click();
      await page.getByRole('button', { name: 'Session 2' }).click();
      expect(await numbers(page)).toEqual(['2.1']);
    }, 120_000);

    it('shows what became of a statement, and why', async () => {
      const { page } = await openReport(browser, file);
      await page.locator('#list .row').nth(1).click();
      const detail = page.locator('#detail');
      expect(await detail.locator('.statement').innerText()).toContain('LEFT JOIN orders o');
      expect(await detail.locator('.lineage').getAttribute('aria-label')).toBe('3 classified sources reaching 3 output columns');
      expect(await detail.locator('.lineage .edge').count()).toBe(4);
      expect(await detail.locator('table').last().innerText()).toContain('k3x9@masked.example');
      expect(await detail.innerText()).toContain('holds several classes: person_name, email');
      await page.locator('#list .row').nth(2).click();
      expect(await detail.locator('.refusal').innerText()).toBe(
        'pgveil refuses the statement: agent may only read (rule access.write)\n\nHint Ask for a grant with access: write, or leave the change to a migration that a person runs.\n\nRule access.write · SQLSTATE 42501',
      );
      await page.locator('#list .row').nth(3).click();
      expect(await detail.innerText()).toContain('Lineage fault (server) the server names hr.employees.ssn for prefix');
    }, 120_000);

    it.each(['light', 'dark'] as const)(
      'has nothing that axe calls serious: %s',
      async (colorScheme) => {
        const { page } = await openReport(browser, file, { colorScheme });
        expect(await seriousFindings(page)).toEqual([]);
        await page.locator('#sessions-title').click();
        await page.locator('#list .row').nth(1).click();
        expect(await seriousFindings(page)).toEqual([]);
        await page.locator('#list .row').nth(2).click();
        expect(await seriousFindings(page)).toEqual([]);
      },
      120_000,
    );

    it('cuts off nothing that counts on a narrow screen', async () => {
      const { page } = await openReport(browser, file, { viewport: { width: 390, height: 844 } });
      const cut = await page.evaluate<readonly string[]>(`
        [...document.querySelectorAll('#list .measures, #list .outcome, #filters select')]
          .filter((element) => {
            const { right } = element.getBoundingClientRect();
            return right > element.parentElement.getBoundingClientRect().right + 0.5 || element.scrollWidth > element.clientWidth + 1;
          })
          .map((element) => element.textContent)`);
      expect(cut).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    }, 120_000);

    it('is dark or light as the reader wants it', async () => {
      const { page } = await openReport(browser, file, { colorScheme: 'dark' });
      const ground = async (): Promise<string> =>
        page.evaluate<string>('getComputedStyle(document.documentElement).backgroundColor');
      const dark = await ground();
      await page.locator('#theme').click();
      const light = await ground();
      expect(await page.locator('#theme').innerText()).toBe('Theme: light');
      await page.locator('#theme').click();
      expect([light === dark, await ground()]).toEqual([false, dark]);
    }, 120_000);

    it('prints the chosen statement and the list', async () => {
      const { page } = await openReport(browser, file);
      await page.locator('#list .row').nth(1).click();
      const pdf = await page.pdf({ format: 'A4' });
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
      expect(await page.locator('#paper li').count()).toBe(7);
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('#paper').isVisible()).toBe(true);
      expect(await page.locator('#list').isVisible()).toBe(false);
      expect(await page.locator('#detail').isVisible()).toBe(true);
    }, 120_000);

    it('whose records were changed in the file itself is broken', async () => {
      const changed = path('changed.html');
      writeFileSync(changed, html.replace('"rows":25', '"rows":24'));
      const { page } = await openReport(browser, changed);
      expect(await page.locator('#chain').innerText()).toBe(
        '✕\nChain broken\nrecord 8: the record was changed: its hash is not the one that it states',
      );
      await page.locator('#list .row').nth(2).click();
      expect(await page.locator('#detail .warning').innerText()).toContain('does not vouch');
    }, 120_000);
  });

  it('of a log that was changed is broken, and shows what came before', async () => {
    const made = make('edited', jobEvents, (log) => {
      const lines = linesOf(log);
      return Buffer.from(
        lines
          .with(7, (lines[7] ?? '').replace('"rows":25', '"rows":24'))
          .map((line) => `${line}\n`)
          .join(''),
      );
    });
    const { page } = await openReport(browser, made.file);
    expect(await page.locator('#chain').innerText()).toContain('Chain broken\nrecord 8: the record was changed');
    expect(await numbers(page)).toEqual(['1.1', '1.2']);
  }, 120_000);

  it('of hostile texts shows texts', async () => {
    const texts = [
      '</script><script>globalThis.hit=1</script>',
      '<img src=x onerror="globalThis.hit=1">',
      'a\u202Etxt.exe\u0000\u001B[31m',
      '__proto__',
    ];
    const events = texts.flatMap((text, index) => [
      sessionStart(index + 1, {
        principal: text,
        groups: [text],
        database: text,
        credential: text,
        application: text,
        claims: { [text]: text },
      }),
      statement(index + 1, 1, {
        sql: text,
        kind: text,
        relations: [text],
        columns: [
          column(text, { classes: [text], sources: [`${text}:identity`], sourceColumns: [text], treatment: text, reason: text }),
        ],
        notes: [text],
      }),
      { type: 'fault' as const, session: index + 1, statement: 1, witness: 'server' as const, detail: text },
      result(index + 1, 1, { tag: text, sample: [[text]] }),
      { type: 'auth-failed' as const, user: text, database: text, reason: text },
    ]);
    const { page, requests, complaints } = await openReport(browser, make('hostile', events).file);
    await page.locator('#sessions-title').click();
    for (const [index, text] of texts.entries()) {
      await page.locator('#list .row').nth(index).click();
      expect(await page.locator('#detail h2').innerText()).toBe(`Statement ${String(index + 1)}.1`);
      const shown = text.replace('\u202E', '\\u{202e}').replace('\u0000', '\\u{0}').replace('\u001B', '\\u{1b}');
      expect(await page.locator('#detail .statement').innerText()).toBe(shown);
      expect(await page.locator('#detail img, #detail script, #list img, #sessions img').count()).toBe(0);
    }
    expect(await page.evaluate(() => (globalThis as { hit?: number }).hit)).toBeUndefined();
    expect(await page.evaluate(String.raw`document.body.innerText.includes('\u202E')`)).toBe(false);
    expect([requests, complaints]).toEqual([[], []]);
  }, 120_000);

  it('of 100,000 statements can be used while its chain is still checked', async () => {
    const made = make('many', [...manyStatements(100_000)]);
    const { page, complaints } = await openReport(browser, made.file, { until: 'read' });
    expect(await page.locator('#shown').innerText()).toBe('100,000 statements');
    await page.locator('#list').focus();
    await page.keyboard.press('End');
    expect(await page.locator('#list [aria-selected=true] .number').innerText()).toBe('1.100000');
    expect(await page.locator('#detail h2').innerText()).toBe('Statement 1.100000');
    expect(await page.locator('#list .row').count()).toBeLessThan(60);
    await page.locator('#filter-outcome').selectOption('Refused');
    expect(await page.locator('#shown').innerText()).toBe('10,000 of 100,000 statements');
    await page.waitForSelector('html[data-state=checked]', { state: 'attached', timeout: 240_000 });
    expect(await page.locator('#chain').innerText()).toContain('Chain verified');
    expect(complaints).toEqual([]);
  }, 480_000);
});
