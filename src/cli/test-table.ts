/** Results of policy tests for a terminal. */
import { printable } from '../audit/printable.ts';
import { listed } from '../coverage/names.ts';
import type { Reach } from '../coverage/policy-tests/reach.ts';
import type { TestResult } from '../coverage/policy-tests/run.ts';
import type { Paint } from './paint.ts';

const width = (results: readonly TestResult[], of: (result: TestResult) => string): number =>
  Math.min(60, Math.max(0, ...results.map((result) => of(result).length)));

const cut = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

/** `file`: of the cases. */
export const testTable = (results: readonly TestResult[], reached: readonly Reach[], file: string, paint: Paint): string => {
  const name = ({ test }: TestResult): string => cut(printable(test.name), 60);
  const who = ({ test }: TestResult): string => cut(printable(test.as), 30);
  const [names, whos] = [width(results, name), width(results, who)];
  const lines = results.flatMap((result) => {
    const { failures, test } = result;
    const ok = failures.length === 0;
    const place = ok ? '' : `  ${printable(file)}:${String(test.position.line)}`;
    return [
      `${paint(ok ? 'green' : 'red', ok ? 'ok  ' : 'FAIL')}  ${who(result).padEnd(whos)}  ${name(result).padEnd(names)}${place}`.trimEnd(),
      ...failures.map((failure) => `      ${printable(failure)}`),
    ];
  });
  const failed = results.filter(({ failures }) => failures.length > 0).length;
  const counts = `${String(results.length)} ${results.length === 1 ? 'case' : 'cases'}, ${String(failed)} failed`;
  return [
    ...lines,
    '',
    paint(failed === 0 ? 'green' : 'red', counts),
    ...reached.map(({ what, reached: count, all, missing }) =>
      paint(
        'dim',
        `${what}: ${String(count)} of ${String(all)} tested${missing.length === 0 ? '' : `, not ${printable(listed(missing, 6))}`}`,
      ),
    ),
    '',
  ].join('\n');
};
