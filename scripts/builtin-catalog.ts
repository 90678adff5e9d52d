// Writes src/catalog/builtin/data.json: the answer of a fresh PostgreSQL 18 to the catalog query, for what initdb made
// and for what each contrib extension adds. With --check it writes nothing and fails when the file is stale.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { readAnswer, type Answer } from '../src/catalog/answer.ts';
import { catalogQueries } from '../src/catalog/queries.ts';
import type { Row } from '../src/catalog/sections/section.ts';
import { createDatabase, textQuery } from '../test/catalog/database.ts';
import { startPostgres } from '../test/support/postgres.ts';

/** Those that make types, or functions that views and defaults use. Procedural languages and tools for an operator do not. */
const extensions = [
  'btree_gin',
  'btree_gist',
  'citext',
  'cube',
  'dblink',
  'earthdistance',
  'fuzzystrmatch',
  'hstore',
  'intarray',
  'isn',
  'lo',
  'ltree',
  'pg_stat_statements',
  'pg_trgm',
  'pgcrypto',
  'postgres_fdw',
  'seg',
  'tablefunc',
  'unaccent',
  'uuid-ossp',
  'xml2',
];

/** By section, without the nulls at the end of each row. */
const trimmed = ({ rows }: Answer): Readonly<Record<string, readonly Row[]>> =>
  Object.fromEntries(
    [...rows].map(([tag, own]) => [tag, own.map((row) => row.slice(0, row.findLastIndex((cell) => cell !== null) + 1))]),
  );

const server = await startPostgres({ major: 18 });
const parts: Record<string, ReturnType<typeof trimmed>> = {};
try {
  const database = await createDatabase(server.port, 'builtin');
  parts[''] = trimmed(readAnswer(await textQuery(database.client)(catalogQueries.builtin), 'builtin'));
  await database.drop();
  for (const extension of extensions) {
    const own = await createDatabase(server.port, 'extension');
    await own.client.query(`CREATE EXTENSION "${extension}" CASCADE`);
    const answer = readAnswer(await textQuery(own.client)(catalogQueries.own), 'own');
    // Schemas and server are the same in every database.
    parts[extension] = trimmed(answer);
    await own.drop();
  }
} finally {
  await server.stop();
}

const path = fileURLToPath(new URL('../src/catalog/builtin/data.json', import.meta.url));
const text = JSON.stringify(parts);
if (process.argv.includes('--check')) {
  const { brotli } = JSON.parse(readFileSync(path, 'utf8')) as { readonly brotli: string };
  if (brotliDecompressSync(Buffer.from(brotli, 'base64')).toString() !== text) {
    console.error('src/catalog/builtin/data.json is not up to date: run npm run builtin');
    process.exitCode = 1;
  }
} else {
  const brotli = brotliCompressSync(text, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
  }).toString('base64');
  writeFileSync(path, `${JSON.stringify({ brotli }, undefined, 2)}\n`);
  console.log(
    `${String(Object.keys(parts).length)} parts, ${String(text.length)} characters, ${String(brotli.length)} in base64`,
  );
}
