# words.tsv → words_data.h in the build directory, sorted by class and word.
set(pattern "^([a-z]+)\t([^\t;\"]+)\t[^\t]+$")
dateline_read_table(rows "${CMAKE_CURRENT_SOURCE_DIR}/words.tsv" "${pattern}" "<class> <word> <reason>")
list(TRANSFORM rows REPLACE "${pattern}" "\\1\t\\2" OUTPUT_VARIABLE keys)
list(SORT keys)
list(LENGTH keys DATELINE_WORD_COUNT)
list(TRANSFORM keys REPLACE "^([a-z]+)\t(.+)$" "    {WordClass::\\1, \"\\2\"},\n")
list(JOIN keys "" DATELINE_WORDS)
configure_file(words_data.h.in "${CMAKE_CURRENT_BINARY_DIR}/generated/corpus/words_data.h" @ONLY)
