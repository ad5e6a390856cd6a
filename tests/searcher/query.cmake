# The query language: parser, printers and the examples of docs/query-language.md.
dateline_test(query_test
  SOURCES
    searcher/date_suggestion_test.cc
    searcher/query_date_test.cc
    searcher/query_describe.cc
    searcher/query_documentation_test.cc
    searcher/query_limits_test.cc
    searcher/query_parser_test.cc
    searcher/query_property_test.cc
    searcher/query_characters_test.cc
    searcher/request_form_test.cc
  LINK dateline::searcher rapidcheck)
