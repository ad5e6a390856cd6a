// The pages of articles in a segment's columns.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "index/columns.h"

namespace dateline {

/// The pages of a segment's articles. Keeps only what has pages: a segment without any pays
/// nothing. Views live as long as the columns.
class PageColumns {
 public:
  PageColumns() = default;
  /// The columns `<name>.article`, `<name>.starts.offsets` and `<name>.starts.values`; without the
  /// first there are no pages. @throws IndexError (missing) when they are misshapen, or only some
  /// are there.
  PageColumns(const Columns& columns, std::string_view name);

  /// Where each page of an article begins; empty where it has none. Logarithmic.
  [[nodiscard]] std::span<const std::uint32_t> starts(std::uint32_t article) const noexcept;
  /// Whether they can belong to so many articles.
  [[nodiscard]] bool fit(std::size_t articles) const noexcept;

 private:
  std::span<const std::uint32_t> articles_;  // those with pages, ascending
  std::span<const std::uint32_t> offsets_;
  std::span<const std::uint32_t> values_;
};

/// Collects the pages of articles.
class PageColumnsBuilder {
 public:
  /// `article` must be above those added before. Nothing is kept of one without pages.
  void add(std::uint32_t article, std::span<const std::uint32_t> page_starts);
  /// Adds the columns, but none where no article has pages.
  void write(std::string_view name, ColumnWriter& columns) const;

 private:
  std::vector<std::uint32_t> articles_;
  std::vector<std::uint32_t> offsets_{0};
  std::vector<std::uint32_t> values_;
};

}  // namespace dateline
