# Regions of the world: a generator joins ICU's containment of UN M49 with the reviewed table in data/.
add_executable(dateline_region_generator
  "${CMAKE_CURRENT_LIST_DIR}/countries/region_key.cc"
  "${CMAKE_CURRENT_LIST_DIR}/tools/lexicon_table.cc"
  "${CMAKE_CURRENT_LIST_DIR}/tools/region_generator.cc"
  "${CMAKE_CURRENT_LIST_DIR}/tools/region_sources.cc"
  "${CMAKE_CURRENT_LIST_DIR}/tools/region_tree.cc"
  "${CMAKE_CURRENT_LIST_DIR}/utf8.cc")
target_link_libraries(dateline_region_generator PRIVATE dateline_options ICU::uc ICU::i18n ICU::data)

set(REGION_DATA "${CMAKE_CURRENT_BINARY_DIR}/region_data.inc")
add_custom_command(
  OUTPUT "${REGION_DATA}"
  COMMAND dateline_region_generator "${CMAKE_CURRENT_LIST_DIR}/data/regions.tsv" "${REGION_DATA}"
  DEPENDS dateline_region_generator "${CMAKE_CURRENT_LIST_DIR}/data/regions.tsv"
  COMMENT "Building the table of regions"
  VERBATIM)

target_include_directories(dateline_language PRIVATE "${CMAKE_CURRENT_BINARY_DIR}")
target_sources(dateline_language PRIVATE
  "${REGION_DATA}"
  "${CMAKE_CURRENT_LIST_DIR}/countries/region.cc"
  "${CMAKE_CURRENT_LIST_DIR}/countries/region_key.cc")
target_sources(dateline_language PUBLIC
  FILE_SET HEADERS BASE_DIRS "${PROJECT_SOURCE_DIR}" FILES "${CMAKE_CURRENT_LIST_DIR}/countries/region.h")
