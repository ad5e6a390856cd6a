dateline_test(dates_test
  SOURCES
    language/date_finder_test.cc
    language/sentences_test.cc
  LINK dateline::language)
