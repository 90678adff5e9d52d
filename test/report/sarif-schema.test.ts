/** Every log against the JSON schema of SARIF 2.1.0, as Microsoft's SARIF SDK ships it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Ajv04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import type { Report } from '../../src/report/model.ts';
import { sarif } from '../../src/report/sarif.ts';
import { finding, hostileFindings, report, verdict } from './support.ts';

const { resolve } = createRequire(import.meta.url);
const schema: unknown = JSON.parse(readFileSync(resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8'));
const ajv = addFormats.default(new Ajv04.default({ strict: false, allErrors: true, unicodeRegExp: false }));
const validate = ajv.compile(schema as object);

const errorsOf = (text: string): unknown => (validate(JSON.parse(text)) ? [] : validate.errors);

const reports: Readonly<Record<string, Report>> = {
  'nothing found': report(),
  'a finding at the policy': report({ verdict: verdict([finding()]) }),
  'a finding of no column': report({ verdict: verdict([finding({ column: undefined, severity: 'note' })]) }),
  'hostile names': report({ verdict: verdict(hostileFindings) }),
  'an odd file name': report({ verdict: verdict([finding({ file: 'my dir/a#b?.sql' })]) }),
  'suppressed and known': report({
    verdict: verdict([finding()], {
      suppressed: [{ finding: finding(), reason: 'agreed', until: '2027-01-31' }],
      known: [{ finding: finding({ id: 'PGV015' }), by: 'baseline' }],
    }),
  }),
  'what was not checked': report({
    verdict: verdict([], { result: 'incomplete', unchecked: [{ what: 'database b', reason: 'refused' }] }),
  }),
  'a problem and no verdict': report({
    verdict: undefined,
    problems: [{ code: 'PGVEIL_AUDIT', message: 'It is broken.', remedy: undefined }],
  }),
};

test.each(Object.entries(reports))('%s', (_name, one) => {
  expect(errorsOf(sarif(one))).toEqual([]);
});

test('results that are left out', () => {
  expect(errorsOf(sarif(report({ verdict: verdict(hostileFindings) }), 2))).toEqual([]);
});

test('the schema finds what is wrong', () => {
  const broken = sarif(report({ verdict: verdict([finding({ position: { line: 0, column: 1 } })]) }));
  expect(errorsOf(broken)).toEqual([expect.objectContaining({ instancePath: expect.stringContaining('/startLine') as unknown })]);
});
