# The organization finder; its two tables are compiled in, a string each.
foreach(table organizations organization_words)
  set(table_file "${CMAKE_CURRENT_LIST_DIR}/data/${table}.tsv")
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${table_file}")
  file(READ "${table_file}" ORGANIZATION_TSV)
  file(CONFIGURE OUTPUT "${CMAKE_CURRENT_BINARY_DIR}/${table}.inc"
    CONTENT "R\"tsv(@ORGANIZATION_TSV@)tsv\"\n" @ONLY)
endforeach()
target_include_directories(dateline_language PRIVATE "${CMAKE_CURRENT_BINARY_DIR}")

target_sources(dateline_language PRIVATE
  organizations/organization_definition.cc
  organizations/organization_finder.cc
  organizations/organization_index.cc
  organizations/organization_lookup.cc
  organizations/organization_resolver.cc
  organizations/organization_rules.cc
  organizations/organization_table.cc
  organizations/organization_text.cc
  organizations/organization_words.cc)
