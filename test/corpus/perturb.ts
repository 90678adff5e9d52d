// `npm run perturb [-- --pg 15|18]`: every legitimate statement of the corpus is run twice, over two databases that differ in nothing
// but the values of classified columns. What is not treated has to be the same to the byte: else a value shows in it.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { parse } from 'yaml';
import type { StatementEvent } from '../../src/audit/types.ts';
import { startTestGateway, type TestGateway } from '../support/gateway.ts';
import { startPostgres, type TestServer } from '../support/postgres.ts';
import { corpusPolicy, roles, urlVariable } from './policy.ts';
import { serverSettings } from './server-settings.ts';

const { values } = parseArgs({ options: { pg: { type: 'string', default: '18' } } });
const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** Another value of the same type, by the type's name; the first that the column takes is used. */
const others: readonly string[] = [
  "'p' || md5(%::text)",
  'substr(md5(%::text), 1, 9)',
  '% + 1',
  "% + interval '1 day'",
  'sha256(%::text::bytea)',
  "jsonb_build_object('p', md5(%::text))",
  'array[md5(%::text)]',
  "'10.9.8.7'::inet",
  'md5(%::text)::uuid',
  'to_tsvector(md5(%::text))',
  'point(1, 2)',
  "'08:00:2b:01:02:03'::macaddr",
  "hstore('p', md5(%::text))",
  'numrange(1, 2)',
  "xmlparse(document '<p/>')",
  "overlay(%::text placing '1' from 1 for 1)",
];

/** Writes each classified column anew in both databases, so that rows lie alike: unchanged in one, changed in the other. */
const perturb = async (server: TestServer, columns: readonly string[]): Promise<string[]> => {
  const clients = await Promise.all(['one', 'two'].map(async (name) => new pg.Client(server.url(name))));
  const left: string[] = [];
  for (const client of clients) {
    await client.connect();
    await client.query('SET session_replication_role = replica; SET search_path = public, extensions, pg_catalog');
  }
  const [one, two] = clients;
  for (const name of columns) {
    const [schema = '', table = '', column = ''] = name.split('.');
    const target = `"${schema}"."${table}"`;
    let done = false;
    for (const other of others) {
      if (done) break;
      done = await (two as pg.Client).query(`UPDATE ${target} SET "${column}" = ${other.replaceAll('%', `"${column}"`)}`).then(
        () => true,
        () => false,
      );
    }
    if (done) await (one as pg.Client).query(`UPDATE ${target} SET "${column}" = "${column}"`);
    else left.push(name);
  }
  await Promise.all(clients.map(async (client) => client.end()));
  return left;
};

interface Item {
  readonly id: string;
  readonly role?: string;
  readonly steps?: readonly unknown[];
}

/** How large a relation is depends on its values, as everybody may know who may ask. */
const sizes = /pg_size_pretty|_size\(/;

/** Statements that can be sent as they stand. */
const textsOf = ({ steps = [] }: Item): readonly string[] | undefined => {
  const texts = steps.map((step) => (typeof step === 'string' ? step : undefined));
  return texts.every((text): text is string => text !== undefined && !text.includes('{{')) ? texts : undefined;
};

interface Seen {
  readonly rows: readonly (readonly (string | null)[])[];
  readonly error: string | undefined;
}

const runTexts = async (url: string, texts: readonly string[]): Promise<Seen[]> => {
  const client = new pg.Client(url);
  await client.connect();
  const seen: Seen[] = [];
  for (const text of texts) {
    const types = { getTypeParser: () => (value: string) => value };
    seen.push(
      await client.query<(string | null)[]>({ text, rowMode: 'array', types }).then(
        (result) => ({ rows: result.rows, error: undefined }),
        (error: unknown) => ({ rows: [], error: (error as { readonly code?: string }).code ?? 'error' }),
      ),
    );
  }
  await client.end();
  return seen;
};

const statementsSince = (gateway: TestGateway, from: number): StatementEvent[] =>
  gateway.events.slice(from).filter((event): event is StatementEvent => event.type === 'statement');

const server = await startPostgres({ major: Number(values.pg), settings: serverSettings });
const { columns } = parse(readFileSync(path('classification.yml'), 'utf8')) as {
  readonly columns: Readonly<Record<string, string>>;
};
for (const { name } of roles)
  await server.query(`CREATE ROLE ${name} LOGIN PASSWORD 'pw' ${name === 'app_super' ? 'SUPERUSER' : ''}`);
await server.query('CREATE DATABASE one OWNER app_owner');
await server.query(readFileSync(path('schema.sql'), 'utf8'), 'one');
await server.query('CREATE DATABASE two TEMPLATE one OWNER app_owner');
for (const name of ['one', 'two'])
  await server.query(`ALTER DATABASE ${name} SET search_path = "$user", public, extensions`, name);
const left = await perturb(server, Object.keys(columns));

const gatewayFor = async (database: string): Promise<TestGateway> =>
  startTestGateway({
    locals: roles.map(({ name }) => name),
    password: 'pw',
    policy: corpusPolicy({ database, level: 'standard', verifiers: 'verifiers' }),
    env: Object.fromEntries(roles.map(({ name }) => [urlVariable(name), server.url(database, name)])),
  });
const gateways = { one: await gatewayFor('one'), two: await gatewayFor('two') };
const { items } = parse(readFileSync(path('cases/utility.open.yml'), 'utf8')) as { readonly items: readonly Item[] };

let compared = 0;
let failed = 0;
let skipped = 0;
for (const item of items) {
  const texts = textsOf(item);
  if (texts === undefined) {
    skipped += 1;
    continue;
  }
  const user = `app_${item.role ?? 'ro'}`;
  const from = gateways.one.events.length;
  const url = (name: 'one' | 'two'): string => gateways[name].url(user, name).replace(`:${user}@`, ':pw@');
  const [one, two] = [await runTexts(url('one'), texts), await runTexts(url('two'), texts)];
  const records = statementsSince(gateways.one, from);
  // A text of several statements has several records: it is left out, since its rows cannot be told apart here.
  if (
    texts.some((text) => sizes.test(text)) ||
    records.length !== texts.length ||
    records.some(({ notes }) => notes.length > 0)
  ) {
    skipped += 1;
    continue;
  }
  compared += 1;
  const differs = texts.findIndex((_, index) => {
    const [a, b, record] = [one[index], two[index], records[index]];
    const passes = (column: number): boolean => record?.columns[column]?.treatment === 'pass';
    const kept = (seen: Seen | undefined, database: string): string =>
      JSON.stringify([
        seen?.error,
        seen?.rows.map((row) =>
          row.filter((_cell, column) => passes(column)).map((cell) => (cell === database ? 'database' : cell)),
        ),
      ]);
    return kept(a, 'one') !== kept(b, 'two');
  });
  if (differs < 0) continue;
  failed += 1;
  console.log(`${item.id}: statement ${String(differs + 1)} shows a difference: ${texts[differs]?.slice(0, 160) ?? ''}`);
}
console.log(
  `${String(Object.keys(columns).length - left.length)} of ${String(Object.keys(columns).length)} columns changed; left: ${left.join(', ')}`,
);
await Promise.all([gateways.one.stop(), gateways.two.stop()]);
await server.stop();
console.log(`${String(compared - failed)} passed, ${String(failed)} failed, ${String(skipped)} skipped`);
process.exit(failed === 0 ? 0 : 1);
