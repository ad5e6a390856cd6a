// How good a ranking is.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "evaluation/qrels.h"
#include "evaluation/run_file.h"

namespace dateline {

inline constexpr std::size_t kNdcgDepth = 10;
inline constexpr std::size_t kPrecisionDepth = 1000;
inline constexpr std::size_t kRecallDepth = 100;

/// The measures of a ranking, or their means over topics; each from 0 to 1.
struct Measures {
  /// nDCG@10: the first ten documents' gains 2^grade − 1, each over log2(rank + 1), divided by what
  /// the best order of all relevant documents would give. Source: Järvelin and Kekäläinen (ACM TOIS
  /// 20, 2002) with the gains of Burges et al. (ICML 2005).
  double ndcg = 0;
  /// AP: the precision at each relevant document of the first 1000, summed and divided by the
  /// number of relevant documents. Its mean over topics is MAP. Source: Buckley and Voorhees
  /// (SIGIR 2000).
  double average_precision = 0;
  /// R@100: the share of the relevant documents that is among the first 100.
  double recall = 0;
};

/// What a measure is called, and where it stands in Measures.
struct MeasureName {
  std::string_view text;  ///< of the mean, in text
  std::string_view json;
  double Measures::* value;
};
inline constexpr std::array<MeasureName, 3> kMeasureNames{
    {{"nDCG@10", "ndcg_10", &Measures::ndcg},
     {"MAP", "map", &Measures::average_precision},
     {"R@100", "recall_100", &Measures::recall}}};

/// A topic, and how well a run answers it.
struct TopicMeasures {
  std::string topic;
  std::size_t relevant = 0;  ///< documents with a grade above 0
  Measures measures;
};

/// How many of the documents are relevant.
[[nodiscard]] std::size_t count_relevant(const Judgements& judgements) noexcept;

/// Requires a relevant document among the judgements; documents without one are not relevant.
[[nodiscard]] Measures measure(const Ranking& ranking, const Judgements& judgements);

/// Every topic of the qrels that has a relevant document, in the order of their ids as bytes; one
/// that the run lacks scores 0 throughout.
[[nodiscard]] std::vector<TopicMeasures> measure_run(const Run& run, const Qrels& qrels);

/// The means over the topics; 0 when there are none.
[[nodiscard]] Measures mean(const std::vector<TopicMeasures>& topics) noexcept;

/// "topics 76 nDCG@10 0.3600 MAP 0.1954 R@100 0.4199", without a line end.
[[nodiscard]] std::string measures_line(const std::vector<TopicMeasures>& topics);

}  // namespace dateline
