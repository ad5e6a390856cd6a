# How files become articles.
dateline_test(corpus_test
  SOURCES
    corpus/article_reader_test.cc
    corpus/byline_test.cc
    corpus/child_process_test.cc
    corpus/chronology_test.cc
    corpus/collection_test.cc
    corpus/encoding_test.cc
    corpus/front_matter_test.cc
    corpus/gold_article_test.cc
    corpus/gzip_test.cc
    corpus/hostile_test.cc
    corpus/html_test.cc
    corpus/invariants_test.cc
    corpus/json_file_test.cc
    corpus/json_lines_test.cc
    corpus/line_shape_test.cc
    corpus/log_test.cc
    corpus/office_test.cc
    corpus/pdf_test.cc
    corpus/pdf_text_test.cc
    corpus/period_test.cc
    corpus/reading.cc
    corpus/structure_test.cc
    corpus/tsv_records_test.cc
  LINK dateline::corpus rapidcheck nlohmann_json::nlohmann_json ZLIB::ZLIB)
