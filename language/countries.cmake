# The country finder and its lexicon, which a generator builds from packaged data and the tables in data/.
find_file(ISO_3166_1_JSON iso_3166-1.json PATH_SUFFIXES share/iso-codes/json iso-codes/json)
find_file(ISO_3166_3_JSON iso_3166-3.json PATH_SUFFIXES share/iso-codes/json iso-codes/json)
if(NOT ISO_3166_1_JSON OR NOT ISO_3166_3_JSON)
  message(FATAL_ERROR
    "The lists of ISO 3166 (iso_3166-1.json, iso_3166-3.json) are missing: install the package iso-codes, "
    "or set ISO_3166_1_JSON and ISO_3166_3_JSON to their paths.")
endif()

add_executable(dateline_lexicon_generator
  "${CMAKE_CURRENT_LIST_DIR}/tools/lexicon_generator.cc"
  "${CMAKE_CURRENT_LIST_DIR}/tools/lexicon_merge.cc"
  "${CMAKE_CURRENT_LIST_DIR}/tools/lexicon_sources.cc"
  "${CMAKE_CURRENT_LIST_DIR}/tools/lexicon_surfaces.cc"
  "${CMAKE_CURRENT_LIST_DIR}/tools/lexicon_table.cc")
target_link_libraries(dateline_lexicon_generator PRIVATE
  dateline_options ICU::uc ICU::i18n ICU::data nlohmann_json::nlohmann_json)

set(COUNTRY_TABLES blocks capitals demonyms display forms names rulings seats states territories withdrawn words)
list(TRANSFORM COUNTRY_TABLES PREPEND "${CMAKE_CURRENT_LIST_DIR}/data/country_")
list(TRANSFORM COUNTRY_TABLES APPEND ".tsv")
set(LEXICON_DATA "${CMAKE_CURRENT_BINARY_DIR}/lexicon_data.cc")
add_custom_command(
  OUTPUT "${LEXICON_DATA}"
  COMMAND dateline_lexicon_generator
    "${CMAKE_CURRENT_LIST_DIR}/data" "${ISO_3166_1_JSON}" "${ISO_3166_3_JSON}" "${LEXICON_DATA}"
  DEPENDS dateline_lexicon_generator ${COUNTRY_TABLES} "${ISO_3166_1_JSON}" "${ISO_3166_3_JSON}"
  COMMENT "Building the country lexicon"
  VERBATIM)

target_sources(dateline_language PUBLIC FILE_SET HEADERS FILES "${CMAKE_CURRENT_LIST_DIR}/country_codes.h")
target_sources(dateline_language PRIVATE "${LEXICON_DATA}")
target_sources(dateline_language PRIVATE
  "${CMAKE_CURRENT_LIST_DIR}/countries/country_context.cc"
  "${CMAKE_CURRENT_LIST_DIR}/countries/country_finder.cc"
  "${CMAKE_CURRENT_LIST_DIR}/countries/country_lookup.cc"
  "${CMAKE_CURRENT_LIST_DIR}/countries/country_rules_homographs.cc"
  "${CMAKE_CURRENT_LIST_DIR}/countries/country_rules_language.cc"
  "${CMAKE_CURRENT_LIST_DIR}/countries/country_rules_persons.cc"
  "${CMAKE_CURRENT_LIST_DIR}/countries/country_rules_places.cc"
  "${CMAKE_CURRENT_LIST_DIR}/countries/country_rules_surroundings.cc"
  "${CMAKE_CURRENT_LIST_DIR}/countries/country_rules_titles.cc"
  "${CMAKE_CURRENT_LIST_DIR}/countries/country_surroundings.cc"
  "${CMAKE_CURRENT_LIST_DIR}/words/name_words.cc"
  "${CMAKE_CURRENT_LIST_DIR}/words/phrase_trie.cc"
  "${CMAKE_CURRENT_LIST_DIR}/words/edit_distance.cc"
  "${CMAKE_CURRENT_LIST_DIR}/countries/lexicon_fold.cc"
  "${CMAKE_CURRENT_LIST_DIR}/countries/lexicon_index.cc"
  "${CMAKE_CURRENT_LIST_DIR}/words/string_table.cc"
  "${CMAKE_CURRENT_LIST_DIR}/countries/name_overrides.cc"
  "${CMAKE_CURRENT_LIST_DIR}/countries/name_overrides_parser.cc"
  "${CMAKE_CURRENT_LIST_DIR}/words/name_spelling.cc"
  "${CMAKE_CURRENT_LIST_DIR}/countries/own_names.cc"
  "${CMAKE_CURRENT_LIST_DIR}/rule_names.cc")
