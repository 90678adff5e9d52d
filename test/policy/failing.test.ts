import { describe, expect, test } from 'vitest';
import type { OutputColumn } from '../../src/lineage/types.ts';
import { decide } from '../../src/policy/decide.ts';
import { contextFor, email, id, output, source, statement } from './support.ts';

const ruleFor = (column: OutputColumn, level: string): string => {
  const plan = decide(statement({ columns: [column] }), contextFor(`inference: ${level}`));
  return plan.kind === 'refuse' ? plan.refusal.rule : plan.kind;
};

describe('expressions that can fail for some values', () => {
  test.each<[string, OutputColumn, string]>([
    ['a length from a value', output('x', [source(email, 'derived', ['substring', '-', 'ascii', 'substr'])]), 'inference.strict'],
    ['a cast to a number', output('x', [source(email, 'derived', ['cast'])]), 'inference.strict'],
    ['steps that are lost', output('x', [source(email, 'derived', ['||', '||', '||', '||', '||', '||'])]), 'inference.strict'],
    [
      'inside a row',
      output('x', [], { shape: { kind: 'row', fields: [output('y', [source(email, 'derived', ['/'])])] } }),
      'inference.strict',
    ],
    ['text that is put together', output('x', [source(email, 'derived', ['||', 'lower'])]), 'forward'],
    ['the value itself', output('x', [source(email)]), 'forward'],
    ['an unclassified value', output('x', [source(id, 'derived', ['/'])]), 'forward'],
  ])('%s', (_, column, atStrict) => {
    expect(ruleFor(column, 'strict')).toBe(atStrict);
    expect(ruleFor(column, 'standard')).toBe('forward');
  });
});
