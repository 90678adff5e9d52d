/**
 * Reviewed extensions of PostgreSQL's contrib. It holds for their functions in C: no ordinary user can make one of those,
 * while a function in SQL can be added to an extension by its owner.
 */
import { byName, entry, type Entry, type Natures } from './entry.ts';

export interface Extension {
  readonly name: string;
  /** The nature of its immutable and stable functions that are not among the entries. Volatile ones are opaque then. */
  readonly others: 'pure' | 'state' | 'reader' | 'opaque';
  readonly entries: readonly Entry[];
}

const pure = (name: string, ...entries: readonly Entry[]): Extension => ({ name, others: 'pure', entries });

export const extensions: readonly Extension[] = [
  ...[
    'bloom',
    'btree_gin',
    'btree_gist',
    'citext',
    'cube',
    'dict_int',
    'dict_xsyn',
    'earthdistance',
    'fuzzystrmatch',
    'hstore',
    'intagg',
    'intarray',
    'ltree',
    'seg',
  ].map((name) => pure(name)),
  pure('isn', entry('effect', 'keeps its argument in a setting of the session', 'isn_weak')),
  pure('lo', entry('effect', 'a trigger that drops large objects', 'lo_manage')),
  pure(
    'pg_trgm',
    entry('effect', 'keeps its argument in a setting of the session', 'set_limit'),
    entry('state', 'a setting of the session', 'show_limit'),
  ),
  pure(
    'pgcrypto',
    entry(
      'state',
      'random, besides its arguments',
      `gen_random_bytes gen_random_uuid gen_salt pgp_pub_encrypt
      pgp_pub_encrypt_bytea pgp_sym_encrypt pgp_sym_encrypt_bytea`,
    ),
    entry('state', 'how the library was built', 'fips_mode'),
  ),
  pure('unaccent', entry('state', 'cannot be called from SQL: takes an internal value', 'unaccent_init unaccent_lexize')),
  pure('uuid-ossp', entry('state', 'random, clock, network card', 'uuid_generate_v1 uuid_generate_v1mc uuid_generate_v4')),
  pure(
    'tablefunc',
    entry('state', 'random', 'normal_rand'),
    entry('reader', 'runs the SQL text in its argument', 'crosstab crosstab2 crosstab3 crosstab4 crosstab_hash'),
    entry('reader', 'reads the table that its argument names', 'connectby'),
  ),
  pure(
    'xml2',
    entry('reader', 'reads the table that its argument names', 'xpath_table'),
    entry('pure', 'a style sheet may not read files or the network', 'xslt_process'),
  ),
  {
    name: 'dblink',
    others: 'reader',
    entries: [
      entry(
        'reader',
        'runs SQL on another connection',
        `dblink dblink_build_sql_delete
    dblink_build_sql_insert dblink_build_sql_update dblink_cancel_query dblink_close dblink_connect dblink_connect_u
    dblink_current_query dblink_disconnect dblink_error_message dblink_exec dblink_fdw_validator dblink_fetch
    dblink_get_connections dblink_get_notify dblink_get_pkey dblink_get_result dblink_is_busy dblink_open
    dblink_send_query`,
      ),
    ],
  },
  {
    name: 'postgres_fdw',
    others: 'state',
    entries: [
      entry(
        'state',
        'names of servers, and checks of options',
        'postgres_fdw_get_connections postgres_fdw_handler postgres_fdw_validator',
      ),
      entry('effect', 'closes connections to other servers', 'postgres_fdw_disconnect postgres_fdw_disconnect_all'),
    ],
  },
  { name: 'file_fdw', others: 'state', entries: [entry('state', 'checks of options', 'file_fdw_handler file_fdw_validator')] },
  {
    name: 'pg_stat_statements',
    others: 'state',
    entries: [
      entry('reader', "other sessions' statements; those of utility commands have their literals", 'pg_stat_statements', {
        leaks: ['query'],
      }),
      entry('state', 'counters', 'pg_stat_statements_info'),
      entry('effect', 'clears the counters', 'pg_stat_statements_reset'),
    ],
  },
  {
    name: 'pageinspect',
    others: 'reader',
    entries: [
      entry(
        'reader',
        'the bytes of rows and index entries',
        `brin_metapage_info brin_page_items brin_page_type
        brin_revmap_data bt_metap bt_multi_page_stats bt_page_items bt_page_stats fsm_page_contents get_raw_page
        gin_leafpage_items gin_metapage_info gin_page_opaque_info gist_page_items gist_page_items_bytea gist_page_opaque_info
        hash_bitmap_info hash_metapage_info hash_page_items hash_page_stats hash_page_type heap_page_items
        heap_tuple_infomask_flags page_checksum page_header tuple_data_split`,
      ),
    ],
  },
  {
    name: 'pg_walinspect',
    others: 'reader',
    entries: [
      entry(
        'reader',
        'the write-ahead log, rows among it',
        `pg_get_wal_block_info pg_get_wal_record_info
        pg_get_wal_records_info pg_get_wal_records_info_till_end_of_wal pg_get_wal_stats pg_get_wal_stats_till_end_of_wal`,
      ),
    ],
  },
  {
    name: 'pg_logicalinspect',
    others: 'reader',
    entries: [entry('reader', "the server's files", 'pg_get_logical_snapshot_info pg_get_logical_snapshot_meta')],
  },
  {
    name: 'pg_buffercache',
    others: 'state',
    entries: [
      entry(
        'state',
        'which blocks are in memory',
        `pg_buffercache_numa_pages pg_buffercache_pages pg_buffercache_summary
        pg_buffercache_usage_counts`,
      ),
      entry('effect', 'drops blocks from memory', 'pg_buffercache_evict pg_buffercache_evict_all pg_buffercache_evict_relation'),
    ],
  },
  {
    name: 'pgstattuple',
    others: 'state',
    entries: [
      entry(
        'state',
        'numbers of pages and rows',
        `pg_relpages pgstatginindex pgstathashindex pgstatindex pgstattuple
        pgstattuple_approx`,
      ),
    ],
  },
  {
    name: 'pg_visibility',
    others: 'state',
    entries: [
      entry(
        'state',
        'flags of pages',
        `pg_visibility pg_visibility_map pg_visibility_map_summary pg_check_frozen
        pg_check_visible`,
      ),
      entry('effect', 'resets the flags', 'pg_truncate_visibility_map'),
    ],
  },
  { name: 'pg_freespacemap', others: 'state', entries: [entry('state', 'free space of pages', 'pg_freespace')] },
  {
    name: 'pg_prewarm',
    others: 'state',
    entries: [
      entry('state', 'loads blocks into memory', 'pg_prewarm'),
      entry('effect', 'starts a worker, writes a file of block numbers', 'autoprewarm_start_worker autoprewarm_dump_now'),
    ],
  },
  { name: 'pgrowlocks', others: 'state', entries: [entry('state', 'row locks by position', 'pgrowlocks')] },
  {
    name: 'amcheck',
    others: 'state',
    entries: [
      entry(
        'state',
        'checks the structure of a relation',
        `bt_index_check bt_index_parent_check gin_index_check
        verify_heapam`,
      ),
    ],
  },
  {
    name: 'pg_surgery',
    others: 'opaque',
    entries: [entry('effect', 'kills or freezes rows', 'heap_force_kill heap_force_freeze')],
  },
  {
    name: 'sslinfo',
    others: 'state',
    entries: [
      entry(
        'state',
        "the session's own connection",
        `ssl_is_used ssl_version ssl_cipher ssl_client_cert_present
        ssl_client_serial ssl_client_dn ssl_client_dn_field ssl_issuer_dn ssl_issuer_field ssl_extension_info`,
      ),
    ],
  },
  {
    name: 'tcn',
    others: 'opaque',
    entries: [entry('effect', 'a trigger that sends keys to other sessions', 'triggered_change_notification')],
  },
  {
    name: 'refint',
    others: 'opaque',
    entries: [entry('effect', 'a trigger that runs SQL with keys', 'check_primary_key check_foreign_key')],
  },
  { name: 'autoinc', others: 'opaque', entries: [entry('state', 'a trigger that sets a column from a sequence', 'autoinc')] },
  {
    name: 'moddatetime',
    others: 'opaque',
    entries: [entry('state', 'a trigger that sets a column to the clock', 'moddatetime')],
  },
  {
    name: 'insert_username',
    others: 'opaque',
    entries: [entry('state', "a trigger that sets a column to the session's user", 'insert_username')],
  },
  { name: 'tsm_system_rows', others: 'state', entries: [entry('state', 'a sample of rows', 'system_rows')] },
  { name: 'tsm_system_time', others: 'state', entries: [entry('state', 'a sample of rows', 'system_time')] },
];

export const extensionNatures: ReadonlyMap<string, { readonly others: Extension['others']; readonly natures: Natures }> = new Map(
  extensions.map(({ name, others, entries }) => [name, { others, natures: byName(entries) }]),
);
