/** Changes of bounds, of the audit and of the gate. */
import { suppress, sink, s3, type Case } from './support.ts';

export const bounds: readonly Case[] = [
  [
    'a limit that goes',
    { limits: '{ rows: 10, bytes: 1MB, connections: 2, statements: 3, statement-time: 5s }' },
    {},
    [
      'allows more bytes of a result',
      'allows more connections',
      'allows more rows of a result',
      'allows more statements in a session',
      'allows more time for a statement',
    ],
  ],
  ['a limit that rises', {}, { limits: '{ lookups: 1001 }' }, ['allows more comparisons of classified columns in a session']],
  [
    'the scope of masks',
    { masking: '{ key: "${env:K}" }' },
    { masking: '{ key: "${env:K}", scope: repository }' },
    ['makes masked values the same by repository, not by run only'],
  ],
  ['the key of masks', {}, { masking: '{ key: "${env:K}" }' }, ['takes the key of masks from elsewhere']],
  ['detection', { detect: 'mask' }, { detect: 'off' }, ['does less about columns without a class: detect is off, and was mask']],
  ['the audit file', { audit: '{ file: a }' }, { audit: '{ file: b }' }, ['writes the audit to another file'], 'both ways'],
  [
    'rows in the audit',
    { audit: '{ record-rows: 2 }' },
    { audit: '{ record-rows: 1 }' },
    ['keeps fewer rows of results in the audit'],
  ],
  ['checkpoints', {}, { audit: '{ checkpoint-every: 1000 }' }, ['signs the audit less often']],
  ['the signing key', { audit: '{ signing-key: "${env:K}" }' }, {}, ['signs the audit with another key']],
  ['a store that goes', sink('kind: file, path: /x'), {}, ['gives up audit store store']],
  [
    'a store that is optional',
    sink('kind: file, path: /x'),
    sink('kind: file, path: /x, required: false'),
    ['no longer waits for audit store store'],
  ],
  [
    'a store with more time',
    sink('kind: file, path: /x'),
    sink('kind: file, path: /x, timeout: 1m'),
    ['waits longer before audit store store counts as failing'],
  ],
  [
    'a store elsewhere',
    sink('kind: file, path: /x'),
    sink('kind: file, path: /y'),
    ['sends the audit of store store elsewhere'],
    'both ways',
  ],
  [
    'an object lock',
    sink(`${s3}, lock: { mode: compliance, days: 30 }`),
    sink(`${s3}, lock: { mode: governance, days: 90 }`),
    ['lets objects of audit store store be removed sooner'],
    'both ways',
  ],
  [
    'fewer days of an object lock',
    sink(`${s3}, lock: { mode: governance, days: 30 }`),
    sink(s3),
    ['lets objects of audit store store be removed sooner'],
  ],
  [
    'a severity',
    {},
    { coverage: '{ severity: { personal-column: note } }' },
    ['makes personal-column a note, which was an error'],
  ],
  ['the time before an end', {}, { coverage: '{ ends-soon: 1d }' }, ['reports reveals later before they end']],
  ['a suppression', {}, suppress('finding: unmasked, until: 2027-01-31'), ['suppresses unmasked until 2027-01-31']],
  [
    'a suppression that is prolonged',
    suppress('finding: unmasked, until: 2027-01-31'),
    suppress('finding: unmasked, until: 2027-02-01'),
    ['suppresses unmasked until 2027-02-01'],
  ],
  [
    'a suppression that is widened',
    suppress('finding: unmasked, column: public.users.email, until: 2027-01-31'),
    suppress('finding: unmasked, until: 2027-01-31'),
    ['suppresses unmasked until 2027-01-31'],
  ],
];
