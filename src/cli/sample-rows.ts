import { PgveilError } from '../errors.ts';
import { sampleBounds } from '../masking/detectors/samples.ts';

/** The value of `--sample`: rows, or undefined for no look. Throws PGVEIL_INPUT. */
export const sampleRows = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined;
  const rows = /^[0-9]{1,5}$/.test(text) ? Number(text) : 0;
  if (rows >= 1 && rows <= sampleBounds.mostRows) return rows;
  throw new PgveilError('PGVEIL_INPUT', `--sample is no number of rows from 1 to ${String(sampleBounds.mostRows)}`, {
    remedy: 'Write --sample 100, or leave it out: no values are looked at then.',
  });
};
