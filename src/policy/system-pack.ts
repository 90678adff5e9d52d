/**
 * Columns of the system catalogs and of well-known extensions that hold user data, credentials, or other sessions'
 * SQL. What psql's \d, drivers, ORMs and pg_dump read is not among them. Also printed as policies/system.yml.
 *
 * Not here, on purpose: pg_prepared_statements and pg_cursors show a session's own texts only; pg_proc.prosrc,
 * pg_attrdef and pg_constraint are the schema itself.
 */
export interface SystemClass {
  readonly class: string;
  readonly why: string;
  /** Patterns as in the policy's classification. */
  readonly columns: readonly string[];
}

const slots = [1, 2, 3, 4, 5];

export const systemPack: readonly SystemClass[] = [
  {
    class: 'system-statistics',
    why: 'samples of column values that ANALYZE has taken',
    columns: [
      ...slots.map((slot) => `pg_catalog.pg_statistic.stavalues${String(slot)}`),
      'pg_catalog.pg_stats.most_common_vals',
      'pg_catalog.pg_stats.histogram_bounds',
      'pg_catalog.pg_stats.most_common_elems',
      'pg_catalog.pg_stats.range_bounds_histogram',
      'pg_catalog.pg_stats_ext.most_common_vals',
      'pg_catalog.pg_stats_ext_exprs.most_common_vals',
      'pg_catalog.pg_stats_ext_exprs.histogram_bounds',
      'pg_catalog.pg_stats_ext_exprs.most_common_elems',
      'pg_catalog.pg_statistic_ext_data.stxdmcv',
      'pg_catalog.pg_statistic_ext_data.stxdexpr',
      'pg_catalog.pg_attribute.attmissingval',
    ],
  },
  {
    class: 'system-secret',
    why: 'password verifiers and credentials of other servers',
    columns: [
      'pg_catalog.pg_authid.rolpassword',
      'pg_catalog.pg_shadow.passwd',
      'pg_catalog.pg_user_mapping.umoptions',
      'pg_catalog.pg_user_mappings.umoptions',
      'information_schema.user_mapping_options.option_value',
      'information_schema._pg_user_mappings.umoptions',
      'pg_catalog.pg_subscription.subconninfo',
      'pg_catalog.pg_stat_wal_receiver.conninfo',
      'pg_catalog.pg_file_settings.setting',
      'vault.secrets.secret',
      'vault.decrypted_secrets.secret',
      'vault.decrypted_secrets.decrypted_secret',
    ],
  },
  {
    class: 'system-sql',
    why: "other sessions' statements, literals included",
    columns: [
      'pg_catalog.pg_stat_activity.query',
      'pg_catalog.pg_prepared_xacts.gid',
      '*.pg_stat_statements.query',
      '*.pg_stat_monitor.query',
      '*.pg_stat_monitor.query_plan',
      '*.pg_store_plans.plan',
      'cron.job.command',
      'cron.job_run_details.command',
      'cron.job_run_details.return_message',
    ],
  },
  {
    class: 'system-large-object',
    why: 'the pages of large objects, whichever table refers to them',
    columns: ['pg_catalog.pg_largeobject.data'],
  },
];

/** The class of TOAST tables' chunks: the stored pieces of long values of any column. */
export const toastClass = 'system-toast';

export const systemClasses: readonly string[] = [...systemPack.map((entry) => entry.class), toastClass];
