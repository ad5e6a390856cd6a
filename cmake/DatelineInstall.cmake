# What `cmake --install` lays down: the program, its guide, examples, and units of systemd. Needs the program's target.
include(GNUInstallDirs)

install(TARGETS dateline RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")

install(FILES README.md SECURITY.md DESTINATION "${CMAKE_INSTALL_DOCDIR}")
install(DIRECTORY docs DESTINATION "${CMAKE_INSTALL_DOCDIR}")
install(DIRECTORY corpus/articles DESTINATION "${CMAKE_INSTALL_DOCDIR}/examples")
install(FILES clients/python/dateline.py DESTINATION "${CMAKE_INSTALL_DOCDIR}/examples")

# The units name the program by where it is installed, which may be said only then (cmake --install --prefix).
set(units dateline-index@.service dateline-index@.timer dateline-serve@.service dateline-serve@.socket)
install(CODE "
  set(CMAKE_INSTALL_FULL_BINDIR \"\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_BINDIR}\")
  set(CMAKE_INSTALL_FULL_DOCDIR \"\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_DOCDIR}\")
  foreach(unit IN ITEMS ${units})
    configure_file(\"${PROJECT_SOURCE_DIR}/systemd/\${unit}.in\" \"${PROJECT_BINARY_DIR}/systemd/\${unit}\" @ONLY)
  endforeach()")
list(TRANSFORM units PREPEND "${PROJECT_BINARY_DIR}/systemd/")
install(FILES ${units} DESTINATION lib/systemd/system)
install(FILES systemd/archive.conf DESTINATION "${CMAKE_INSTALL_DOCDIR}/examples")
