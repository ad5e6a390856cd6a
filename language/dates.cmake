# The date finder and the sentence splitter.

# The word table is compiled in as one string.
set(date_words "${CMAKE_CURRENT_SOURCE_DIR}/data/date_words.tsv")
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${date_words}")
file(READ "${date_words}" DATE_WORDS_TSV)
file(CONFIGURE OUTPUT "${CMAKE_CURRENT_BINARY_DIR}/date_words.inc"
  CONTENT "R\"tsv(@DATE_WORDS_TSV@)tsv\"\n" @ONLY)
target_include_directories(dateline_language PRIVATE "${CMAKE_CURRENT_BINARY_DIR}")

target_sources(dateline_language PRIVATE
  date_calendar.cc
  date_calendar_parts.cc
  date_characters.cc
  date_cue_index.cc
  date_cues.cc
  date_finder.cc
  date_grammar.cc
  date_grammar_codes.cc
  date_grammar_days.cc
  date_grammar_decades.cc
  date_grammar_fixed.cc
  date_grammar_months.cc
  date_grammar_parts.cc
  date_grammar_pointers.cc
  date_grammar_ranges.cc
  date_grammar_relative.cc
  date_grammar_years.cc
  date_head.cc
  date_lexer.cc
  date_lexer_numbers.cc
  date_resolver.cc
  date_resolver_days.cc
  date_resolver_lists.cc
  date_resolver_relative.cc
  date_resolver_years.cc
  date_rules.cc
  date_rules_months.cc
  date_rules_years.cc
  date_words.cc
  sentences.cc)
