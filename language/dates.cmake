# The date finder and the sentence splitter.

# The word table is compiled in as one string.
set(date_words "${CMAKE_CURRENT_SOURCE_DIR}/data/date_words.tsv")
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${date_words}")
file(READ "${date_words}" DATE_WORDS_TSV)
file(CONFIGURE OUTPUT "${CMAKE_CURRENT_BINARY_DIR}/date_words.inc"
  CONTENT "R\"tsv(@DATE_WORDS_TSV@)tsv\"\n" @ONLY)
target_include_directories(dateline_language PRIVATE "${CMAKE_CURRENT_BINARY_DIR}")

target_sources(dateline_language PRIVATE
  dates/calendar.cc
  dates/calendar_parts.cc
  dates/characters.cc
  dates/cue_index.cc
  dates/cues.cc
  dates/date_finder.cc
  dates/grammar.cc
  dates/grammar_codes.cc
  dates/grammar_days.cc
  dates/grammar_decades.cc
  dates/grammar_fixed.cc
  dates/grammar_months.cc
  dates/grammar_parts.cc
  dates/grammar_pointers.cc
  dates/grammar_ranges.cc
  dates/grammar_relative.cc
  dates/grammar_years.cc
  dates/head.cc
  dates/lexer.cc
  dates/resolver.cc
  dates/resolver_days.cc
  dates/resolver_lists.cc
  dates/resolver_relative.cc
  dates/resolver_years.cc
  dates/rules.cc
  dates/rules_months.cc
  dates/rules_years.cc
  dates/word_table.cc
  words/sentences.cc)
