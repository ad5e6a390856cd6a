#include "index/pages.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <string_view>

namespace dateline {
namespace {

constexpr std::string_view kArticles = "paged.article";
constexpr std::string_view kOffsets = "paged.starts.offsets";
constexpr std::string_view kValues = "paged.starts.values";

// The page of a byte; 1 for what stands before the first.
std::uint32_t page_at(std::span<const std::uint32_t> page_starts, std::uint32_t offset) noexcept {
  const auto next = std::upper_bound(page_starts.begin(), page_starts.end(), offset);
  return std::max(1U, static_cast<std::uint32_t>(next - page_starts.begin()));
}

}  // namespace

PageRange pages_of(std::span<const std::uint32_t> page_starts, Span span) noexcept {
  if (page_starts.empty() || span.empty()) return {};
  return {page_at(page_starts, span.begin), page_at(page_starts, span.end - 1)};
}

std::string page_label(PageRange pages) {
  if (!pages.known()) return {};
  return pages.first == pages.last ? fmt::format("p. {}", pages.first)
                                   : fmt::format("pp. {}-{}", pages.first, pages.last);
}

PageColumns::PageColumns(const Columns& columns) {
  if (!columns.has(kArticles)) return;
  articles_ = columns.get<std::uint32_t>(kArticles);
  offsets_ = columns.get<std::uint32_t>(kOffsets);
  values_ = columns.get<std::uint32_t>(kValues);
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

void PageColumnsBuilder::write(ColumnWriter& columns) const {
  if (articles_.empty()) return;
  columns.add(kArticles, articles_);
  columns.add(kOffsets, offsets_);
  columns.add(kValues, values_);
}

}  // namespace dateline
