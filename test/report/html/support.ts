import { readFileSync, writeFileSync } from 'node:fs';
import { writeHtmlReport } from '../../../src/report/html/write.ts';
import type { AuditEvent } from '../../../src/audit/types.ts';
import type { AuditVerdict } from '../../../src/audit/verify.ts';
import { temporaryDirectory, writeLog } from '../../audit/support.ts';

export interface MadeReport {
  readonly file: string;
  readonly html: string;
  readonly log: Buffer;
  readonly verdict: AuditVerdict;
}

export const reports = (): {
  readonly make: (name: string, events: readonly AuditEvent[], change?: (log: Buffer) => Buffer) => MadeReport;
  readonly path: (name: string) => string;
  readonly remove: () => void;
} => {
  const { path, remove } = temporaryDirectory();
  return {
    path,
    remove,
    make: (name, events, change = (log) => log) => {
      const { bytes, publicKey } = writeLog(path(`${name}.jsonl`), events, { checkpointEvery: 100 });
      const log = change(bytes);
      if (!log.equals(bytes)) writeFileSync(path(`${name}.jsonl`), log);
      const file = path(`${name}.html`);
      const { verdict } = writeHtmlReport({
        log: path(`${name}.jsonl`),
        out: file,
        expectedKey: publicKey,
        version: '1.2.3',
        clock: () => Date.UTC(2026, 10, 25, 12),
      });
      return { file, html: readFileSync(file, 'utf8'), log, verdict };
    },
  };
};

/** The contents of every element of data, in order, with its attributes. */
export const dataBlocks = (html: string): readonly { readonly attributes: string; readonly text: string }[] =>
  [...html.matchAll(/<script type="application\/json" ([^>]*)>([^<]*)<\/script>/g)].map(([, attributes = '', text = '']) => ({
    attributes,
    text,
  }));

export const recordLines = (html: string): readonly string[] =>
  dataBlocks(html)
    .filter(({ attributes }) => attributes === 'class="records"')
    .flatMap(({ text }) => text.trim().split('\n'));
