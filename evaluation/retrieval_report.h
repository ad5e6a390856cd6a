// How well topics were answered, and the presenters of that.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "evaluation/randomisation_test.h"
#include "evaluation/retrieval_measures.h"
#include "presenter/formats.h"

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
  bool per_topic = false;  ///< present each topic, not only the means
};

/// By how much the run surpasses the one that it is compared with, for each of kMeasureNames.
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
[[nodiscard]] std::string to_text(const RetrievalReport& report, const TextStyle& style);

/// One JSON object and a line end; grammar in docs/output.md.
[[nodiscard]] std::string to_json(const RetrievalReport& report);

template <>
std::span<const Writer<RetrievalReport>> writers_of() noexcept;

}  // namespace dateline
