dateline_test(organizations_test
  SOURCES
    language/organization_finder_test.cc
    language/organization_lookup_test.cc
    language/organization_table_test.cc
  LINK dateline::language)
