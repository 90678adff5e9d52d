/** What some items need of the server: see README.md. */
export const serverSettings: readonly string[] = [
  'shared_preload_libraries=pg_stat_statements',
  'wal_level=logical',
  'max_prepared_transactions=10',
  'max_replication_slots=8',
  'max_wal_senders=8',
  'track_functions=all',
  'logging_collector=on',
  'log_filename=postgresql.log',
  'log_directory=log',
  'autovacuum=off',
];
