#include "evaluation/qrels.h"

#include <fmt/format.h>

#include <cmath>
#include <string_view>

#include "evaluation/gold_table.h"
#include "evaluation/numbers.h"

namespace dateline {
namespace {

int parse_grade(std::string_view text) {
  const auto grade = parse_number<double>(text);
  if (!grade || !std::isfinite(*grade)) {
    throw gold::RowError(fmt::format("the grade '{}' is no number", text));
  }
  if (std::abs(*grade) > kMaxGrade) {
    throw gold::RowError(fmt::format("the grade {} is beyond {}", text, kMaxGrade));
  }
  return static_cast<int>(*grade);
}

}  // namespace

Qrels read_qrels(const std::filesystem::path& path) {
  Qrels qrels;
  qrels.path = path.string();
  qrels.problems = gold::for_each_row(
      path, {"topic", "iteration", "document", "grade"},
      [&](const gold::Row& row) {
        const int grade = parse_grade(row.columns[3]);
        auto& judgements = qrels.topics[std::string{row.columns[0]}];
        const auto [judged, is_new] = judgements.try_emplace(std::string{row.columns[2]}, grade);
        if (!is_new) {
          throw gold::RowError(fmt::format("document {} of topic {} is judged already, as {}",
                                           row.columns[2], row.columns[0], judged->second));
        }
      },
      gold::Separator::blanks);
  return qrels;
}

}  // namespace dateline
