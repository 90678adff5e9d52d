/** A schema of 1,000 tables with 10 columns each, keys between them, and a view over every tenth. */
const columns = (index: number): readonly string[] => [
  'id bigserial PRIMARY KEY',
  `owner_id bigint${index === 0 ? '' : ` REFERENCES table_${String(Math.floor(index / 2))} (id)`}`,
  'email text',
  'first_name varchar(80)',
  'amount numeric(12, 2)',
  'status text NOT NULL',
  'payload jsonb',
  'created_at timestamptz NOT NULL DEFAULT now()',
  'updated_at timestamptz',
  'note text',
];

export const generatedSchema = (tables = 1_000): string =>
  Array.from({ length: tables }, (_, index) => {
    const name = `table_${String(index)}`;
    const table = `CREATE TABLE ${name} (\n  ${columns(index).join(',\n  ')}\n);\n`;
    return index % 10 === 0
      ? `${table}CREATE VIEW view_${String(index)} AS SELECT id, lower(email) AS contact, status FROM ${name};\n`
      : table;
  }).join('');

export const generatedPolicy = `version: 1
databases: { app: { allow-superuser: true, credentials: { reader: { url: "\${env:APP_URL}" } } } }
identity: { local: { verifiers: v } }
principals: { dev: { local: dev } }
grants: [{ to: [dev] }]
classification: { columns: { "*.*.email": email } }
classes: { email: { mask: email } }
`;

/** So many rows for each table, for a look at their values. */
export const generatedRows = (rows = 200, tables = 1_000): string =>
  `DO $$ BEGIN FOR i IN 0..${String(tables - 1)} LOOP EXECUTE format('
    INSERT INTO table_%s (email, first_name, status, payload, note)
    SELECT ''p'' || n || ''@example.org'', ''Maria'', CASE n %% 3 WHEN 0 THEN ''open'' ELSE ''shipped'' END,
      jsonb_build_object(''order'', n, ''to'', ''Invoice '' || n), ''Some remark about order number '' || n
    FROM generate_series(1, ${String(rows)}) n', i); END LOOP; END $$`;
