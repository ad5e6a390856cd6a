# What words, dates, countries, organizations and other spellings of a text are.
dateline_test(analyzer_test
  SOURCES language/analyzer_test.cc language/date_interval_test.cc language/display_test.cc language/utf8_test.cc
    language/word_forms_test.cc
  LINK dateline::language ICU::uc rapidcheck)

dateline_test(countries_test
  SOURCES
    language/country_finder_test.cc
    language/country_lexicon_test.cc
    language/country_lookup_test.cc
    language/name_overrides_test.cc
    language/name_words_test.cc
    language/phrase_trie_test.cc
  LINK dateline::language)

dateline_test(dates_test
  SOURCES
    language/date_finder_test.cc
    language/english_test.cc
    language/sentences_test.cc
  LINK dateline::language)

dateline_test(organizations_test
  SOURCES
    language/organization_finder_test.cc
    language/organization_lookup_test.cc
    language/organization_table_test.cc
  LINK dateline::language)

dateline_test(regions_test
  SOURCES language/region_test.cc
  LINK dateline::language)

dateline_test(variants_test
  SOURCES
    language/edit_distance_test.cc
    language/english_spelling_test.cc
    language/transliteration_test.cc
    language/word_variants_test.cc
  LINK dateline::language rapidcheck)

dateline_test(persons_test
  SOURCES
    language/numbers_by_key_test.cc
    language/office_holders_test.cc
    language/person_finder_test.cc
  LINK dateline::language)
