dateline_test(documents_test
  SOURCES
    cluster/documents_test.cc
    support/synthetic_index.cc
  LINK dateline::cluster dateline::indexer PkgConfig::xapian)

dateline_test(cluster_search_test
  SOURCES
    cluster/cluster_search_test.cc
    cluster/copy_test.cc
    cluster/stub_server.cc
    support/synthetic_index.cc
  LINK dateline::cluster dateline::indexer ZLIB::ZLIB PkgConfig::xapian)

dateline_test(http_test
  SOURCES
    cluster/http_address_test.cc
    cluster/http_client_test.cc
    cluster/http_credentials_test.cc
    cluster/stub_server.cc
  LINK dateline::cluster ZLIB::ZLIB)

# Other programs of Xapian find in an export what the program finds.
add_test(NAME "an export for Xapian is searched by its own tools"
  COMMAND Python3::Interpreter "${PROJECT_SOURCE_DIR}/tests/cluster/xapian_export.py" $<TARGET_FILE:dateline>
    "${PROJECT_SOURCE_DIR}/corpus/articles")
set_tests_properties("an export for Xapian is searched by its own tools" PROPERTIES SKIP_RETURN_CODE 77 TIMEOUT 300)

# Whom the program talks to, and as whom: servers of the test's own, with TLS and without.
add_test(NAME "a cluster is asked over TLS that holds, as who the environment says"
  COMMAND Python3::Interpreter "${PROJECT_SOURCE_DIR}/tests/cluster/access.py" $<TARGET_FILE:dateline>)
set_tests_properties("a cluster is asked over TLS that holds, as who the environment says"
  PROPERTIES SKIP_RETURN_CODE 77 TIMEOUT 120)

# Where $DATELINE_TEST_CLUSTER is the address of one.
add_test(NAME "an export for OpenSearch, loaded with curl, counts as the index does"
  COMMAND Python3::Interpreter "${PROJECT_SOURCE_DIR}/tests/cluster/opensearch_export.py" $<TARGET_FILE:dateline>
    "${PROJECT_SOURCE_DIR}/corpus/articles")
set_tests_properties("an export for OpenSearch, loaded with curl, counts as the index does"
  PROPERTIES SKIP_RETURN_CODE 77 TIMEOUT 300)

# An archive in a cluster answers as an index does.
add_test(NAME "a cluster answers five hundred questions as an index does"
  COMMAND Python3::Interpreter "${PROJECT_SOURCE_DIR}/tests/cluster/same_answers.py" $<TARGET_FILE:dateline>
    "${PROJECT_SOURCE_DIR}/corpus/articles")
set_tests_properties("a cluster answers five hundred questions as an index does"
  PROPERTIES SKIP_RETURN_CODE 77 TIMEOUT 600)

add_test(NAME "a cluster ranks judged collections as an index does"
  COMMAND Python3::Interpreter "${PROJECT_SOURCE_DIR}/tests/cluster/retrieval.py" $<TARGET_FILE:dateline>
    "${PROJECT_SOURCE_DIR}/../shared/collections")
set_tests_properties("a cluster ranks judged collections as an index does"
  PROPERTIES SKIP_RETURN_CODE 77 TIMEOUT 600)

# Nodes of its own, since it kills them.
add_test(NAME "nothing is lost or doubled in a cluster, whatever goes wrong"
  COMMAND Python3::Interpreter "${PROJECT_SOURCE_DIR}/tests/cluster/faults.py" $<TARGET_FILE:dateline>
    "${PROJECT_SOURCE_DIR}/corpus/articles")
set_tests_properties("nothing is lost or doubled in a cluster, whatever goes wrong"
  PROPERTIES SKIP_RETURN_CODE 77 TIMEOUT 600)
