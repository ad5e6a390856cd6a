dateline_test(indexer_test
  SOURCES
    indexer/batch_test.cc
    indexer/directory_watch_test.cc
    indexer/event_builder_test.cc
    indexer/focus_test.cc
    indexer/identities_test.cc
    indexer/index_check_test.cc
    indexer/incremental_test.cc
    indexer/index_files_test.cc
    indexer/maintenance_test.cc
    indexer/merge_policy_test.cc
    indexer/pages_test.cc
    indexer/pipeline_test.cc
    indexer/plain_id_test.cc
    indexer/read_ahead_test.cc
    indexer/source_files_test.cc
    indexer/source_reader_test.cc
    indexer/worker_pool_test.cc
    support/dump_index.cc
    support/failing_folder.cc
    support/synthetic_index.cc
  LINK dateline::indexer PkgConfig::xapian PkgConfig::xxhash nlohmann_json::nlohmann_json)

# Prints all that an index holds; for the crash tests.
add_executable(dump_index support/dump_index.cc support/dump_index_main.cc)
target_link_libraries(dump_index PRIVATE dateline::indexer fmt::fmt PkgConfig::xapian PkgConfig::xxhash)
