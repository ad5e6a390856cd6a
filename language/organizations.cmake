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
  organization_definition.cc
  organization_finder.cc
  organization_index.cc
  organization_lookup.cc
  organization_resolver.cc
  organization_rules.cc
  organization_table.cc
  organization_text.cc
  organization_words.cc)
