dateline_test(countries_test
  SOURCES
    "${CMAKE_CURRENT_LIST_DIR}/country_finder_test.cc"
    "${CMAKE_CURRENT_LIST_DIR}/country_lexicon_test.cc"
    "${CMAKE_CURRENT_LIST_DIR}/country_lookup_test.cc"
    "${CMAKE_CURRENT_LIST_DIR}/name_words_test.cc"
    "${CMAKE_CURRENT_LIST_DIR}/phrase_trie_test.cc"
    "${CMAKE_CURRENT_LIST_DIR}/name_overrides_test.cc"
  LINK dateline::language)
