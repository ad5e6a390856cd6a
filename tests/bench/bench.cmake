# No tests: what scripts/bench runs.
add_executable(search_bench bench/search_bench.cc)
target_link_libraries(search_bench PRIVATE dateline::searcher fmt::fmt)
add_executable(extraction_bench bench/extraction_bench.cc)
target_link_libraries(extraction_bench PRIVATE dateline::indexer fmt::fmt)
