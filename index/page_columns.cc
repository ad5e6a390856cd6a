#include "index/page_columns.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <string>

namespace dateline {
namespace {

// The names of the three columns.
struct Names {
  explicit Names(std::string_view name)
      : articles(fmt::format("{}.article", name)),
        offsets(fmt::format("{}.starts.offsets", name)),
        values(fmt::format("{}.starts.values", name)) {}

  std::string articles;
  std::string offsets;
  std::string values;
};

}  // namespace

PageColumns::PageColumns(const Columns& columns, std::string_view name) {
  const Names names(name);
  if (!columns.has(names.articles)) return;
  articles_ = columns.get<std::uint32_t>(names.articles);
  offsets_ = columns.get<std::uint32_t>(names.offsets);
  values_ = columns.get<std::uint32_t>(names.values);
}

std::span<const std::uint32_t> PageColumns::starts(std::uint32_t article) const noexcept {
  const auto found = std::lower_bound(articles_.begin(), articles_.end(), article);
  if (found == articles_.end() || *found != article) return {};
  const auto i = static_cast<std::size_t>(found - articles_.begin());
  return values_.subspan(offsets_[i], offsets_[i + 1] - offsets_[i]);
}

bool PageColumns::fit(std::size_t articles) const noexcept {
  if (articles_.empty()) return offsets_.empty() && values_.empty();
  const bool ascends = std::adjacent_find(articles_.begin(), articles_.end(),
                                          std::greater_equal<>{}) == articles_.end();
  return ascends && articles_.back() < articles && offsets_.size() == articles_.size() + 1 &&
         offsets_.front() == 0 && offsets_.back() == values_.size() &&
         std::is_sorted(offsets_.begin(), offsets_.end());
}

void PageColumnsBuilder::add(std::uint32_t article, std::span<const std::uint32_t> page_starts) {
  if (page_starts.empty()) return;
  articles_.push_back(article);
  values_.insert(values_.end(), page_starts.begin(), page_starts.end());
  offsets_.push_back(static_cast<std::uint32_t>(values_.size()));
}

void PageColumnsBuilder::write(std::string_view name, ColumnWriter& columns) const {
  if (articles_.empty()) return;
  const Names names(name);
  columns.add(names.articles, articles_);
  columns.add(names.offsets, offsets_);
  columns.add(names.values, values_);
}

}  // namespace dateline
