/** What docs/detection.md has from the classes of columns and from the table of value detectors. */
import { personalClasses } from '../src/coverage/detection/types.ts';
import { detectors } from '../src/masking/detectors/index.ts';
import { code, table } from './docs-markdown.ts';

export const detectionTables = (): ReadonlyMap<string, string> =>
  new Map([
    [
      'column-classes',
      table(
        ['class', 'holds'],
        Object.entries(personalClasses).map(([name, holds]) => [code(name), holds]),
      ),
    ],
    [
      'value-detectors',
      table(
        ['detector', 'class', 'finds'],
        detectors.map(({ id, class: name, summary }) => [code(id), code(name), summary]),
      ),
    ],
  ]);
