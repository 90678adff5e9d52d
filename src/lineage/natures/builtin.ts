/**
 * Built-in functions of PostgreSQL 15 to 18 whose result is not made of their arguments alone, or that do something.
 * A volatile function that is missing here is opaque; a stable or immutable one is pure.
 */
import { byName, entry, type Entry } from './entry.ts';

const readers: readonly Entry[] = [
  entry('reader', 'runs the SQL text in its argument', `query_to_xml query_to_xmlschema query_to_xml_and_xmlschema ts_stat`),
  entry('reader', 'runs the SQL text in its second argument; the overload of three queries does not', 'ts_rewrite', {
    volatility: 'v',
  }),
  entry('reader', 'fetches from a cursor by name', 'cursor_to_xml cursor_to_xmlschema'),
  entry(
    'reader',
    'prints whole tables',
    `table_to_xml table_to_xmlschema table_to_xml_and_xmlschema schema_to_xml schema_to_xmlschema schema_to_xml_and_xmlschema
     database_to_xml database_to_xmlschema database_to_xml_and_xmlschema`,
  ),
  entry(
    'reader',
    "reads the server's files or directories",
    `pg_read_file pg_read_file_old pg_read_binary_file pg_stat_file pg_ls_dir pg_ls_logdir pg_ls_waldir pg_ls_tmpdir
     pg_ls_archive_statusdir pg_ls_logicalmapdir pg_ls_logicalsnapdir pg_ls_replslotdir pg_ls_summariesdir pg_current_logfile`,
  ),
  entry('reader', 'the server configuration files hold connection strings', 'pg_show_all_file_settings', { leaks: ['setting'] }),
  entry('reader', 'the authentication files hold passwords of LDAP and RADIUS servers', 'pg_hba_file_rules', {
    leaks: ['options'],
  }),
  entry('reader', 'the authentication files map names of persons', 'pg_ident_file_mappings'),
  entry('reader', 'large objects hold whatever was put into them', 'lo_get loread lo_export'),
  entry('reader', "reads one of the server's files into a large object", 'lo_import'),
  entry('reader', "other sessions' statements with their literals", 'pg_stat_get_activity', { leaks: ['query'] }),
  entry('reader', "other sessions' statements with their literals", 'pg_stat_get_backend_activity'),
  entry('reader', 'the connection string holds a password', 'pg_stat_get_wal_receiver', { leaks: ['conninfo'] }),
  entry('reader', 'names of prepared transactions are free text of other sessions', 'pg_prepared_xact', { leaks: ['gid'] }),
  entry(
    'reader',
    'decodes row changes out of the write-ahead log',
    `pg_logical_slot_get_changes pg_logical_slot_get_binary_changes pg_logical_slot_peek_changes
     pg_logical_slot_peek_binary_changes`,
  ),
];

const effects: readonly Entry[] = [
  entry('effect', 'sends its argument to other sessions', 'pg_notify'),
  entry('effect', 'keeps its argument in a setting', 'set_config'),
  entry('effect', 'keeps its argument in a sequence', 'setval'),
  entry('effect', 'its argument can be told from the numbers that follow', 'setseed'),
  entry(
    'effect',
    'its key shows in pg_locks, to every session',
    `pg_advisory_lock pg_advisory_lock_shared pg_advisory_xact_lock pg_advisory_xact_lock_shared pg_try_advisory_lock
     pg_try_advisory_lock_shared pg_try_advisory_xact_lock pg_try_advisory_xact_lock_shared pg_advisory_unlock
     pg_advisory_unlock_shared`,
  ),
  entry('effect', 'its argument can be told from the time it takes', 'pg_sleep pg_sleep_for pg_sleep_until'),
  entry('effect', 'writes large objects', `lo_from_bytea lo_put lowrite lo_creat lo_create lo_unlink lo_truncate lo_truncate64`),
  entry('effect', 'writes its argument to the write-ahead log', 'pg_logical_emit_message pg_create_restore_point'),
  entry('effect', 'acts on other sessions', 'pg_cancel_backend pg_terminate_backend pg_log_backend_memory_contexts'),
  entry('effect', 'other sessions can take on the snapshot by its name', 'pg_export_snapshot'),
  entry(
    'effect',
    'runs the server: configuration, log files, write-ahead log, backup, standby',
    `pg_reload_conf pg_rotate_logfile pg_rotate_logfile_old pg_switch_wal pg_promote pg_backup_start pg_backup_stop
     pg_wal_replay_pause pg_wal_replay_resume pg_log_standby_snapshot pg_stop_making_pinned_objects
     pg_import_system_collations pg_extension_config_dump`,
  ),
  entry(
    'effect',
    'makes, moves or drops replication slots and origins',
    `pg_create_logical_replication_slot pg_create_physical_replication_slot pg_copy_logical_replication_slot
     pg_copy_physical_replication_slot pg_drop_replication_slot pg_replication_slot_advance pg_sync_replication_slots
     pg_replication_origin_create pg_replication_origin_drop pg_replication_origin_advance
     pg_replication_origin_session_setup pg_replication_origin_session_reset pg_replication_origin_xact_setup
     pg_replication_origin_xact_reset`,
  ),
  entry(
    'effect',
    'changes the shared statistics',
    `pg_stat_reset pg_stat_reset_shared pg_stat_reset_slru pg_stat_reset_single_table_counters
     pg_stat_reset_single_function_counters pg_stat_reset_replication_slot pg_stat_reset_subscription_stats
     pg_stat_reset_backend_stats pg_restore_relation_stats pg_restore_attribute_stats pg_clear_relation_stats
     pg_clear_attribute_stats`,
  ),
  entry(
    'effect',
    'maintains an index',
    'gin_clean_pending_list brin_summarize_new_values brin_summarize_range brin_desummarize_range',
  ),
  entry(
    'effect',
    'a trigger that copies text columns into another column',
    'tsvector_update_trigger tsvector_update_trigger_column',
  ),
  entry(
    'effect',
    'for pg_upgrade alone: the server must have been started for it',
    `binary_upgrade_add_sub_rel_state binary_upgrade_create_empty_extension binary_upgrade_logical_slot_has_caught_up
     binary_upgrade_replorigin_advance binary_upgrade_set_missing_value binary_upgrade_set_next_array_pg_type_oid
     binary_upgrade_set_next_heap_pg_class_oid binary_upgrade_set_next_heap_relfilenode
     binary_upgrade_set_next_index_pg_class_oid binary_upgrade_set_next_index_relfilenode
     binary_upgrade_set_next_multirange_array_pg_type_oid binary_upgrade_set_next_multirange_pg_type_oid
     binary_upgrade_set_next_pg_authid_oid binary_upgrade_set_next_pg_enum_oid binary_upgrade_set_next_pg_tablespace_oid
     binary_upgrade_set_next_pg_type_oid binary_upgrade_set_next_toast_pg_class_oid
     binary_upgrade_set_next_toast_relfilenode binary_upgrade_set_record_init_privs`,
  ),
];

const states: readonly Entry[] = [
  entry('state', 'random', 'random random_normal gen_random_uuid uuidv4 uuidv7 array_sample array_shuffle'),
  entry(
    'state',
    'the clock',
    `clock_timestamp timeofday now transaction_timestamp statement_timestamp pg_postmaster_start_time pg_conf_load_time`,
  ),
  entry('state', 'counters of sequences', 'nextval currval lastval pg_sequence_last_value pg_get_sequence_data'),
  entry(
    'state',
    'transaction numbers and snapshots',
    `txid_current txid_current_if_assigned txid_current_snapshot txid_status pg_current_xact_id pg_current_xact_id_if_assigned
     pg_current_snapshot pg_xact_status pg_xact_commit_timestamp pg_xact_commit_timestamp_origin pg_last_committed_xact
     pg_get_multixact_members`,
  ),
  entry(
    'state',
    "the session's own text, names and address",
    `current_query pg_cursor pg_prepared_statement
     pg_listening_channels pg_backend_pid pg_my_temp_schema inet_client_addr inet_client_port inet_server_addr
     inet_server_port pg_trigger_depth pg_get_backend_memory_contexts`,
  ),
  entry('state', 'settings', 'current_setting pg_show_all_settings pg_settings_get_flags pg_config'),
  entry(
    'state',
    'privileges',
    `has_any_column_privilege has_column_privilege has_database_privilege has_foreign_data_wrapper_privilege
     has_function_privilege has_language_privilege has_largeobject_privilege has_parameter_privilege has_schema_privilege
     has_sequence_privilege has_server_privilege has_table_privilege has_tablespace_privilege has_type_privilege pg_has_role
     row_security_active`,
  ),
  entry(
    'state',
    'who waits for whom',
    `pg_lock_status pg_blocking_pids pg_safe_snapshot_blocking_pids
     pg_isolation_test_session_is_blocked pg_notification_queue_usage pg_advisory_unlock_all`,
  ),
  entry(
    'state',
    'sizes and places of files',
    `pg_relation_size pg_table_size pg_indexes_size pg_total_relation_size
     pg_database_size pg_tablespace_size pg_relation_filenode pg_relation_filepath pg_filenode_relation pg_tablespace_location
     pg_tablespace_databases currtid2`,
  ),
  entry(
    'state',
    'how far the write-ahead log and the standby are',
    `pg_current_wal_lsn pg_current_wal_insert_lsn
     pg_current_wal_flush_lsn pg_last_wal_receive_lsn pg_last_wal_replay_lsn pg_last_xact_replay_timestamp pg_is_in_recovery
     pg_is_wal_replay_paused pg_get_wal_replay_pause_state pg_get_wal_resource_managers pg_get_wal_summarizer_state
     pg_available_wal_summaries pg_wal_summary_contents pg_get_replication_slots pg_replication_origin_progress
     pg_replication_origin_session_is_setup pg_replication_origin_session_progress pg_show_replication_origin_status`,
  ),
  entry(
    'state',
    "the server's own control data",
    `pg_control_checkpoint pg_control_init pg_control_recovery
     pg_control_system pg_collation_actual_version pg_database_collation_actual_version pg_jit_available pg_get_wait_events
     pg_get_loaded_modules pg_get_shmem_allocations pg_get_shmem_allocations_numa pg_get_aios pg_nextoid`,
  ),
  entry('state', 'the partitions of a table', 'pg_partition_tree pg_partition_ancestors'),
  entry('state', 'positions in a large object', 'lo_open lo_close lo_lseek lo_lseek64 lo_tell lo_tell64'),
  entry(
    'state',
    'counters of activity',
    `pg_stat_clear_snapshot pg_stat_force_next_flush pg_stat_have_stats
     pg_stat_get_backend_io pg_stat_get_backend_wal pg_stat_get_io pg_stat_get_recovery_prefetch
     pg_stat_get_xact_blocks_fetched pg_stat_get_xact_blocks_hit pg_stat_get_xact_function_calls
     pg_stat_get_xact_function_self_time pg_stat_get_xact_function_total_time pg_stat_get_xact_numscans
     pg_stat_get_xact_tuples_deleted pg_stat_get_xact_tuples_fetched pg_stat_get_xact_tuples_hot_updated
     pg_stat_get_xact_tuples_inserted pg_stat_get_xact_tuples_newpage_updated pg_stat_get_xact_tuples_returned
     pg_stat_get_xact_tuples_updated`,
  ),
  entry(
    'state',
    'checks the constraint that its trigger belongs to',
    `RI_FKey_cascade_del RI_FKey_cascade_upd RI_FKey_check_ins
     RI_FKey_check_upd RI_FKey_noaction_del RI_FKey_noaction_upd RI_FKey_restrict_del RI_FKey_restrict_upd
     RI_FKey_setdefault_del RI_FKey_setdefault_upd RI_FKey_setnull_del RI_FKey_setnull_upd unique_key_recheck
     suppress_redundant_updates_trigger`,
  ),
  entry(
    'state',
    'cannot be called from SQL: takes or gives an internal value',
    `bthandler hashhandler gisthandler ginhandler
     spghandler brinhandler heap_tableam_handler bernoulli system dsnowball_init dsnowball_lexize plpgsql_call_handler
     plpgsql_inline_handler`,
  ),
  entry('state', 'checks a definition in the catalog', 'amvalidate plpgsql_validator'),
];

export const builtinEntries: readonly Entry[] = [...readers, ...effects, ...states];
export const builtinNatures = byName(builtinEntries);
