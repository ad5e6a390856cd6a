dateline_test(index_test
  SOURCES
    index/arrivals_test.cc
    index/bitmap_test.cc
    index/column_table_test.cc
    index/columns_test.cc
    index/date_terms_test.cc
    index/dictionary_test.cc
    index/index_file_test.cc
    index/manifest_test.cc
    index/pages_test.cc
    index/postings_test.cc
    index/row_checks_test.cc
    index/saved_queries_test.cc
    index/token_stream_test.cc
    index/varint_test.cc
    index/writer_lock_test.cc
  LINK dateline::index nlohmann_json::nlohmann_json rapidcheck)
