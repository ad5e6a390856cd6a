# How labels are read and scored.
dateline_test(evaluation_test
  SOURCES
    evaluation/article_evaluation_test.cc
    evaluation/gold_article_test.cc
    evaluation/gold_sentences_test.cc
    evaluation/peer_measures_test.cc
    evaluation/randomisation_test_test.cc
    evaluation/report_test.cc
    evaluation/retrieval_measures_test.cc
    evaluation/retrieval_report_test.cc
    evaluation/run_file_test.cc
    evaluation/running_labels_test.cc
    evaluation/score_test.cc
    evaluation/sentence_evaluation_test.cc
    evaluation/topic_search_test.cc
    evaluation/topics_test.cc
    support/synthetic_index.cc
  LINK dateline::evaluation nlohmann_json::nlohmann_json)
