dateline_test(search_test
  SOURCES
    searcher/oracle.cc
    searcher/cursor_test.cc
    searcher/explanation_test.cc
    searcher/facet_counter_test.cc
    searcher/fold_labels_test.cc
    searcher/fold_test.cc
    searcher/paging_test.cc
    searcher/phrase_test.cc
    searcher/ranking_test.cc
    searcher/request_reader_test.cc
    searcher/search_property_test.cc
    searcher/similar_test.cc
    searcher/snippet_property_test.cc
    searcher/snippet_test.cc
    searcher/spelling_test.cc
    searcher/timeline_test.cc
    searcher/understanding_test.cc
    searcher/value_headers_test.cc
    searcher/watch_test.cc
    searcher/whole_name_test.cc
    support/synthetic_index.cc
  LINK dateline::presenter dateline::indexer rapidcheck ICU::uc PkgConfig::xapian)

# In a program of its own: it reads the whole archive.
dateline_test(archive_test
  SOURCES
    searcher/archive_test.cc
    support/synthetic_index.cc
  LINK dateline::searcher dateline::indexer PkgConfig::xapian)
