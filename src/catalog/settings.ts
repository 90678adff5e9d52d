/**
 * What pgveil makes of each run-time setting (GUC), whether a client names it in its start-up packet, in `options`,
 * in SET or in set_config(). One table; everything that judges a setting reads it.
 *
 * - `safe`: any value; it changes nothing that pgveil's reading or masking rests on.
 * - `names`: any value, but names resolve differently afterwards, so the session follows it.
 * - `pinned`: only the values in `allowed`.
 * - `refused`: no value.
 */
export interface Setting {
  /** Lower case; a trailing `*` covers every name that begins so. */
  readonly name: string;
  readonly risk: 'safe' | 'names' | 'pinned' | 'refused';
  /** For the refusal's hint and the docs. */
  readonly why: string;
  /** Lower case values of a pinned setting; the first is what to recommend. */
  readonly allowed?: readonly string[];
}

/** Every spelling that the server's parse_bool takes. */
const on = ['on', 'true', 'tru', 'tr', 't', 'yes', 'ye', 'y', '1'];
const off = ['off', 'of', 'false', 'fals', 'fal', 'fa', 'f', 'no', 'n', '0'];

const safe = (why: string, ...names: readonly string[]): readonly Setting[] => names.map((name) => ({ name, risk: 'safe', why }));
const refused = (why: string, ...names: readonly string[]): readonly Setting[] =>
  names.map((name) => ({ name, risk: 'refused', why }));
const pinned = (why: string, name: string, ...allowed: readonly string[]): Setting => ({
  name,
  risk: 'pinned',
  why,
  allowed,
});

/** An exact name goes before a pattern, a longer pattern before a shorter one. */
export const settings: readonly Setting[] = [
  { name: 'search_path', risk: 'names', why: 'decides which relation an unqualified name means' },

  pinned('statements and values are read as UTF-8', 'client_encoding', 'utf8', 'utf-8', 'utf_8', 'unicode', "'utf-8'", "'utf8'"),
  pinned('a backslash in a string would otherwise begin an escape', 'standard_conforming_strings', ...on),
  pinned('decides which string literals the server takes', 'backslash_quote', 'safe_encoding'),
  pinned('turns `= NULL` into another condition than the one that was read', 'transform_null_equals', ...off),
  pinned('lower levels print plans, queries and values', 'client_min_messages', 'notice', 'warning', 'error'),
  pinned('exists for old dumps only', 'default_with_oids', ...off),

  ...safe(
    'how values are printed and read',
    'datestyle',
    'intervalstyle',
    'timezone',
    'timezone_abbreviations',
    'bytea_output',
    'extra_float_digits',
    'xmlbinary',
    'xmloption',
    'lc_time',
    'lc_numeric',
    'lc_monetary',
    'array_nulls',
    'escape_string_warning',
    'quote_all_identifiers',
    'default_text_search_config',
    'icu_validation_level',
  ),
  ...safe(
    'who is connected and for how long',
    'application_name',
    'statement_timeout',
    'lock_timeout',
    'deadlock_timeout',
    'transaction_timeout',
    'idle_in_transaction_session_timeout',
    'idle_session_timeout',
    'client_connection_check_interval',
    'tcp_keepalives_*',
    'tcp_user_timeout',
  ),
  ...safe(
    'how transactions run',
    'default_transaction_*',
    'transaction_isolation',
    'transaction_read_only',
    'transaction_deferrable',
    // SET TRANSACTION SNAPSHOT: rows as another session sees them; names mean what they mean now.
    'transaction_snapshot',
    'synchronous_commit',
  ),
  ...safe(
    'how statements are planned',
    'enable_*',
    'geqo',
    'geqo_*',
    'jit',
    'jit_above_cost',
    'jit_inline_above_cost',
    'jit_optimize_above_cost',
    'jit_expressions',
    'jit_tuple_deforming',
    'plan_cache_mode',
    'force_parallel_mode',
    'parallel_*',
    'max_parallel_*',
    'min_parallel_*',
    'cpu_*',
    'seq_page_cost',
    'random_page_cost',
    'recursive_worktable_factor',
    'cursor_tuple_fraction',
    'from_collapse_limit',
    'join_collapse_limit',
    'constraint_exclusion',
    'default_statistics_target',
    'effective_cache_size',
    'effective_io_concurrency',
    'maintenance_io_concurrency',
    'io_combine_limit',
    'synchronize_seqscans',
    'gin_fuzzy_search_limit',
    'gin_pending_list_limit',
    'stats_fetch_consistency',
    'compute_query_id',
  ),
  ...safe(
    'how much memory statements take',
    'work_mem',
    'maintenance_work_mem',
    'autovacuum_work_mem',
    'logical_decoding_work_mem',
    'hash_mem_multiplier',
    'temp_buffers',
    'vacuum_*',
  ),
  ...safe(
    'where and how new objects are stored',
    'default_tablespace',
    'temp_tablespaces',
    'default_table_access_method',
    'default_toast_compression',
    'check_function_bodies',
    'password_encryption',
    'scram_iterations',
    'createrole_self_grant',
  ),
  ...safe('makes the server stricter', 'row_security', 'restrict_nonsystem_relation_kind'),
  ...safe('the seed of random()', 'seed'),
  ...safe(
    'how the server does its own work',
    'backend_flush_after',
    'commit_siblings',
    'file_copy_method',
    'md5_password_warnings',
    'wal_skip_threshold',
    'wal_sender_timeout',
    'exit_on_error',
  ),
  ...safe(
    'a setting of a search extension',
    'pg_trgm.similarity_threshold',
    'pg_trgm.word_similarity_threshold',
    'pg_trgm.strict_word_similarity_threshold',
    'hnsw.*',
    'ivfflat.*',
  ),

  ...refused('pgveil speaks to clients, not to replicas', 'replication'),
  pinned('the connection stays with the credential that the grant names', 'role', 'none'),
  ...refused('the connection stays with the credential that the grant names', 'session_authorization'),
  ...refused('prints plans, queries or values', 'debug_*', 'log_*', 'trace_*', 'auto_explain.*', 'backtrace_functions'),
  ...refused(
    'loads code into the server',
    'session_preload_libraries',
    'local_preload_libraries',
    'shared_preload_libraries',
    'dynamic_library_path',
    'extension_control_path',
    'jit_provider',
    'jit_debugging_support',
    'jit_dump_bitcode',
    'jit_profiling_support',
  ),
  ...refused('turns triggers and rules off', 'session_replication_role', 'event_triggers'),
  ...refused(
    'is a setting of an extension or language whose effect pgveil does not know',
    'plpgsql.*',
    'plperl.*',
    'pltcl.*',
    'pltclu.*',
    'plpython.*',
    'plpython3.*',
    'plv8.*',
    'pljava.*',
    'plrust.*',
    'pllua.*',
    'pgaudit.*',
    'pg_stat_*',
    'pg_hint_plan.*',
    'pg_qualstats.*',
    'pg_plan_*',
    'pg_prewarm.*',
    'pg_cron.*',
    'cron.*',
    'pg_overexplain.*',
    'pglogical.*',
    'postgres_fdw.*',
    'dblink.*',
    'anon.*',
    'citus.*',
    'timescaledb.*',
    'supautils.*',
    'sepgsql.*',
    'basic_archive.*',
    'passwordcheck.*',
    'auth_delay.*',
    'pgsodium.*',
    'vault.*',
    'pg_tle.*',
    'pgtle.*',
    'rds.*',
    'cloudsql.*',
    'azure.*',
    'google_*',
  ),
];

/** A setting of the user's own (`app.tenant`), which row level security policies read. */
const custom: Setting = {
  name: '*.*',
  risk: 'safe',
  why: 'a setting of the application, without a meaning to the server',
};

const exact = new Map(settings.filter(({ name }) => !name.endsWith('*')).map((setting) => [setting.name, setting]));
const patterns = settings
  .filter(({ name }) => name.endsWith('*'))
  .map((setting) => ({ prefix: setting.name.slice(0, -1), setting }));

/** The server's rule for a custom name: identifiers joined by dots (valid_custom_variable_name, guc.c). */
const customName = /^[a-z_\u0080-\u{10ffff}][\w$\u0080-\u{10ffff}]*(?:\.[a-z_\u0080-\u{10ffff}][\w$\u0080-\u{10ffff}]*)+$/u;

/** The entry for a name in any case, or undefined for a setting that pgveil does not know. */
export const settingNamed = (name: string): Setting | undefined => {
  const lower = name.toLowerCase();
  return (
    exact.get(lower) ??
    patterns.find(({ prefix }) => lower.startsWith(prefix))?.setting ??
    (customName.test(lower) ? custom : undefined)
  );
};

export type SettingVerdict =
  | { readonly kind: 'allow'; readonly setting: Setting }
  | { readonly kind: 'refuse'; readonly why: string; readonly hint: string };

/**
 * May a client set `name` to `value`? An undefined value stands for one that is not known beforehand (a parameter, an
 * expression): only settings that take any value allow that. RESET and TO DEFAULT are not asked here: they bring back
 * the start-up value, which was judged when the session began. The texts hold the name, never the value.
 */
export const judgeSetting = (name: string, value: string | undefined): SettingVerdict => {
  const setting = settingNamed(name);
  if (setting === undefined) {
    return {
      kind: 'refuse',
      why: `the setting ${JSON.stringify(name)} is not one that pgveil knows`,
      hint: 'Leave it at its default.',
    };
  }
  if (setting.risk === 'refused') {
    return {
      kind: 'refuse',
      why: `${setting.name} cannot be set: ${setting.why}`,
      hint: 'Leave it at its default.',
    };
  }
  if (setting.risk === 'pinned' && !(value !== undefined && setting.allowed?.includes(value.trim().toLowerCase()))) {
    return {
      kind: 'refuse',
      why: `${setting.name} is pinned: ${setting.why}`,
      hint: `Use ${setting.name} = ${setting.allowed?.[0] ?? 'its default'}, or leave it unset.`,
    };
  }
  return { kind: 'allow', setting };
};
