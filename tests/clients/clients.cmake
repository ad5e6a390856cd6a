# What stands outside of the program and speaks to it: clients of the API, and the recipes that use them.
find_package(Python3 REQUIRED COMPONENTS Interpreter)

add_test(NAME "the Python client asks all that the API answers"
  COMMAND Python3::Interpreter "${PROJECT_SOURCE_DIR}/tests/clients/python_client_test.py" $<TARGET_FILE:dateline>
    "${PROJECT_SOURCE_DIR}/corpus/articles")
add_test(NAME "the recipes do what they say"
  COMMAND Python3::Interpreter "${PROJECT_SOURCE_DIR}/tests/docs/recipes_test.py" $<TARGET_FILE:dateline>
    "${PROJECT_SOURCE_DIR}/corpus/articles")
