# How labels are read and scored.
dateline_test(evaluation_test
  SOURCES
    evaluation/article_evaluation_test.cc
    evaluation/gold_article_test.cc
    evaluation/gold_sentences_test.cc
    evaluation/report_test.cc
    evaluation/score_test.cc
    evaluation/sentence_evaluation_test.cc
  LINK dateline::evaluation nlohmann_json::nlohmann_json)
