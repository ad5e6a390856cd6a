#include "evaluation/retrieval_measures.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>

namespace dateline {
namespace {

double discounted_gain(int grade, std::size_t index) noexcept {
  if (grade <= 0) return 0;
  return (std::exp2(grade) - 1) / std::log2(static_cast<double>(index) + 2);
}

int grade_of(const RankedDocument& document, const Judgements& judgements) {
  const auto judged = judgements.find(document.id);
  return judged == judgements.end() ? 0 : judged->second;
}

double ideal_gain(const Judgements& judgements) {
  std::vector<int> grades;
  grades.reserve(judgements.size());
  for (const auto& [document, grade] : judgements) grades.push_back(grade);
  std::sort(grades.begin(), grades.end(), std::greater<>{});
  double sum = 0;
  for (std::size_t i = 0; i < std::min(grades.size(), kNdcgDepth); ++i)
    sum += discounted_gain(grades[i], i);
  return sum;
}

}  // namespace

std::size_t count_relevant(const Judgements& judgements) noexcept {
  return static_cast<std::size_t>(std::count_if(judgements.begin(), judgements.end(),
                                                [](const auto& one) { return one.second > 0; }));
}

Measures measure(const Ranking& ranking, const Judgements& judgements) {
  const auto relevant = static_cast<double>(count_relevant(judgements));
  double gain = 0;
  double precisions = 0;
  double hits = 0;
  double early_hits = 0;
  for (std::size_t i = 0; i < std::min(ranking.size(), kPrecisionDepth); ++i) {
    const int grade = grade_of(ranking[i], judgements);
    if (grade <= 0) continue;
    precisions += ++hits / (static_cast<double>(i) + 1);
    if (i < kNdcgDepth) gain += discounted_gain(grade, i);
    if (i < kRecallDepth) early_hits = hits;
  }
  return {gain / ideal_gain(judgements), precisions / relevant, early_hits / relevant};
}

std::vector<TopicMeasures> measure_run(const Run& run, const Qrels& qrels) {
  std::vector<TopicMeasures> topics;
  for (const auto& [topic, judgements] : qrels.topics) {
    const auto relevant = count_relevant(judgements);
    if (relevant == 0) continue;
    const auto ranking = run.topics.find(topic);
    topics.push_back(
        {topic, relevant,
         ranking == run.topics.end() ? Measures{} : measure(ranking->second, judgements)});
  }
  return topics;
}

Measures mean(const std::vector<TopicMeasures>& topics) noexcept {
  Measures sum;
  if (topics.empty()) return sum;
  for (const auto& name : kMeasureNames) {
    for (const auto& topic : topics) sum.*name.value += topic.measures.*name.value;
    sum.*name.value /= static_cast<double>(topics.size());
  }
  return sum;
}

std::string measures_line(const std::vector<TopicMeasures>& topics) {
  const auto means = mean(topics);
  auto line = fmt::format("topics {}", topics.size());
  for (const auto& name : kMeasureNames)
    line += fmt::format(" {} {:.4f}", name.text, means.*name.value);
  return line;
}

}  // namespace dateline
