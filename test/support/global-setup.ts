import type { TestProject } from 'vitest/node';
import { nativeDirectory, startPostgres, type TestServer } from './postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Ports of the servers of this run by major version; one is absent where the platform has no binaries. */
    postgres: Record<number, number>;
  }
}

/** Settings that the leak corpus needs too, so that one server serves every suite. */
const settings = [
  'shared_preload_libraries=pg_stat_statements',
  'wal_level=logical',
  'max_prepared_transactions=10',
  'max_replication_slots=8',
  'max_wal_senders=8',
  'autovacuum=off',
];

/** One server of each supported major for the whole run; suites make their own databases in it. */
export default async (project: TestProject): Promise<() => Promise<void>> => {
  const majors = [15, 18].filter((major) => nativeDirectory(major) !== undefined);
  const servers: TestServer[] = await Promise.all(majors.map(async (major) => startPostgres({ major, settings })));
  project.provide('postgres', Object.fromEntries(servers.map((server) => [server.major, server.port])));
  return async () => {
    await Promise.all(servers.map(async (server) => server.stop()));
  };
};
