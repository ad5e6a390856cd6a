# Tables (.tsv) that are compiled in: tab-separated columns; a line that begins with # is a comment. When a table changes,
# CMake configures again.

# dateline_read_table(<variable> <file> <pattern> <columns>)
# The rows of a table in the order of the file. All must match the pattern; <columns> says so in the message for one that
# does not.
function(dateline_read_table variable file pattern columns)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${file}")
  file(STRINGS "${file}" lines ENCODING UTF-8)
  set(rows "")
  foreach(line IN LISTS lines)
    if(line MATCHES "^#")
      continue()
    endif()
    if(NOT line MATCHES "${pattern}")
      cmake_path(GET file FILENAME name)
      message(FATAL_ERROR "${name}: a row is not ${columns}: ${line}")
    endif()
    string(REPLACE ";" "\\;" line "${line}")
    list(APPEND rows "${line}")
  endforeach()
  set(${variable} "${rows}" PARENT_SCOPE)
endfunction()

# dateline_embed(<target> <file> <name>)
# A file as it is, in sources of the target: #include "<name>.inc" stands for a string literal.
function(dateline_embed target file name)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${file}")
  file(READ "${file}" DATELINE_TEXT)
  cmake_path(GET file EXTENSION LAST_ONLY extension)
  string(SUBSTRING "${extension}" 1 -1 DATELINE_MARK)  # what ends the literal
  file(CONFIGURE OUTPUT "${CMAKE_CURRENT_BINARY_DIR}/${name}.inc"
    CONTENT "R\"@DATELINE_MARK@(@DATELINE_TEXT@)@DATELINE_MARK@\"\n" @ONLY)
  target_include_directories(${target} PRIVATE "${CMAKE_CURRENT_BINARY_DIR}")
endfunction()
