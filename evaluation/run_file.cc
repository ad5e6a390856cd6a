#include "evaluation/run_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <unordered_map>
#include <utility>

#include "evaluation/gold_table.h"
#include "evaluation/numbers.h"
#include "language/utf8.h"
#include "searcher/query/query_characters.h"

namespace dateline {
namespace {

bool is_better(const RankedDocument& a, const RankedDocument& b) noexcept {
  return a.score != b.score ? a.score > b.score : a.id < b.id;
}

double parse_score(std::string_view text) {
  const auto score = parse_number<double>(text);
  if (score && std::isfinite(*score)) return *score;
  throw gold::RowError(fmt::format("the score '{}' is no number", text));
}

/// Takes in the rows of a run.
class RunReader {
 public:
  explicit RunReader(Run& run) : run_(run) {}

  void add(const gold::Row& row) {
    const double score = parse_score(row.columns[4]);
    const std::string topic{row.columns[0]};
    const std::string document{row.columns[2]};
    auto& ranking = run_.topics[topic];
    const auto [place, is_new] = places_[topic].try_emplace(document, ranking.size());
    if (is_new) {
      ranking.push_back({document, score});
      return;
    }
    auto& best = ranking[place->second].score;
    best = std::max(best, score);
    throw gold::RowError(fmt::format(
        "document {} has a place under topic {} already; the better one counts", document, topic));
  }

 private:
  Run& run_;
  std::unordered_map<std::string, std::unordered_map<std::string, std::size_t>> places_;
};

}  // namespace

std::string run_id(std::string_view id) {
  std::string written;
  for (std::size_t i = 0; i < id.size();) {
    const std::size_t begin = i;
    const bool is_blank = is_query_blank(next_code_point(id, i));
    for (const char byte : id.substr(begin, i - begin)) {
      if (is_blank) {
        fmt::format_to(std::back_inserter(written), "%{:02X}", static_cast<unsigned char>(byte));
      } else {
        written += byte;
      }
    }
  }
  return written;
}

void add_ranked(Ranking& ranking, std::string_view id, double score) {
  auto own = static_cast<float>(score);
  if (!ranking.empty()) {
    constexpr auto kLowest = -std::numeric_limits<float>::infinity();
    own = std::min(own, std::nextafter(static_cast<float>(ranking.back().score), kLowest));
  }
  ranking.push_back({run_id(id), own});
}

std::string run_text(const Run& run, std::string_view name) {
  std::string text;
  for (const auto& [topic, ranking] : run.topics) {
    std::size_t rank = 0;
    for (const auto& document : ranking) {
      fmt::format_to(std::back_inserter(text), "{} Q0 {} {} {} {}\n", topic, document.id, ++rank,
                     document.score, name);
    }
  }
  return text;
}

Run read_run(const std::filesystem::path& path) {
  Run run;
  run.path = path.string();
  RunReader reader(run);
  run.problems = gold::for_each_row(
      path, {"topic", "Q0", "document", "rank", "score", "name"},
      [&](const gold::Row& row) { reader.add(row); }, gold::Separator::blanks);
  for (auto& [topic, ranking] : run.topics) std::sort(ranking.begin(), ranking.end(), is_better);
  return run;
}

}  // namespace dateline
