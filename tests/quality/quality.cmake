# Gates of accuracy: labelled sentences of ours, and those of ../shared where it is at hand.
dateline_test(quality_test
  SOURCES
    quality/article_test.cc
    quality/retrieval_test.cc
    quality/sentences_test.cc
  LINK dateline::evaluation)
