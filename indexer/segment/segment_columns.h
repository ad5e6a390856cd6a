// The columns of a segment while it is written.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "index/columns.h"
#include "index/pages.h"
#include "index/rows.h"

namespace dateline {

/// A list column while it grows.
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
  void add_list(const std::basic_string<T>& list) {
    values.insert(values.end(), list.begin(), list.end());
    end_list();
  }
  void end_list() { offsets.push_back(static_cast<std::uint32_t>(values.size())); }
  /// Gives it away: a copy of everything would be half of the memory that a merge takes.
  void write(const std::string& name, ColumnWriter& columns) {
    columns.add(name + ".offsets", offsets);
    columns.add(name + ".values", values);
    *this = {};
  }
};

/// What a segment holds of fixed width, but for dictionaries and posting lists: schema.h.
struct SegmentColumns {
  std::vector<std::uint64_t> text_offsets{0};
  std::vector<std::uint64_t> token_offsets{0};
  std::vector<std::uint64_t> meta_offsets{0};
  std::string meta;
  ListBuilder<char> ids;
  ListBuilder<char> titles;
  std::vector<std::uint32_t> article_lengths;
  std::vector<DayRange> published;
  std::vector<std::uint16_t> article_extractor;
  std::vector<std::uint32_t> article_events{0};
  ListBuilder<BlockRow> blocks;
  ListBuilder<MentionRow> mentions;
  ListBuilder<std::uint16_t> article_countries;
  ListBuilder<std::uint16_t> article_about;
  ListBuilder<std::uint16_t> article_organizations;
  ListBuilder<std::uint32_t> article_authors;
  ListBuilder<DateRow> article_dates;
  PageColumnsBuilder pages;
  std::vector<std::uint32_t> event_article;
  std::vector<DayRange> event_days;
  std::vector<Precision> event_precisions;
  std::vector<EventOrigin> event_origins;
  std::vector<std::uint32_t> event_lengths;
  std::vector<EventRow> event_rows;
  ListBuilder<std::uint16_t> event_countries;
  ListBuilder<std::uint16_t> event_organizations;

  /// Gives all away but what entry and counts are told from.
  void write(ColumnWriter& columns);
};

}  // namespace dateline
