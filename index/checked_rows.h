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
    Iterator(const Row* at, std::uint64_t text_bytes, const std::filesystem::path* segment) noexcept
        : at_(at), text_bytes_(text_bytes), segment_(segment) {}
    [[nodiscard]] const Row& operator*() const {
      if (!is_sound(*at_, text_bytes_)) [[unlikely]]
        fail_for_row(*segment_);
      return *at_;
    }
    [[nodiscard]] const Row* operator->() const { return &**this; }
    Iterator& operator++() noexcept {
      ++at_;
      return *this;
    }
    Iterator operator++(int) noexcept { return {at_++, text_bytes_, segment_}; }
    friend bool operator==(const Iterator& a, const Iterator& b) noexcept { return a.at_ == b.at_; }

   private:
    const Row* at_ = nullptr;
    std::uint64_t text_bytes_ = 0;
    const std::filesystem::path* segment_ = nullptr;
  };

  [[nodiscard]] std::size_t size() const noexcept { return rows_.size(); }
  [[nodiscard]] bool empty() const noexcept { return rows_.empty(); }
  /// Requires i < size(). @throws IndexError (missing).
  [[nodiscard]] const Row& operator[](std::size_t i) const { return *iterator(i); }
  /// Iterators live as long as the segment.
  [[nodiscard]] Iterator begin() const noexcept { return iterator(0); }
  [[nodiscard]] Iterator end() const noexcept { return iterator(rows_.size()); }

 private:
  [[nodiscard]] Iterator iterator(std::size_t i) const noexcept {
    return {rows_.data() + i, text_bytes_, segment_};
  }

  std::span<const Row> rows_;
  std::uint64_t text_bytes_;
  const std::filesystem::path* segment_;
};

}  // namespace dateline
