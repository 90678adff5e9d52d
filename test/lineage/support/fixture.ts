/** The resolver over a catalog that a real server gave, beside that server's own word on every query. */
import type pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { loadCatalog } from '../../../src/catalog/load.ts';
import { nameSpace } from '../../../src/catalog/resolve-path.ts';
import type { Catalog, NameSpace } from '../../../src/catalog/types.ts';
import { loadParser, type Parser } from '../../../src/lineage/parse.ts';
import { readStatements, type ReadOptions } from '../../../src/lineage/read.ts';
import type { Reading, StatementLineage } from '../../../src/lineage/types.ts';
import { createDatabase, textQuery, type TestDatabase } from '../../catalog/database.ts';
import { Oracle } from '../../oracle/oracle.mjs';
import { schema, schema18 } from './schema.ts';

export const servers = Object.entries(inject('postgres')).map(([major, port]) => ({ major: Number(major), port }));

interface State {
  readonly catalog: Catalog;
  readonly names: NameSpace;
}

export interface Fixture {
  catalog(): Catalog;
  names(): NameSpace;
  parser(): Parser;
  client(): pg.Client;
  reading(sql: string, options?: Partial<ReadOptions>): Reading;
  /** Of the first statement. Throws with the reason where the text is refused. */
  read(sql: string, options?: Partial<ReadOptions>): StatementLineage;
  /** The base columns of each output column, by the server's own analysis. */
  serverSources(sql: string): Promise<readonly (readonly string[])[]>;
  /** Runs DDL and takes a new snapshot. */
  change(sql: string, searchPath?: string): Promise<void>;
}

const made = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('used outside of a test');
  return value;
};

/** For the enclosing describe. `name` is the database's. */
export const useFixture = (port: number, major: number, name: string, more = ''): Fixture => {
  let database: TestDatabase | undefined;
  let parser: Parser | undefined;
  let oracle: Oracle | undefined;
  let state: State | undefined;

  const reading: Fixture['reading'] = (sql, options = {}) =>
    readStatements(sql, made(state).catalog, made(state).names, { parser: made(parser), ...options });

  const change: Fixture['change'] = async (sql, searchPath = '"$user", public') => {
    const { client } = made(database);
    if (sql !== '') await client.query(sql);
    const catalog = await loadCatalog(textQuery(client), {
      clock: () => 0,
      database: name,
      ...(state === undefined ? {} : { base: state.catalog }),
    });
    state = { catalog, names: nameSpace(catalog, searchPath, 'postgres', catalog.tempSchema) };
  };

  beforeAll(async () => {
    database = await createDatabase(port, name);
    parser = await loadParser();
    await database.client.query(schema + (major >= 18 ? schema18 : '') + more);
    oracle = await Oracle.attach(database.client);
    await change('');
  });
  afterAll(async () => made(database).drop());

  return {
    catalog: () => made(state).catalog,
    names: () => made(state).names,
    parser: () => made(parser),
    client: () => made(database).client,
    reading,
    read: (sql, options) => {
      const result = reading(sql, options);
      if (!result.ok) throw new Error(`${result.unreadable.reason}: ${result.unreadable.detail}`);
      return made(result.statements[0]);
    },
    serverSources: async (sql) => {
      made(oracle).resetCache();
      const { columns } = await made(oracle).analyze(sql, { raw: true });
      return columns.map(({ sources }) => [...sources]);
    },
    change,
  };
};
