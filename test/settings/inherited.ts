/**
 * What sessions inherit from the server's settings and we do not choose, with the reason. Whoever runs the tests on a server that
 * has another one decides here, or in `settingsFor`.
 */
export const leftAsTheyAre: Readonly<Record<string, string>> = {
  'How values are computed and tables are made: the server alters by its own settings, and so it must be when we do it.': `
    auto_increment_increment auto_increment_offset block_encryption_mode character_set_collations character_set_database
    character_set_filesystem character_set_server collation_database collation_server column_compression_threshold
    column_compression_zlib_level column_compression_zlib_strategy column_compression_zlib_wrap
    default_collation_for_utf8mb4 default_regex_flags default_storage_engine default_table_encryption
    default_tmp_storage_engine default_week_format div_precision_increment enforce_storage_engine
    explicit_defaults_for_timestamp external_table_secondary_storage_engine external_table_storage_engine
    innodb_compression_default innodb_default_encryption_key_id innodb_ft_enable_stopword innodb_ft_user_stopword_table
    innodb_strict_mode keep_files_on_create lc_time_names max_points_in_geometry max_sp_recursion_depth
    mhnsw_default_distance mhnsw_default_m mhnsw_ef_search new_mode old old_mode old_passwords
    restrict_fk_on_non_standard_key enable_cascade_triggers sql_generate_invisible_primary_key sql_require_primary_key
    standard_compliant_cte storage_engine system_versioning_alter_history system_versioning_asof
    system_versioning_insert_history updatable_views_with_limit windowing_use_high_precision`,
  'How the binary log is written: rows are read in every form there is, and preflight refuses the others.': `
    binlog_alter_two_phase binlog_annotate_row_events binlog_direct_non_transactional_updates binlog_format
    binlog_row_image binlog_row_value_options binlog_rows_query_log_events binlog_transaction_compression
    binlog_transaction_compression_level_zstd gtid_domain_id gtid_owned rbr_exec_mode server_id sql_log_bin xa_detach_on_prepare`,
  'How a statement is carried out, not what comes of it.': `
    analyze_max_length analyze_sample_percentage aria_repair_threads aria_sort_buffer_size aria_stats_method big_tables
    bulk_insert_buffer_size connection_memory_chunk_size deadlock_search_depth_long deadlock_search_depth_short
    deadlock_timeout_long deadlock_timeout_short enable_secondary_engine_statistics eq_range_index_dive_limit
    expensive_subquery_limit generated_random_password_length histogram_generation_max_mem_size histogram_size
    histogram_type innodb_ddl_buffer_size innodb_ddl_threads innodb_parallel_read_threads innodb_tmpdir
    internal_tmp_mem_storage_engine join_buffer_size join_buffer_space_limit join_cache_level low_priority_updates
    max_delayed_threads max_heap_table_size max_insert_delayed_threads max_length_for_sort_data max_rowid_filter_size
    max_seeks_for_key max_tmp_tables mrr_buffer_size myisam_repair_threads myisam_sort_buffer_size myisam_stats_method
    optimizer_adjust_secondary_key_costs optimizer_extra_pruning_depth optimizer_join_limit_pref_ratio
    optimizer_max_sel_arg_weight optimizer_max_sel_args optimizer_max_subgraph_pairs optimizer_prune_level
    optimizer_scan_setup_cost optimizer_search_depth optimizer_selectivity_sampling_limit
    optimizer_use_condition_selectivity optimizer_where_cost preload_buffer_size query_alloc_block_size
    query_cache_strip_comments query_cache_wlock_invalidate query_prealloc_size range_alloc_block_size
    read_buffer_size read_rnd_buffer_size rowid_merge_buff_size secondary_engine_cost_threshold select_into_buffer_size
    select_into_disk_sync select_into_disk_sync_delay set_operations_buffer_size
    thread_pool_priority tmp_memory_table_size tmp_table_size transaction_alloc_block_size transaction_prealloc_size
    use_stat_tables`,
  'A limit: the statement that meets it fails aloud, and with it the run.': `
    connection_memory_limit cte_max_recursion_depth global_connection_memory_tracking max_allowed_packet max_join_size
    max_recursive_iterations max_session_mem_used max_tmp_session_space_usage max_user_connections net_buffer_length
    parser_max_mem_size tmp_disk_table_size`,
  'The list of warnings is held against their number, which no setting changes.': 'max_error_count',
  'What is logged, measured or told, and none of it is read.': `
    end_markers_in_json explain_format explain_json_format_version lc_messages log_disabled_statements
    log_queries_not_using_indexes log_slow_admin_statements log_slow_always_query_time log_slow_disabled_statements
    log_slow_filter log_slow_max_warnings log_slow_min_examined_row_limit log_slow_query log_slow_query_time
    log_slow_rate_limit log_slow_slave_statements log_slow_verbosity log_warnings long_query_time
    min_examined_row_limit note_verbosity optimizer_trace optimizer_trace_features optimizer_trace_limit
    optimizer_trace_max_mem_size optimizer_trace_offset print_identified_with_as_hex profiling profiling_history_size
    progress_report_time redirect_url session_track_gtids session_track_schema session_track_state_change
    session_track_system_variables session_track_transaction_info slow_query_log sql_log_off sql_warnings`,
  'For clients of another kind, for replication, or without effect.': `
    interactive_timeout max_relay_log_size net_retry_count sql_slave_skip_counter tcp_nodelay`,
  'A cluster with several writers is refused.': `
    group_replication_consistency wsrep_causal_reads wsrep_dirty_reads wsrep_on wsrep_osu_method
    wsrep_retry_autocommit wsrep_sync_wait wsrep_trx_fragment_size wsrep_trx_fragment_unit`,
  'Another name of one that we choose, or decided by it.': `
    character_set_connection old_alter_table transaction_isolation transaction_read_only tx_isolation tx_read_only`,
};

/** What we choose also for a statement of a person that changes rows, with the reason. For the others it has the server's values. */
export const oursForChangesOfRows: Readonly<Record<string, string>> = {
  'The transaction is ours, with a note of ours in it.': `
    autocommit completion_type transaction_isolation transaction_read_only tx_isolation tx_read_only
    innodb_snapshot_isolation sql_auto_is_null`,
  'The text is sent as UTF-8, and the server chooses the collation for that.':
    'character_set_client character_set_results collation_connection',
  'The zone of the server.': 'time_zone',
  'Nothing is let pass that is checked.': 'foreign_key_checks unique_checks check_constraint_checks',
  'How long is waited, for locks and for us.': `
    lock_wait_timeout innodb_lock_wait_timeout innodb_table_locks wait_timeout net_read_timeout net_write_timeout
    idle_transaction_timeout idle_readonly_transaction_timeout idle_write_transaction_timeout`,
  'How a statement is carried out, not what comes of it.': `
    optimizer_switch range_optimizer_max_mem_size in_predicate_conversion_threshold sort_buffer_size use_secondary_engine
    query_cache_type`,
  'It changes no rows: definitions, what is shown of them, and SELECT alone.': `
    sql_quote_show_create sql_notes old_alter_table show_create_table_verbosity
    show_gipk_in_create_table_and_information_schema information_schema_stats_expiry terminology_use_previous
    alter_algorithm sql_if_exists max_execution_time`,
};

/** Global values under which somebody who trusts them does something else, together. */
export const hostileValues: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'what is read': {
    sql_select_limit: '3',
    group_concat_max_len: '4',
    max_sort_length: '4',
    sql_quote_show_create: '0',
    show_create_table_verbosity: '1',
    show_gipk_in_create_table_and_information_schema: '0',
    information_schema_stats_expiry: '86400',
    query_cache_type: '1',
    sql_auto_is_null: '1',
    terminology_use_previous: "'BEFORE_8_0_26'",
    max_error_count: '0',
    sql_notes: '0',
    sql_buffer_result: '1',
    session_track_transaction_info: "'CHARACTERISTICS'",
    session_track_state_change: '1',
    session_track_gtids: "'ALL_GTIDS'",
    lc_messages: "'de_DE'",
  },
  'what is allowed': {
    sql_safe_updates: '1',
    sql_big_selects: '0',
    max_join_size: '1',
    max_execution_time: '1',
    transaction_read_only: '1',
    tx_read_only: '1',
    transaction_isolation: "'SERIALIZABLE'",
    tx_isolation: "'SERIALIZABLE'",
    innodb_snapshot_isolation: '1',
    autocommit: '0',
    completion_type: "'RELEASE'",
    sql_if_exists: '1',
    lock_wait_timeout: '1',
    innodb_lock_wait_timeout: '1',
    idle_transaction_timeout: '1',
    idle_readonly_transaction_timeout: '1',
    idle_write_transaction_timeout: '1',
    wait_timeout: '1',
    net_read_timeout: '1',
    net_write_timeout: '1',
    interactive_timeout: '1',
  },
  'committing into the next transaction': { completion_type: "'CHAIN'", autocommit: '0' },
  'what is checked': {
    foreign_key_checks: '0',
    unique_checks: '0',
    innodb_table_locks: '0',
  },
  'how it is carried out': {
    alter_algorithm: "'INPLACE'",
    old_alter_table: '1',
    low_priority_updates: '1',
    big_tables: '1',
    tmp_table_size: '1024',
    max_heap_table_size: '16384',
    sort_buffer_size: '32768',
    join_buffer_size: '128',
    range_optimizer_max_mem_size: '1',
    eq_range_index_dive_limit: '1',
    in_predicate_conversion_threshold: '2',
    optimizer_switch: "'index_merge=off,mrr=on,mrr_cost_based=off,derived_merge=off,semijoin=off'",
    optimizer_search_depth: '1',
    optimizer_trace: "'enabled=on'",
    use_stat_tables: "'NEVER'",
    profiling: '1',
  },
  'how values are computed': {
    div_precision_increment: '9',
    default_week_format: '3',
    lc_time_names: "'de_DE'",
    explicit_defaults_for_timestamp: '0',
    innodb_strict_mode: '0',
    default_storage_engine: 'MyISAM',
    default_tmp_storage_engine: 'MyISAM',
    character_set_server: 'latin1',
    default_collation_for_utf8mb4: 'utf8mb4_general_ci',
    sql_generate_invisible_primary_key: '1',
    auto_increment_increment: '7',
    auto_increment_offset: '3',
    windowing_use_high_precision: '0',
    block_encryption_mode: "'aes-256-cbc'",
    time_zone: "'-03:30'",
    old_mode: "'UTF8_IS_UTF8MB3,ZERO_DATE_TIME_CAST'",
    default_regex_flags: "'EXTENDED,MULTILINE'",
  },
  'what the binary log says': {
    binlog_row_image: "'MINIMAL'",
    binlog_row_value_options: "'PARTIAL_JSON'",
    binlog_rows_query_log_events: '1',
    binlog_transaction_compression: '1',
    binlog_annotate_row_events: '0',
    binlog_alter_two_phase: '1',
  },
  'quotes and spaces': {
    sql_mode:
      "'ANSI_QUOTES,PIPES_AS_CONCAT,NO_BACKSLASH_ESCAPES,PAD_CHAR_TO_FULL_LENGTH,HIGH_NOT_PRECEDENCE,STRICT_TRANS_TABLES'",
  },
  'no mode at all': { sql_mode: "''" },
  'the mode TRADITIONAL': { sql_mode: "'TRADITIONAL'" },
  'what each client is told first': {
    init_connect: "'SET NAMES latin1, SESSION sql_select_limit = 2, SESSION autocommit = 0'",
  },
};

/** Of MariaDB alone, which has modes of its own. */
export const mariadbValues: typeof hostileValues = {
  'a millisecond for each statement': { max_statement_time: '0.001' },
  'what is checked there': { check_constraint_checks: '0' },
  'the mode ORACLE': { sql_mode: "'ORACLE'" },
  'empty text as NULL': { sql_mode: "'EMPTY_STRING_IS_NULL,STRICT_TRANS_TABLES,SIMULTANEOUS_ASSIGNMENT'" },
};
