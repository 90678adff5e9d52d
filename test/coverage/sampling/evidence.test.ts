import { describe, expect, test } from 'vitest';
import type { Detection } from '../../../src/coverage/detection/types.ts';
import { isSure } from '../../../src/coverage/looks.ts';
import { withValues } from '../../../src/coverage/sampling/evidence.ts';
import type { ValueEvidence } from '../../../src/coverage/sampling/types.ts';
import { catalogOf, relation } from '../../policy/support.ts';

const table = relation(100, 't', ['a']);
const catalog = catalogOf([table]);
const [column] = table.columns;

const put = (named: Detection | undefined, values: ValueEvidence | undefined): Detection | undefined =>
  column === undefined ? undefined : withValues(named, values, catalog, column);

const named = (found: Detection['class'], score: number): Detection => ({ class: found, score, evidence: ['by name'] });
const values = (found: ValueEvidence['class'], certainty: ValueEvidence['certainty'], hits = 90): ValueEvidence => ({
  class: found,
  certainty,
  hits,
  of: 100,
});

describe('what name and values say together', () => {
  test.each<[string, Detection | undefined, ValueEvidence | undefined, Partial<Detection> | undefined]>([
    ['neither says anything', undefined, undefined, undefined],
    ['only the name', named('phone', 0.6), undefined, { class: 'phone', score: 0.6 }],
    ['only values, certain', undefined, values('email', 'certain'), { class: 'email', score: 0.9 }],
    ['only values, likely', undefined, values('phone', 'likely'), { class: 'phone', score: 0.8 }],
    ['only a hint', undefined, values('person_name', 'hint'), { class: 'person_name', score: 0.6 }],
    ['a few values among others', undefined, values('email', 'certain', 6), { class: 'free_text', score: 0.9 }],
    ['they agree', named('person_name', 0.6), values('person_name', 'hint'), { class: 'person_name', score: 0.75 }],
    ['a name for anything', named('free_text', 0.55), values('email', 'certain'), { class: 'free_text', score: 1 }],
    ['values are surer', named('username', 0.6), values('email', 'certain'), { class: 'email', score: 0.9 }],
    ['the name is surer', named('username', 0.7), values('person_name', 'hint'), { class: 'username', score: 0.7 }],
  ])('%s', (_, byName, byValues, expected) => {
    const found = put(byName, byValues);
    expect(found && { class: found.class, score: found.score }).toEqual(expected);
  });

  test('counts stand first, then what the name says', () => {
    expect(put(named('free_text', 0.5), values('gov_id', 'certain'))?.evidence).toEqual([
      '90 of 100 sampled values look like gov id',
      'by name',
    ]);
    expect(put(undefined, values('gov_id', 'certain', 7))?.evidence).toEqual(['7 of 100 sampled values hold gov id']);
  });

  test('a hint alone is for somebody to look at, and a certain find is an error', () => {
    const sure = (byValues: ValueEvidence): boolean => {
      const found = put(undefined, byValues);
      return found !== undefined && isSure(found);
    };
    expect(sure(values('person_name', 'hint'))).toBe(false);
    expect(sure(values('postal_code', 'likely'))).toBe(false);
    expect(sure(values('phone', 'likely'))).toBe(true);
    expect(sure(values('email', 'certain'))).toBe(true);
  });
});
