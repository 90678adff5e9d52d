import { expect, test } from 'vitest';
import { dbtDeclarations } from '../../../src/coverage/classification/dbt.ts';

const text = `version: 2
models:
  - name: customers
    config: { schema: marketing, alias: clients }
    columns:
      - name: Email
        meta: { class: email }
      - name: phone
        tags: [pii, "class:phone"]
      - name: id
        tags: [key]
      - name: "Full Name"
        quote: true
        config: { meta: { pgveil: { class: person_name } }, tags: vip }
sources:
  - name: crm
    schema: raw_crm
    tables:
      - name: people
        identifier: persons
        columns: [{ name: ssn, tags: [gov] }]
`;

const tags = new Map([
  ['gov', 'gov_id'],
  ['pii', 'personal'],
]);

test('meta and tags of columns, of models and of sources', () => {
  const found = dbtDeclarations(text, 'models/schema.yml', tags);
  expect(
    found.map(({ schemas, relation, name, class: className, text: said, line }) => [
      schemas,
      relation,
      name,
      className,
      said,
      line,
    ]),
  ).toEqual([
    [['marketing', '*_marketing'], 'clients', 'email', 'email', 'meta.class', 6],
    [['marketing', '*_marketing'], 'clients', 'phone', 'personal', 'tag pii', 8],
    [['marketing', '*_marketing'], 'clients', 'phone', 'phone', 'tag class:phone', 8],
    [['marketing', '*_marketing'], 'clients', 'Full Name', 'person_name', 'meta.class', 12],
    [['raw_crm'], 'persons', 'ssn', 'gov_id', 'tag gov', 21],
  ]);
  expect(new Set(found.map(({ file }) => file))).toEqual(new Set(['models/schema.yml']));
});

test.each([
  '',
  'models:',
  'models: [1, { name: a, columns: x }]',
  'models: [{ columns: [{ name: a, meta: { class: 7 } }] }]',
  'macros: []',
])('nothing in %j', (other) => {
  expect(dbtDeclarations(other, 'x.yml', tags)).toEqual([]);
});

test('a text that is no YAML', () => {
  expect(() => dbtDeclarations('models: [', 'x.yml', tags)).toThrow(/a file of dbt cannot be read: x\.yml:1/);
});
