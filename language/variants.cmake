# Variants of a query's words: a generator turns the reviewed tables in data/, and the country lexicon, into rows.
add_executable(dateline_variant_generator
  "${CMAKE_CURRENT_LIST_DIR}/tools/lexicon_table.cc"
  "${CMAKE_CURRENT_LIST_DIR}/tools/variant_families.cc"
  "${CMAKE_CURRENT_LIST_DIR}/tools/variant_generator.cc"
  "${CMAKE_CURRENT_LIST_DIR}/utf8.cc"
  "${CMAKE_CURRENT_LIST_DIR}/spellings/variant_key.cc"
  "${LEXICON_DATA}")
target_link_libraries(dateline_variant_generator PRIVATE dateline_options ICU::uc ICU::i18n ICU::data)

set(VARIANT_TABLES
  cyrillic_alphabets cyrillic_spellings english_spellings han_surnames name_spellings place_spellings variant_countries)
list(TRANSFORM VARIANT_TABLES PREPEND "${CMAKE_CURRENT_LIST_DIR}/data/")
list(TRANSFORM VARIANT_TABLES APPEND ".tsv")
set(VARIANT_DATA "${CMAKE_CURRENT_BINARY_DIR}/variant_data.cc")
add_custom_command(
  OUTPUT "${VARIANT_DATA}"
  COMMAND dateline_variant_generator "${CMAKE_CURRENT_LIST_DIR}/data" "${VARIANT_DATA}"
  DEPENDS dateline_variant_generator ${VARIANT_TABLES}
  COMMENT "Building the tables of variants"
  VERBATIM)

target_sources(dateline_language PUBLIC
  FILE_SET HEADERS BASE_DIRS "${PROJECT_SOURCE_DIR}" FILES
    "${CMAKE_CURRENT_LIST_DIR}/words/edit_distance.h"
    "${CMAKE_CURRENT_LIST_DIR}/spellings/transliteration.h"
    "${CMAKE_CURRENT_LIST_DIR}/spellings/variant_rows.h"
    "${CMAKE_CURRENT_LIST_DIR}/spellings/word_variants.h")
target_sources(dateline_language PRIVATE
  "${VARIANT_DATA}"
  "${CMAKE_CURRENT_LIST_DIR}/spellings/cyrillic_spelling.cc"
  "${CMAKE_CURRENT_LIST_DIR}/spellings/english_spelling.cc"
  "${CMAKE_CURRENT_LIST_DIR}/spellings/han_names.cc"
  "${CMAKE_CURRENT_LIST_DIR}/spellings/transliteration.cc"
  "${CMAKE_CURRENT_LIST_DIR}/spellings/variant_key.cc"
  "${CMAKE_CURRENT_LIST_DIR}/spellings/word_variants.cc")
