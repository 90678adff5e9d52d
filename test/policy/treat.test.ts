import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ColumnKey } from '../../src/catalog/types.ts';
import type { OutputColumn, Way } from '../../src/lineage/types.ts';
import { decide } from '../../src/policy/decide.ts';
import { treatmentText } from '../../src/policy/explain.ts';
import type { Treatment } from '../../src/masking/types.ts';
import { backupEmail, contextFor, email, id, name, notes, orderEmail, output, source, statement } from './support.ts';

const treatmentOf = (column: OutputColumn, grant = ''): Treatment => {
  const decided = decide(statement({ columns: [column] }), contextFor(grant));
  const treatment = decided.kind === 'forward' ? decided.columns?.[0]?.treatment : undefined;
  if (treatment === undefined) throw new Error('refused');
  return treatment;
};
const treated = (column: OutputColumn, grant = ''): string => treatmentText(treatmentOf(column, grant));

describe('scalars', () => {
  test.each<[string, OutputColumn, string, string]>([
    ['unclassified', output('x', [source(id)]), '', 'pass'],
    ['no source', output('x', []), '', 'pass'],
    ['the value itself', output('x', [source(email)]), '', 'mask email'],
    ['two columns of one class', output('x', [source(email), source(orderEmail)]), '', 'mask email'],
    ['columns of two classes', output('x', [source(email), source(name)]), '', 'redact'],
    ['computed', output('x', [source(email, 'derived', ['||'])]), '', 'redact'],
    ['lower case, which email tolerates', output('x', [source(email, 'preserving', ['lower'])]), '', 'mask email'],
    ['a cast through a view', output('x', [source(email, 'preserving', ['cast text', 'view'])]), '', 'mask email'],
    ['ltrim moves the window of partial', output('x', [source(name, 'preserving', ['ltrim'])]), '', 'redact'],
    ['ltrim tells by equality of tokens', output('x', [source(email, 'preserving', ['ltrim'])]), '', 'redact'],
    ['beside a constant, whose token would tell', output('x', [source(email, 'preserving', ['constant'])]), '', 'redact'],
    ['beside a constant, without tokens', output('x', [source(name, 'preserving', ['constant'])]), '', 'mask partial'],
    ['the greatest of values', output('x', [source(name, 'preserving', ['max'])]), '', 'mask partial'],
    ['the greatest beside a constant', output('x', [source(name, 'preserving', ['max', 'constant'])]), '', 'redact'],
    ['sorted beside a constant', output('x', [source(name, 'preserving', ['distinct', 'constant'])]), '', 'redact'],
    ['the most frequent beside other values', output('x', [source(name, 'preserving', ['mode']), source(id)]), '', 'redact'],
    ['beside a column of no class', output('x', [source(email), source(id)]), '', 'redact'],
    ['a view of no class', output('x', [source(email), source(id, 'identity', ['view'])]), '', 'mask email'],
    ['so many steps that some are lost', output('x', [source(email, 'preserving', Array(6).fill('lower'))]), '', 'redact'],
    ['a class without mask', output('x', [source(notes)]), '', 'mask redact'],
    ['count', output('x', [source(email, 'count', ['count'])]), '', 'pass'],
    ['count of what a pattern leaves', output('x', [source(email, 'count', ['count', 'substring'])]), '', 'redact'],
    ['count of what differs from a guess', output('x', [source(email, 'count', ['>', 'count', 'nullif'])]), '', 'redact'],
    ['the plan of an EXPLAIN', output('x', [source(email, 'count', ['explain', 'md5'])]), '', 'pass'],
    ['count through a view', output('x', [source(email, 'count', ['+', 'count', 'lower', 'view'])]), '', 'pass'],
    ['a count of which steps are lost', output('x', [source(email, 'count', ['+', '+', '+', '+', '+', 'count'])]), '', 'redact'],
    ['count at strict', output('x', [source(email, 'count', ['count'])]), 'inference: strict', 'redact'],
    ['the smallest', output('x', [source(email, 'preserving', ['min'])]), '', 'mask email'],
    ['the smallest at strict', output('x', [source(email, 'preserving', ['lower', 'min'])]), 'inference: strict', 'redact'],
    ['steered by what nobody judged', output('x', [source(email, 'steering', ['case'])]), '', 'redact'],
    ['steered, at open', output('x', [source(email, 'steering', ['case'])]), 'inference: open', 'pass'],
    ['opaque', output('x', [], { opaque: 'public.f' }), '', 'redact'],
    ['a mask of the grant', output('x', [source(email)]), 'masks: { email: { hash: { length: 8 } } }', 'mask hash'],
    ['revealed', output('x', [source(email)]), 'reveal: [{ class: email, reason: r, until: 2027-01-01 }]', 'pass'],
    [
      'revealed until yesterday',
      output('x', [source(email)]),
      'reveal: [{ class: email, reason: r, until: 2026-11-23 }]',
      'mask email',
    ],
    ['revealed until today', output('x', [source(email)]), 'reveal: [{ class: email, reason: r, until: 2026-11-24 }]', 'pass'],
    [
      'one column revealed',
      output('x', [source(email)]),
      'reveal: [{ column: public.users.email, reason: r, until: 2027-01-01 }]',
      'pass',
    ],
    [
      'and not its neighbour',
      output('x', [source(backupEmail)]),
      'reveal: [{ column: public.users.email, reason: r, until: 2027-01-01 }]',
      'mask email',
    ],
    [
      'a revealed column beside a veiled one',
      output('x', [source(email), source(backupEmail)]),
      'reveal: [{ column: public.users.email, reason: r, until: 2027-01-01 }]',
      'mask email',
    ],
  ])('%s', (_, column, grant, expected) => {
    expect(treated(column, grant)).toBe(expected);
  });

  test('a mask of the policy arrives with its options and their defaults', () => {
    expect(treatmentOf(output('x', [source(name)]))).toEqual({
      kind: 'mask',
      class: 'name',
      mask: { transform: 'partial', options: { first: 1, last: 0, character: '*', separators: 'mask' } },
    });
  });
});

test('what a condition steers passes where that condition was judged, and only then', () => {
  const column = output('x', [source(email, 'steering', ['case'])]);
  const verdict = (clause: 'case' | 'where'): string => {
    const lineage = statement({
      columns: [column],
      predicates: [{ column: email, clause, operator: '=', against: 'parameter', others: [], times: 1 }],
    });
    const decided = decide(lineage, contextFor());
    return decided.kind === 'forward' ? treatmentText(decided.columns?.[0]?.treatment ?? { kind: 'pass' }) : 'refused';
  };
  expect(verdict('case')).toBe('pass');
  expect(verdict('where')).toBe('redact');
});

describe('structures', () => {
  const members = [
    output('id', [source(id)]),
    output('mail', [source(email)]),
    output('len', [source(name, 'derived', ['length'])]),
  ];
  const all = members.flatMap((member) => member.sources);
  test('are masked member by member', () => {
    expect(treated(output('x', all, { shape: { kind: 'json-object', members } }))).toBe(
      '{id: pass, mail: mask email, len: redact}',
    );
    expect(treated(output('x', all, { shape: { kind: 'row', fields: members } }))).toBe('(pass, mask email, redact)');
    const item = output('item', all, { shape: { kind: 'json-array', items: members } });
    expect(treated(output('x', all, { shape: { kind: 'each', json: true, item } }))).toBe('each [pass, mask email, redact]');
  });
  test('pass where every member does', () => {
    const shape = { kind: 'row' as const, fields: [output('id', [source(id)])] };
    expect(treated(output('x', [source(id)], { shape }))).toBe('pass');
  });
  test('are redacted whole where a value reaches them past their members', () => {
    const shape = { kind: 'json-object' as const, members: [output('id', [source(id)])] };
    expect(treated(output('x', [source(id), source(email, 'derived', ['json_object_agg'])], { shape }))).toBe('redact');
  });
  test('an opaque member is redacted, the others are not', () => {
    const hidden = output('h', [], { opaque: 'public.f' });
    const shape = { kind: 'json-object' as const, members: [output('id', [source(id)]), hidden] };
    expect(treated(output('x', [source(id)], { shape, opaque: 'public.f' }))).toBe('{id: pass, h: redact}');
    expect(treated(output('x', [source(id)], { shape, opaque: 'something else' }))).toBe('redact');
  });
});

describe('a stricter policy never treats a column weaker', () => {
  const rank = (treatment: Treatment): number => ({ pass: 0, structured: 1, mask: 1, redact: 2 })[treatment.kind];
  const sources = fc.array(
    fc.record({
      column: fc.constantFrom<ColumnKey>(id, email, backupEmail, name, notes, orderEmail),
      way: fc.constantFrom<Way>('identity', 'preserving', 'derived', 'count', 'steering'),
      via: fc.array(fc.constantFrom('lower', 'ltrim', 'min', 'cast text', 'nullif'), { maxLength: 3 }),
    }),
    { maxLength: 4 },
  );
  const column = sources.map((list) => output('x', list));
  test.each([
    ['strict against standard', 'inference: standard', 'inference: strict'],
    ['standard against open', 'inference: open', 'inference: standard'],
    ['without a reveal', 'reveal: [{ class: email, reason: r, until: 2027-01-01 }]', ''],
    [
      'an ended reveal',
      'reveal: [{ class: name, reason: r, until: 2027-01-01 }]',
      'reveal: [{ class: name, reason: r, until: 2026-01-01 }]',
    ],
  ])('%s', (_, weaker, stricter) => {
    const [loose, tight] = [contextFor(weaker), contextFor(stricter)];
    fc.assert(
      fc.property(column, (one) => {
        const lineage = statement({ columns: [one] });
        const [a, b] = [decide(lineage, loose), decide(lineage, tight)];
        // A refusal is the strictest treatment of all.
        if (b.kind === 'refuse') return;
        if (a.kind === 'refuse') throw new Error('the weaker policy refuses what the stricter one does not');
        const [left, right] = [a.columns?.[0]?.treatment, b.columns?.[0]?.treatment];
        if (left === undefined || right === undefined) throw new Error('no columns');
        expect(rank(right)).toBeGreaterThanOrEqual(rank(left));
      }),
    );
  });

  test('no value of a veiled column passes', () => {
    const context = contextFor();
    fc.assert(
      fc.property(column, (one) => {
        const decided = decide(statement({ columns: [one] }), context);
        const shows = one.sources.some(({ column: key, way }) => key !== id && way !== 'count' && way !== 'steering');
        expect(shows && decided.kind === 'forward' && decided.columns?.[0]?.treatment.kind === 'pass').toBe(false);
      }),
    );
  });
});
