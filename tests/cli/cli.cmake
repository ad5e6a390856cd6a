dateline_test(cli_test
  SOURCES
    cli/annotate_test.cc
    cli/crash_test.cc
    cli/evaluate_test.cc
    cli/index_test.cc
    cli/names_test.cc
    cli/pairs_test.cc
    cli/search_test.cc
    cli/show_test.cc
    cli/timeline_test.cc
    golden/real_article_test.cc
    golden/sample_corpus_test.cc
    support/program.cc
  LINK nlohmann_json::nlohmann_json)
target_compile_definitions(cli_test PRIVATE DATELINE_PROGRAM="$<TARGET_FILE:dateline>")
add_dependencies(cli_test dateline)

find_package(Python3 REQUIRED COMPONENTS Interpreter)
add_test(NAME "JSON output keeps to its schema"
  COMMAND Python3::Interpreter "${PROJECT_SOURCE_DIR}/tests/golden/output_schema.py" $<TARGET_FILE:dateline> "${PROJECT_SOURCE_DIR}")
