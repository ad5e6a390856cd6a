dateline_test(presenter_test
  SOURCES
    presenter/calendar_test.cc
    presenter/csv_test.cc
    presenter/date_label_test.cc
    presenter/edtf_test.cc
    presenter/formats_test.cc
    presenter/html_escape_test.cc
    presenter/pieces_test.cc
    presenter/timeline_html_test.cc
  LINK dateline::annotation dateline::evaluation nlohmann_json::nlohmann_json)
