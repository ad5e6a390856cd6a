// Rows of an article, each looked at when it is read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <iterator>
#include <span>

#include "index/row_checks.h"

namespace dateline {

/// Refuses a row that nobody can have written. @throws IndexError (missing), naming the segment.
[[noreturn]] void fail_for_row(const std::filesystem::path& segment);

/// The rows of one article in a column of its segment. Whatever reads one may rely on that its
/// spans lie in the article's text, its enumerations have a name, and its days can be days: rows of
/// a damaged index throw IndexError (missing) when they are read. Some instructions a row: far less
/// than what is done with it. References live as long as the segment.
template <typename Row>
class CheckedRows {
 public:
  /// @param text_bytes the size of the article's text. `segment` is for messages, and must outlive
  ///        it.
  CheckedRows(std::span<const Row> rows, std::uint64_t text_bytes,
              const std::filesystem::path& segment) noexcept
      : rows_(rows), text_bytes_(text_bytes), segment_(&segment) {}

  class Iterator {
   public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = Row;
    using difference_type = std::ptrdiff_t;
    using pointer = const Row*;
    using reference = const Row&;

    Iterator() = default;
    Iterator(const CheckedRows& rows, std::size_t i) noexcept : rows_(&rows), i_(i) {}
    [[nodiscard]] const Row& operator*() const { return (*rows_)[i_]; }
    [[nodiscard]] const Row* operator->() const { return &(*rows_)[i_]; }
    Iterator& operator++() noexcept {
      ++i_;
      return *this;
    }
    Iterator operator++(int) noexcept { return {*rows_, i_++}; }
    friend bool operator==(Iterator a, Iterator b) noexcept { return a.i_ == b.i_; }

   private:
    const CheckedRows* rows_ = nullptr;
    std::size_t i_ = 0;
  };

  [[nodiscard]] std::size_t size() const noexcept { return rows_.size(); }
  [[nodiscard]] bool empty() const noexcept { return rows_.empty(); }
  /// Requires i < size(). @throws IndexError (missing).
  [[nodiscard]] const Row& operator[](std::size_t i) const {
    const Row& row = rows_[i];
    if (!is_sound(row, text_bytes_)) [[unlikely]]
      fail_for_row(*segment_);
    return row;
  }
  /// Iterators live no longer than this object.
  [[nodiscard]] Iterator begin() const noexcept { return {*this, 0}; }
  [[nodiscard]] Iterator end() const noexcept { return {*this, rows_.size()}; }

 private:
  std::span<const Row> rows_;
  std::uint64_t text_bytes_;
  const std::filesystem::path* segment_;
};

}  // namespace dateline
