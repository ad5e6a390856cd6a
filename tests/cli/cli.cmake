dateline_test(cli_test RUNS_PROGRAM
  SOURCES
    cli/annotate_test.cc
    cli/check_test.cc
    cli/cluster_option_test.cc
    cli/compact_test.cc
    cli/crash_test.cc
    cli/evaluate_retrieval_test.cc
    cli/evaluate_test.cc
    cli/explain_test.cc
    cli/export_test.cc
    cli/index_inputs_test.cc
    cli/index_test.cc
    cli/index_watch_test.cc
    cli/info_test.cc
    cli/names_test.cc
    cli/old_index_test.cc
    cli/pairs_test.cc
    cli/persons_test.cc
    cli/rebuild_test.cc
    cli/remove_test.cc
    cli/search_test.cc
    cli/show_test.cc
    cli/similar_test.cc
    cli/timeline_test.cc
    cli/trust_test.cc
    cli/watch_test.cc
    golden/real_article_test.cc
    golden/sample_corpus_test.cc
    support/program.cc
    "${PROJECT_SOURCE_DIR}/cli/fatal_signals.cc"
  LINK dateline::index nlohmann_json::nlohmann_json)
target_compile_definitions(cli_test PRIVATE DATELINE_PROGRAM="$<TARGET_FILE:dateline>")
add_dependencies(cli_test dateline)

if(DATELINE_SANITIZE) # whose own system calls may not fail, and which takes its time
  set(crash_test_parts --kills-only 8)
endif()
add_test(NAME "kills, failing system calls and a full disk leave the last state in force"
  COMMAND "${PROJECT_SOURCE_DIR}/scripts/crash-test" --short ${crash_test_parts} --seed 1
    --bin "${CMAKE_RUNTIME_OUTPUT_DIRECTORY}")
set_tests_properties("kills, failing system calls and a full disk leave the last state in force"
  PROPERTIES TIMEOUT 900)

find_package(Python3 REQUIRED COMPONENTS Interpreter)
if(NOT DATELINE_SANITIZE)
  add_test(NAME "a failing system call loses nothing, and is told in one line"
    COMMAND Python3::Interpreter "${PROJECT_SOURCE_DIR}/scripts/inject-test" 100 --seed 1
      --bin "${CMAKE_RUNTIME_OUTPUT_DIRECTORY}")
  set_tests_properties("a failing system call loses nothing, and is told in one line"
    PROPERTIES SKIP_RETURN_CODE 77 TIMEOUT 900)
endif()
add_test(NAME "JSON output keeps to its schema"
  COMMAND Python3::Interpreter "${PROJECT_SOURCE_DIR}/tests/golden/output_schema.py" $<TARGET_FILE:dateline> "${PROJECT_SOURCE_DIR}")

# Asks the forty questions of questions.tsv; those of the archive where it is at hand.
add_test(NAME "an analyst's questions get right first answers"
  COMMAND Python3::Interpreter "${PROJECT_SOURCE_DIR}/tests/questions.py" $<TARGET_FILE:dateline> "${PROJECT_SOURCE_DIR}"
    --archive "${PROJECT_SOURCE_DIR}/../shared/collections/current-events.jsonl.gz")
set_tests_properties("an analyst's questions get right first answers" PROPERTIES TIMEOUT 900)

# Pastes the README's commands into bash, zsh and dash, those of them that are there.
add_test(NAME "the README's commands do what they say, in each shell"
  COMMAND Python3::Interpreter "${PROJECT_SOURCE_DIR}/tests/readme.py" $<TARGET_FILE:dateline> "${PROJECT_SOURCE_DIR}")

# Types in the shells that are there, and presses the key for completions.
add_test(NAME "the shells complete commands, options, fields and values"
  COMMAND Python3::Interpreter "${PROJECT_SOURCE_DIR}/tests/completions.py" $<TARGET_FILE:dateline> "${PROJECT_SOURCE_DIR}")
set_tests_properties("the shells complete commands, options, fields and values" PROPERTIES TIMEOUT 600)
add_test(NAME "the manual has every command, option and example, and fits a terminal"
  COMMAND Python3::Interpreter "${PROJECT_SOURCE_DIR}/tests/manual.py" $<TARGET_FILE:dateline> "${PROJECT_SOURCE_DIR}"
    "${CMAKE_BINARY_DIR}/man")
add_test(NAME "the commands of the documents are there, and run"
  COMMAND Python3::Interpreter "${PROJECT_SOURCE_DIR}/tests/documentation.py" $<TARGET_FILE:dateline> "${PROJECT_SOURCE_DIR}")
add_test(NAME "the README's picture of a terminal is what the program prints"
  COMMAND Python3::Interpreter "${PROJECT_SOURCE_DIR}/scripts/terminal-picture" $<TARGET_FILE:dateline> --check)
