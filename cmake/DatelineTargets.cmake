# Flags and helpers that every target of this project shares.

include(DatelineTables)

add_library(dateline_options INTERFACE)
target_compile_features(dateline_options INTERFACE cxx_std_20)
target_include_directories(dateline_options INTERFACE "${PROJECT_SOURCE_DIR}")
target_compile_options(dateline_options INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wnon-virtual-dtor
  -Woverloaded-virtual -Wold-style-cast -Wformat=2
  $<$<BOOL:${DATELINE_WERROR}>:-Werror>)
# g++ sees uninitialized bytes inside std::string (12, its bug 105562) and std::variant (14) that are none, and 12 overlaps
# in strings (its bug 105329). Clang's analyzer looks for the true ones.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(dateline_options INTERFACE -Wno-maybe-uninitialized)
  if(CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    target_compile_options(dateline_options INTERFACE -Wno-restrict)
  endif()
endif()
# In united sources a local name passes for a shadow of a neighbour's.
if(CMAKE_UNITY_BUILD)
  target_compile_options(dateline_options INTERFACE -Wno-shadow)
endif()
# Clang takes what libstdc++ 12 does in stable_sort, and libseccomp in its macros, for ours.
if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
  target_compile_options(dateline_options INTERFACE
    -Wno-deprecated-declarations -Wno-c99-extensions -Wno-missing-field-initializers)
endif()
# ccache sees what a precompiled header holds only with this option.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(dateline_options INTERFACE -fpch-preprocess)
endif()
if(DATELINE_SANITIZE)
  target_compile_options(dateline_options INTERFACE
    -fsanitize=${DATELINE_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(dateline_options INTERFACE -fsanitize=${DATELINE_SANITIZE})
endif()

# The headers that nearly every source reads, compiled once; targets take them over with dateline_precompile().
add_library(dateline_precompiled STATIC "${PROJECT_SOURCE_DIR}/cmake/precompiled.cc")
target_link_libraries(dateline_precompiled PUBLIC dateline_options fmt::fmt)
target_precompile_headers(dateline_precompiled PRIVATE "${PROJECT_SOURCE_DIR}/cmake/precompiled.h")

# dateline_precompile(<target>)
# The target's sources read the precompiled headers first. Its compile options must be those of every target.
function(dateline_precompile target)
  target_link_libraries(${target} PRIVATE fmt::fmt)
  target_precompile_headers(${target} REUSE_FROM dateline_precompiled)
endfunction()

# dateline_unite(<target>)
# Where sources are united (CMAKE_UNITY_BUILD), those of a room are one translation unit: names in their anonymous
# namespaces must not meet.
function(dateline_unite target)
  set_target_properties(${target} PROPERTIES UNITY_BUILD_MODE GROUP)
  get_target_property(sources ${target} SOURCES)
  foreach(source IN LISTS sources)
    cmake_path(IS_PREFIX PROJECT_BINARY_DIR "${source}" is_generated)
    if(NOT is_generated)
      cmake_path(ABSOLUTE_PATH source BASE_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}" NORMALIZE OUTPUT_VARIABLE path)
      cmake_path(GET path PARENT_PATH room)
      cmake_path(RELATIVE_PATH room BASE_DIRECTORY "${PROJECT_SOURCE_DIR}")
      string(MAKE_C_IDENTIFIER "${room}" room)
      set_source_files_properties("${source}" PROPERTIES UNITY_GROUP "${room}")
    endif()
  endforeach()
endfunction()

# dateline_library(<folder> SOURCES ... HEADERS ... LINK ...)
# One static library a folder. HEADERS are what other folders may include; each must compile alone.
function(dateline_library folder)
  cmake_parse_arguments(PARSE_ARGV 1 ARG "" "" "SOURCES;HEADERS;LINK;LINK_PRIVATE")
  add_library(dateline_${folder} STATIC ${ARG_SOURCES})
  add_library(dateline::${folder} ALIAS dateline_${folder})
  target_sources(dateline_${folder} PUBLIC
    FILE_SET HEADERS BASE_DIRS "${PROJECT_SOURCE_DIR}" FILES ${ARG_HEADERS})
  target_link_libraries(dateline_${folder}
    PUBLIC dateline_options ${ARG_LINK}
    PRIVATE ${ARG_LINK_PRIVATE})
  dateline_precompile(dateline_${folder})
  cmake_language(EVAL CODE "cmake_language(DEFER CALL dateline_unite dateline_${folder})")
endfunction()

# dateline_load_at_run_time(<target> <macro> <library> <hint>...)
# A library that the target's sources load themselves, by the name that the linker would have written: the text <macro>.
function(dateline_load_at_run_time target macro library)
  find_library(${macro}_FILE ${library} HINTS ${ARGN} REQUIRED)
  execute_process(COMMAND "${CMAKE_OBJDUMP}" -p "${${macro}_FILE}" OUTPUT_VARIABLE headers COMMAND_ERROR_IS_FATAL ANY)
  if(NOT headers MATCHES "SONAME +([^\n]+)")
    message(FATAL_ERROR "${${macro}_FILE} has no name to load it by")
  endif()
  target_compile_definitions(${target} PRIVATE ${macro}="${CMAKE_MATCH_1}")
endfunction()
