import { createHash } from 'node:crypto';
import { createReadStream, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { writeHtmlReport } from '../src/report/html/write.ts';
import { inTotoStatement, testResult, type Attested } from '../src/report/in-toto.ts';
import type { Report } from '../src/report/model.ts';
import type { ProxyFiles } from './proxy-files.ts';
import type { State } from './state.ts';

export interface Evidence {
  readonly files: ProxyFiles;
  readonly state: Pick<State, 'auditKey' | 'policyDigest'>;
  readonly report: Report;
  /** The page of the run. */
  readonly url: string;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
}

const digestOf = async (file: string): Promise<string> => {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
};

const writeJson = (file: string, value: object): void => {
  writeFileSync(file, `${JSON.stringify(value, undefined, 2)}\n`, { mode: 0o600 });
};

/** Makes of the audit what people read (an HTML report) and what is signed (an in-toto statement and its predicate). */
export const writeEvidence = async ({ files, state, report, url, clock }: Evidence): Promise<void> => {
  const { head } = writeHtmlReport({
    log: files.audit,
    out: files.htmlReport,
    expectedKey: state.auditKey,
    version: report.version,
    clock,
  });
  const audit = { name: basename(files.audit), sha256: await digestOf(files.audit), head };
  const attested: Attested = { report, audit, policyDigest: state.policyDigest, url };
  writeJson(files.predicate, testResult(attested));
  writeJson(files.statement, inTotoStatement(attested));
};
