dateline_test(dates_test
  SOURCES
    language/date_article_test.cc
    language/date_finder_test.cc
    language/sentences_test.cc
  LINK dateline::language nlohmann_json::nlohmann_json)
