dateline_test(search_test
  SOURCES
    searcher/oracle.cc
    searcher/facet_counter_test.cc
    searcher/phrase_test.cc
    searcher/search_property_test.cc
    searcher/snippet_test.cc
    support/synthetic_index.cc
  LINK dateline::searcher dateline::indexer rapidcheck PkgConfig::xapian)
