dateline_test(indexer_test
  SOURCES
    indexer/event_builder_test.cc
    indexer/focus_test.cc
    indexer/index_files_test.cc
    indexer/plain_id_test.cc
    indexer/worker_pool_test.cc
    support/synthetic_index.cc
  LINK dateline::indexer PkgConfig::xapian)
