import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { overall, rates } from '../../../bench/detectors/measure.ts';
import { readColumns } from '../../../src/coverage/detection/columns-csv.ts';
import { detectColumns } from '../../../src/coverage/detection/detect.ts';

/** The goal that the detectors are held to; what they reach is printed by `npm run bench:detectors`. */
const goal = { precision: 0.85, recall: 0.9 };

test.each(['labels.csv', 'labels.other.csv', 'labels.seen.csv', 'labels.heldout.csv'])(
  'columns of %s that are surely personal or not',
  (file) => {
    const columns = readColumns(readFileSync(new URL(`../../../bench/detectors/${file}`, import.meta.url), 'utf8'));
    const found = detectColumns(columns.map(({ facts }) => facts));
    const rows = columns.flatMap(({ name, facts, fields }, at) => {
      const detection = found[at]?.class === 'secret' ? undefined : found[at];
      const expected = fields['is_pii'] === '1' ? fields['class'] : undefined;
      const row = { name, dataType: facts.dataType, expected, found: detection?.class, evidence: [] };
      return fields['confidence'] === 'sure' ? [row] : [];
    });
    expect(rows.length).toBeGreaterThan(400);
    const { precision, recall } = rates(overall(rows));
    expect(precision).toBeGreaterThanOrEqual(goal.precision);
    expect(recall).toBeGreaterThanOrEqual(goal.recall);
  },
);
