# html_elements.tsv and html_metadata.tsv → headers in the build directory, rows in the order of the file.
function(dateline_html_table name enumeration)
  set(pattern "^([a-z_]+)\t([a-z0-9_.:-]+)\t[^\t]+$")
  dateline_read_table(rows "${CMAKE_CURRENT_SOURCE_DIR}/${name}.tsv" "${pattern}" "<kind> <name> <reason>")
  list(LENGTH rows DATELINE_ROW_COUNT)
  set(DATELINE_ROWS "")
  foreach(row IN LISTS rows)
    string(REGEX REPLACE "${pattern}" "    {\"\\2\", ${enumeration}::\\1},\n" entry "${row}")
    string(APPEND DATELINE_ROWS "${entry}")
  endforeach()
  configure_file(${name}_data.h.in
    "${CMAKE_CURRENT_BINARY_DIR}/generated/corpus/${name}_data.h" @ONLY)
endfunction()

dateline_html_table(html_elements HtmlElement)
dateline_html_table(html_metadata MetadataKind)
