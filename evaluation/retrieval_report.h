// How well topics were answered, and how that is told.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "evaluation/randomisation_test.h"
#include "evaluation/retrieval_measures.h"

namespace dateline {

/// Another run, beside the one that is scored.
struct ComparedRun {
  std::string path;
  std::vector<TopicMeasures> topics;  ///< those of the report, in the same order
};

/// A run, scored.
struct RetrievalReport {
  std::string qrels;  ///< path of the judgements
  std::string run;    ///< path of the run; empty when it was searched for
  std::vector<TopicMeasures> topics;
  std::optional<ComparedRun> compared;
  bool per_topic = false;  ///< tell each topic, not only the means
};

/// What the run has more than the one that it is compared with, for each of kMeasureNames.
struct MeasureDifference {
  double mean = 0;
  RandomisationTest test;
};

/// Requires as many topics in both, in one order.
[[nodiscard]] std::array<MeasureDifference, kMeasureNames.size()> differences(
    const std::vector<TopicMeasures>& topics, const std::vector<TopicMeasures>& compared);

/// For readers: a line a topic (id, nDCG@10, AP, R@100, then those of the compared run), the
/// compared run's means, the differences with their p, and last the run's means. Lines end with a
/// line feed.
[[nodiscard]] std::string retrieval_text(const RetrievalReport& report);

/// The same as JSON; grammar in docs/output.md.
[[nodiscard]] std::string retrieval_json(const RetrievalReport& report);

}  // namespace dateline
