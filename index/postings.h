// Posting lists in a segment's columns: which events have a term.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "index/columns.h"
#include "index/varint.h"

namespace dateline {

/// Collects posting lists while a segment is being written.
class PostingsBuilder {
 public:
  /// Requires that a term's documents come in ascending order, each once, and a frequency of 1 or
  /// more.
  void add(std::uint32_t term, std::uint32_t document, std::uint32_t frequency);
  /// Adds the columns `<name>.offsets`, `<name>.counts` and `<name>.bytes`, for terms numbered
  /// below `terms`.
  void write(std::string_view name, std::uint32_t terms, ColumnWriter& columns) const;

 private:
  struct List {
    std::string bytes;
    std::uint32_t next = 0;  // the smallest document that may follow
    std::uint32_t count = 0;
  };
  std::vector<List> lists_;
};

/// Posting lists in a segment's columns; reads in place. Views live as long as the columns. Safe
/// for many threads at once.
///
/// A posting is the distance from the one before it, doubled, as a number of variable length
/// (varint.h); odd when the frequency, likewise written, follows; even when it is 1.
class Postings {
 public:
  Postings() = default;
  /// @throws IndexError (missing) when its columns are absent or do not fit each other.
  Postings(const Columns& columns, std::string_view name);

  /// For how many terms there are lists.
  [[nodiscard]] std::size_t size() const noexcept { return counts_.size(); }
  /// Whether no term has more documents than `documents`.
  [[nodiscard]] bool count_at_most(std::size_t documents) const noexcept;
  /// How many documents have a term. Requires term < size().
  [[nodiscard]] std::uint32_t count(std::uint32_t term) const noexcept { return counts_[term]; }

  /// Calls `visit(document, frequency)` for each document of a term, ascending; where the bytes are
  /// damaged it ends early, and documents may be any. Requires term < size(). About 2 ns a posting.
  template <typename Visit>
  void for_each(std::uint32_t term, Visit visit) const {
    const auto bytes = bytes_of(term);
    const char* at = bytes.data();
    const char* const end = at + bytes.size();
    std::uint32_t next = 0;
    for (std::uint32_t left = counts_[term]; left > 0; --left) {
      std::uint64_t gap = 0;
      std::uint64_t frequency = 1;
      if (!read_varint(at, end, gap) || ((gap & 1U) != 0 && !read_varint(at, end, frequency)))
        return;
      const auto document = static_cast<std::uint32_t>(next + (gap >> 1U));
      visit(document, static_cast<std::uint32_t>(frequency));
      next = document + 1;
    }
  }

 private:
  [[nodiscard]] std::string_view bytes_of(std::uint32_t term) const noexcept;

  std::span<const std::uint64_t> offsets_;
  std::span<const std::uint32_t> counts_;
  std::string_view bytes_;
};

}  // namespace dateline
