dateline_test(variants_test
  SOURCES
    language/edit_distance_test.cc
    language/english_spelling_test.cc
    language/transliteration_test.cc
    language/word_variants_test.cc
  LINK dateline::language rapidcheck)
