import { expect, test } from 'vitest';
import { decide } from '../../src/policy/decide.ts';
import { explain } from '../../src/policy/explain.ts';
import { contextFor, email, id, output, source, statement } from './support.ts';

const context = contextFor();

test('sources, ways, treatment and where the class was said', () => {
  const lineage = statement({
    relations: [100],
    columns: [output('id', [source(id)]), output('mail', [source(email, 'preserving', ['lower'])])],
    predicates: [{ column: email, clause: 'where', operator: '=', against: 'parameter', others: [], times: 1 }],
  });
  expect(explain(lineage, decide(lineage, context), context.bound, context.catalog)).toEqual({
    kind: 'select',
    verdict: 'forward',
    refusal: undefined,
    relations: ['public.users'],
    columns: [
      {
        name: 'id',
        treatment: 'pass',
        reason: 'no classified source',
        sources: [{ column: 'public.users.id', class: undefined, way: 'identity', via: [], classifiedBy: undefined }],
      },
      {
        name: 'mail',
        treatment: 'mask email',
        reason: 'class email',
        sources: [
          {
            column: 'public.users.email',
            class: 'email',
            way: 'preserving',
            via: ['lower'],
            classifiedBy: 'p.yml:16:5 public.users.email',
          },
        ],
      },
    ],
    conditions: [{ column: 'public.users.email', class: 'email', clause: 'where', operator: '=' }],
    functions: [],
    guarded: true,
    notes: ['look-up by class email in WHERE'],
  });
});

test('a refused statement keeps its lineage', () => {
  const lineage = statement({ kind: 'insert', columns: [output('id', [source(id)])] });
  expect(explain(lineage, decide(lineage, context), context.bound, context.catalog)).toMatchObject({
    verdict: 'refuse',
    refusal: { rule: 'access.write' },
    columns: [{ name: 'id', treatment: 'refused' }],
  });
});
