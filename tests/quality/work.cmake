# A second copy of language/ in which each basic block that runs is counted: what a text costs, measured without a clock.
# Both g++ and Clang call __sanitizer_cov_trace_pc, which the test defines, with this option. Sanitizers would add their
# own blocks to the count, and have nothing to find here that the other tests do not show them.
if(DATELINE_SANITIZE)
  return()
endif()

get_target_property(language_sources dateline_language SOURCES)
get_target_property(language_directory dateline_language SOURCE_DIR)
get_target_property(language_links dateline_language LINK_LIBRARIES)
list(FILTER language_sources INCLUDE REGEX "\\.cc$")
set(counted_sources "")
foreach(source IN LISTS language_sources)
  cmake_path(ABSOLUTE_PATH source BASE_DIRECTORY "${language_directory}")
  cmake_path(IS_PREFIX PROJECT_BINARY_DIR "${source}" is_generated)
  if(is_generated)
    set_source_files_properties("${source}" PROPERTIES GENERATED TRUE)
  endif()
  list(APPEND counted_sources "${source}")
endforeach()
add_library(language_counted STATIC ${counted_sources})
add_dependencies(language_counted dateline_language)
target_include_directories(language_counted PRIVATE
  "$<TARGET_PROPERTY:dateline_language,INCLUDE_DIRECTORIES>")
target_link_libraries(language_counted PUBLIC ${language_links})
# -O2: the bounds are those of an optimized build, in each kind of build.
target_compile_options(language_counted PRIVATE -O2 -fsanitize-coverage=trace-pc)
dateline_unite(language_counted)

# The same of what makes events of what was found.
set(annotate_directory "${PROJECT_SOURCE_DIR}/indexer/annotate")
add_library(annotate_counted STATIC
  "${annotate_directory}/annotator.cc"
  "${annotate_directory}/article_parts.cc"
  "${annotate_directory}/chronology_dates.cc"
  "${annotate_directory}/clauses.cc"
  "${annotate_directory}/date_owner.cc"
  "${annotate_directory}/event_builder.cc"
  "${annotate_directory}/extractor.cc"
  "${annotate_directory}/focus.cc"
  "${annotate_directory}/sections.cc"
  "${annotate_directory}/text_pieces.cc")
target_link_libraries(annotate_counted PUBLIC
  dateline::index PRIVATE fmt::fmt PkgConfig::xxhash)
target_compile_options(annotate_counted PRIVATE -O2 -fsanitize-coverage=trace-pc)
dateline_unite(annotate_counted)

# Whole, so that nothing of the copy that is not counted is taken for what index/ needs.
dateline_test(work_test
  SOURCES quality/event_work_test.cc quality/work_count.h quality/work_test.cc
  LINK annotate_counted "$<LINK_LIBRARY:WHOLE_ARCHIVE,language_counted>")

# The same of what shows hits and folds events.
get_target_property(searcher_sources dateline_searcher SOURCES)
list(FILTER searcher_sources INCLUDE REGEX "^(fold|hit)/.*\\.cc$")
list(TRANSFORM searcher_sources PREPEND "${PROJECT_SOURCE_DIR}/searcher/")
add_library(hits_counted STATIC ${searcher_sources})
add_dependencies(hits_counted dateline_searcher)
target_include_directories(hits_counted PRIVATE "$<TARGET_PROPERTY:dateline_searcher,INCLUDE_DIRECTORIES>")
target_link_libraries(hits_counted PRIVATE dateline::searcher fmt::fmt)
target_compile_options(hits_counted PRIVATE -O2 -fsanitize-coverage=trace-pc)
dateline_unite(hits_counted)

dateline_test(search_work_test
  SOURCES quality/search_work_test.cc quality/work_count.h support/synthetic_index.cc
  LINK "$<LINK_LIBRARY:WHOLE_ARCHIVE,hits_counted>" dateline::searcher dateline::indexer PkgConfig::xapian)
