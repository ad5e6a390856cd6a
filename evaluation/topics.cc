#include "evaluation/topics.h"

#include <fmt/format.h>

#include <unordered_map>

#include "evaluation/gold_table.h"
#include "evaluation/run_file.h"
#include "searcher/query/query_characters.h"

namespace dateline {

Topics read_topics(const std::filesystem::path& path) {
  Topics topics;
  topics.path = path.string();
  std::unordered_map<std::string, std::size_t> lines;
  topics.problems = gold::for_each_row(path, {"id", "text"}, [&](const gold::Row& row) {
    Topic topic{row.line, run_id(row.columns[0]), std::string{row.columns[1]}};
    if (topic.id.empty()) throw gold::RowError("the topic has no id");
    if (!has_word(topic.text)) {
      throw gold::RowError(fmt::format("topic {} has no words", topic.id));
    }
    const auto [first, is_new] = lines.try_emplace(topic.id, row.line);
    if (!is_new) {
      throw gold::RowError(fmt::format("topic {} is on line {} already", topic.id, first->second));
    }
    topics.rows.push_back(std::move(topic));
  });
  return topics;
}

}  // namespace dateline
