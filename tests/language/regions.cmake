dateline_test(regions_test
  SOURCES language/region_test.cc
  LINK dateline::language)
