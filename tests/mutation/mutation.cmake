add_executable(mutation_test mutation/index_mutator.cc mutation/mutation_main.cc)
target_link_libraries(mutation_test PRIVATE
  dateline_options dateline::index fmt::fmt nlohmann_json::nlohmann_json)
set_target_properties(mutation_test PROPERTIES UNITY_BUILD OFF)
add_dependencies(mutation_test dateline)

# With sanitizers, scripts/soak runs it, over far more copies.
if(NOT DATELINE_SANITIZE)
  add_test(NAME "damaged and crafted indexes end no command by a signal, and keep none from ending"
    COMMAND mutation_test $<TARGET_FILE:dateline> "${PROJECT_SOURCE_DIR}/corpus/articles" --copies 100)
  set_tests_properties("damaged and crafted indexes end no command by a signal, and keep none from ending"
    PROPERTIES TIMEOUT 900)
endif()
