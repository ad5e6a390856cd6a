// Columns of lists: for each ordinal, a run of values.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace dateline {

/// A column of lists, read in place. Views live as long as the columns.
template <typename T>
class ListColumn {
 public:
  ListColumn() = default;
  ListColumn(std::span<const std::uint32_t> offsets, std::span<const T> values) noexcept
      : offsets_(offsets), values_(values) {}
  /// The values of one ordinal; empty for an ordinal out of range, in a damaged column, and in one
  /// that a segment lacks.
  [[nodiscard]] std::span<const T> operator[](std::uint32_t ordinal) const noexcept {
    if (std::size_t{ordinal} + 1 >= offsets_.size()) return {};
    const auto begin = offsets_[ordinal];
    const auto end = offsets_[ordinal + 1];
    if (begin > end || end > values_.size()) return {};
    return values_.subspan(begin, end - begin);
  }
  /// Those of all ordinals, end to end.
  [[nodiscard]] std::span<const T> values() const noexcept { return values_; }
  /// Whether the segment lacks it.
  [[nodiscard]] bool is_absent() const noexcept { return offsets_.empty(); }
  /// For how many ordinals it has lists.
  [[nodiscard]] std::size_t size() const noexcept { return is_absent() ? 0 : offsets_.size() - 1; }

 private:
  std::span<const std::uint32_t> offsets_;
  std::span<const T> values_;
};

/// A column of lists while it grows.
template <typename T>
struct ListBuilder {
  std::vector<std::uint32_t> offsets{0};
  std::vector<T> values;

  /// Sorts what was added since the last list, and leaves each value once.
  void end_sorted_list() {
    const auto begin = values.begin() + static_cast<std::ptrdiff_t>(offsets.back());
    std::sort(begin, values.end());
    values.erase(std::unique(begin, values.end()), values.end());
    end_list();
  }
  /// Adds a whole list: anything with begin() and end().
  template <typename List>
  void add_list(const List& list) {
    values.insert(values.end(), list.begin(), list.end());
    end_list();
  }
  void end_list() { offsets.push_back(static_cast<std::uint32_t>(values.size())); }
};

}  // namespace dateline
