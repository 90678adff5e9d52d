/** What docs/gate.md has from the table of how strong each mask is. */
import { limitedClasses, type Limits } from '../src/coverage/mask-strength/limits.ts';
import { strengths } from '../src/coverage/mask-strength/transforms.ts';
import { code, table } from './docs-markdown.ts';

const shown = (count: number | undefined): string => (count === undefined ? '' : String(count));

const traits = ({ identifies, fewValues, namedByPath }: Limits): string =>
  [
    identifies === true ? 'identifies' : [],
    fewValues === true ? 'few values' : [],
    namedByPath === true ? 'named by the path of a URL' : [],
  ]
    .flat()
    .join(', ');

export const gateTables = (): ReadonlyMap<string, string> =>
  new Map([
    [
      'mask-strength',
      table(
        ['mask', 'gives too much away where'],
        Object.entries(strengths).flatMap(([name, { weakWhere }]) => (weakWhere === undefined ? [] : [[code(name), weakWhere]])),
      ),
    ],
    [
      'class-limits',
      table(
        ['class', 'characters of a text, at most', 'step of a number, at least', 'and'],
        limitedClasses.map(([name, limits]) => [code(name), shown(limits.characters), shown(limits.step), traits(limits)]),
      ),
    ],
  ]);
