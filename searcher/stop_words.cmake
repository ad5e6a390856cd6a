# Words that carry no subject; their table is compiled in as a string.
set(STOP_WORDS "${CMAKE_CURRENT_LIST_DIR}/data/stop_words.tsv")
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${STOP_WORDS}")
file(READ "${STOP_WORDS}" STOP_TSV)
file(CONFIGURE OUTPUT "${CMAKE_CURRENT_BINARY_DIR}/stop_words.inc"
  CONTENT "R\"tsv(@STOP_TSV@)tsv\"\n" @ONLY)
target_sources(dateline_searcher PRIVATE "${CMAKE_CURRENT_LIST_DIR}/stop_words.cc")
