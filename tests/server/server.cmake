dateline_test(server_test
  SOURCES
    server/gzip_test.cc
    server/host_policy_test.cc
    server/listener_test.cc
    server/page_state_test.cc
    server/request_target_test.cc
  LINK dateline::server ZLIB::ZLIB)

dateline_test(serve_test RUNS_PROGRAM
  SOURCES
    server/api_test.cc
    server/http_client.cc
    server/serve_test.cc
    support/program.cc
    "${PROJECT_SOURCE_DIR}/cli/fatal_signals.cc"
  LINK dateline::index nlohmann_json::nlohmann_json Threads::Threads)
target_compile_definitions(serve_test PRIVATE DATELINE_PROGRAM="$<TARGET_FILE:dateline>")
add_dependencies(serve_test dateline)

find_package(Python3 REQUIRED COMPONENTS Interpreter)
add_test(NAME "a server under load, slow clients among the others, loses no request"
  COMMAND Python3::Interpreter "${PROJECT_SOURCE_DIR}/tests/server/load.py" $<TARGET_FILE:dateline>
    "${PROJECT_SOURCE_DIR}/corpus/articles" --seconds 6)
set_tests_properties("a server under load, slow clients among the others, loses no request" PROPERTIES TIMEOUT 300)
