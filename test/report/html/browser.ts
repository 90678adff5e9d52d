import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

const executablePath = process.env['PGVEIL_CHROMIUM'] ?? '/usr/bin/chromium';

export const hasBrowser = existsSync(executablePath);

/** Part of a suite's name, so that one that is skipped says why. */
export const needsBrowser = `needs Chromium at ${executablePath}: apt-get install chromium, or set PGVEIL_CHROMIUM`;

export const launch = async (): Promise<Browser> =>
  chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'], timeout: 120_000 });

export interface Opened {
  readonly page: Page;
  /** Addresses that the page asked for, its own left out. */
  readonly requests: readonly string[];
  /** What went wrong in the page, its policy's violations included. */
  readonly complaints: readonly string[];
}

/** Opens a file from disk and waits until it has read its records. */
export const openReport = async (
  browser: Browser,
  file: string,
  { until = 'checked', ...options }: BrowserContextOptions & { readonly until?: 'read' | 'checked' } = {},
): Promise<Opened> => {
  const context = await browser.newContext({ viewport: { width: 1380, height: 900 }, ...options });
  const page = await context.newPage();
  const url = pathToFileURL(file).href;
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    if (request.url() !== url) requests.push(request.url());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  await page.goto(url, { timeout: 120_000 });
  const reached = until === 'checked' ? 'html[data-state=checked]' : 'html[data-state=read], html[data-state=checked]';
  await page.waitForSelector(reached, { state: 'attached', timeout: 120_000 });
  return { page, requests, complaints };
};
