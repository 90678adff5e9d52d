/**
 * Precision and recall of the detection of personal columns by names and types alone.
 * labels.heldout.csv is apart: no rule was written with what the detector got wrong in it in sight.
 * npm run bench:detectors -- [--labels FILE]... [--schemas NAME,...] [--list]
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readColumns } from '../src/coverage/detection/columns-csv.ts';
import { detectColumns } from '../src/coverage/detection/detect.ts';
import { type Labelled, ofClass, overall, type Rates, rates, type Tally } from './detectors/measure.ts';

const { values: options } = parseArgs({
  options: {
    labels: { type: 'string', multiple: true },
    schemas: { type: 'string' },
    list: { type: 'boolean', default: false },
  },
});
const own = ['labels.csv', 'labels.other.csv', 'labels.seen.csv', 'labels.heldout.csv'].map(
  (file) => new URL(`detectors/${file}`, import.meta.url),
);
const schemas = options.schemas?.split(',');

const labelled = (file: string | URL): readonly (Labelled & { readonly confidence: string })[] => {
  const columns = readColumns(readFileSync(file, 'utf8')).filter(({ facts }) => schemas?.includes(facts.schema) ?? true);
  const found = detectColumns(columns.map(({ facts }) => facts));
  return columns.map(({ name, facts, fields }, i) => {
    const detection = found[i]?.class === 'secret' ? undefined : found[i];
    return {
      name,
      dataType: facts.dataType,
      expected: fields['is_pii'] === '1' ? fields['class'] : undefined,
      found: detection?.class,
      evidence: detection?.evidence ?? [],
      confidence: fields['confidence'] ?? 'sure',
    };
  });
};

const percent = (share: number | undefined): string => (share === undefined ? '-' : share.toFixed(3)).padStart(9);

const row = (name: string, tally: Tally, { precision, recall, f1 }: Rates): string =>
  [
    name.padEnd(16),
    ...[tally.hits, tally.falseAlarms, tally.misses].map((n) => String(n).padStart(6)),
    ...[precision, recall, f1].map((share) => percent(share)),
  ].join(' ');

const report = (title: string, rows: readonly Labelled[]): void => {
  const classes = [...new Set(rows.flatMap(({ expected, found }) => [expected, found]))].filter((name) => name !== undefined);
  const all = overall(rows);
  console.log(`\n${title}: ${String(rows.length)} columns`);
  console.log(['class'.padEnd(16), '  hits', ' false', 'missed', 'precision', '   recall', '       F1'].join(' '));
  for (const name of classes.toSorted()) {
    const tally = ofClass(rows, name);
    console.log(row(name, tally, rates(tally)));
  }
  console.log(row('personal or not', all, rates(all)));
  if (!options.list) return;
  for (const { name, dataType, expected, found, evidence } of rows) {
    if (expected === found) continue;
    const what = found === undefined ? 'missed' : expected === undefined ? 'false alarm' : 'other class';
    console.log(`  ${what}: ${name} (${dataType}) is ${expected ?? 'not personal'}, found ${found ?? 'nothing'}`);
    if (evidence.length > 0) console.log(`    ${evidence.join('; ')}`);
  }
};

for (const file of options.labels ?? own) {
  const rows = labelled(file);
  console.log(`\n${file instanceof URL ? file.pathname.split('/').at(-1) : file}`);
  for (const confidence of ['sure', 'debatable']) {
    const some = rows.filter((candidate) => candidate.confidence === confidence);
    if (some.length > 0) report(confidence, some);
  }
}
