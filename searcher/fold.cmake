# Folding events; its table of words is compiled in as a string.
set(FOLD_WORDS "${CMAKE_CURRENT_LIST_DIR}/data/fold_words.tsv")
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${FOLD_WORDS}")
file(READ "${FOLD_WORDS}" FOLD_TSV)
file(CONFIGURE OUTPUT "${CMAKE_CURRENT_BINARY_DIR}/fold_words.inc"
  CONTENT "R\"tsv(@FOLD_TSV@)tsv\"\n" @ONLY)

target_include_directories(dateline_searcher PRIVATE "${CMAKE_CURRENT_BINARY_DIR}")
target_sources(dateline_searcher PRIVATE
  "${CMAKE_CURRENT_LIST_DIR}/fold.cc"
  "${CMAKE_CURRENT_LIST_DIR}/fold_similarity.cc"
  "${CMAKE_CURRENT_LIST_DIR}/fold_words.cc")
target_sources(dateline_searcher PUBLIC
  FILE_SET HEADERS BASE_DIRS "${PROJECT_SOURCE_DIR}" FILES "${CMAKE_CURRENT_LIST_DIR}/fold.h")
