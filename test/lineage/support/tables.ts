/** Tables of statements with what is expected of each, checked against the server's own analysis as well. */
import { describe, expect, it } from 'vitest';
import { missedRelations } from '../../../src/lineage/missed-relations.ts';
import { secondReading } from '../../../src/lineage/second-reader.ts';
import type { StatementLineage } from '../../../src/lineage/types.ts';
import { type Fixture, servers, useFixture } from './fixture.ts';
import { columnsText, predicatesText, writesText } from './notation.ts';

export type Case = readonly [sql: string, columns: readonly string[]];

const isQuery = (kind: string): boolean => ['select', 'values', 'insert', 'update', 'delete', 'merge'].includes(kind);

/** Arguments of followed functions do not all flow; the server does not look into bodies and takes them as if they did. */
const follows = (lineage: StatementLineage): boolean => lineage.functions.some(({ nature }) => nature === 'followed');

/** Every source that the server names is among ours, column by column. */
export const expectServerAgrees = async (fixture: Fixture, sql: string): Promise<void> => {
  const lineage = fixture.read(sql);
  const server = await fixture.serverSources(sql);
  if (!isQuery(lineage.kind)) return;
  const ours = (lineage.columns ?? []).map(({ sources }) => new Set<string>(sources.map(({ column }) => column)));
  expect(ours.length).toBe(lineage.columns === undefined ? 0 : server.length);
  if (follows(lineage)) return;
  expect(server.map((sources, index) => sources.filter((source) => ours[index]?.has(source) !== true))).toEqual(
    server.map(() => []),
  );
};

/** Witness 3 finds no relation that the first reading lacks. */
const expectNoAlarm = (fixture: Fixture, sql: string): void => {
  const second = secondReading(sql) ?? { tables: [] };
  expect(missedRelations(second, [fixture.read(sql)], fixture.catalog(), fixture.names())).toEqual([]);
};

interface Options {
  /** Of servers from that major on. */
  readonly since?: number;
  readonly schema?: string;
}

const forServers = (topic: string, { since = 0, schema = '' }: Options, define: (fixture: Fixture) => void): void => {
  describe.each(servers.filter(({ major }) => major >= since))(`${topic}, PostgreSQL $major`, ({ major, port }) => {
    define(useFixture(port, major, `lineage_${topic.replaceAll(/\W+/gu, '_').toLowerCase()}`, schema));
  });
};

/** Output columns in the notation of notation.ts. */
export const columnTable = (topic: string, cases: readonly Case[], options: Options = {}): void => {
  forServers(topic, options, (fixture) => {
    it.each(cases)('%s', async (sql, expected) => {
      expect(columnsText(fixture.catalog(), fixture.read(sql).columns)).toEqual(expected);
      await expectServerAgrees(fixture, sql);
      expectNoAlarm(fixture, sql);
    });
  });
};

export const predicateTable = (topic: string, cases: readonly Case[], options: Options = {}): void => {
  forServers(topic, options, (fixture) => {
    it.each(cases)('%s', (sql, expected) => {
      expect(predicatesText(fixture.catalog(), fixture.read(sql))).toEqual(expected);
    });
  });
};

export const writeTable = (topic: string, cases: readonly Case[], options: Options = {}): void => {
  forServers(topic, options, (fixture) => {
    it.each(cases)('%s', (sql, expected) => {
      expect(writesText(fixture.catalog(), fixture.read(sql))).toEqual(expected);
    });
  });
};

export { forServers };
