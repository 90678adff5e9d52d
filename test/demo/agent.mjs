// The agent: a program that knows nothing of pgveil. It connects with what the environment gives it (PGHOST and the
// rest), runs the statements of the file in its first argument, and writes what it got to the file in its second.
import { readFileSync, writeFileSync } from 'node:fs';
import pg from 'pg';

const [questions, answers] = process.argv.slice(2);
const client = new pg.Client({ application_name: 'demo agent' });
await client.connect();
const results = [];
for (const sql of JSON.parse(readFileSync(questions, 'utf8'))) {
  try {
    const { fields, rows } = await client.query({ text: sql, rowMode: 'array' });
    results.push({
      columns: fields.map((field) => field.name),
      rows: rows.map((row) => row.map((value) => (value === null ? 'NULL' : String(value)))),
    });
  } catch (error) {
    results.push({ refused: { code: error.code, message: error.message, hint: error.hint } });
  }
}
await client.end();
writeFileSync(answers, JSON.stringify(results));
console.log(`agent: ${results.length} statements run as ${process.env.PGUSER} on ${process.env.PGDATABASE}`);
