dateline_test(analyzer_test
  SOURCES language/analyzer_test.cc language/date_interval_test.cc language/utf8_test.cc
  LINK dateline::language ICU::uc rapidcheck)
