// The documents of one segment as sets, by their terms and their columns.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "index/bitmap.h"
#include "index/segment.h"
#include "searcher/match/posting_lists.h"

namespace dateline {

/// The sets that matching combines. They hold a bit for each document of a kind, removed ones
/// included. For one thread. Functions that read postings throw IndexError for a damaged
/// database.
class SegmentSets {
 public:
  /// Both must outlive it; `lists` are the segment's.
  SegmentSets(const Segment& segment, PostingLists& lists) : segment_(segment), lists_(lists) {}

  [[nodiscard]] const Segment& segment() const noexcept { return segment_; }
  [[nodiscard]] PostingLists& lists() noexcept { return lists_; }

  [[nodiscard]] Bitmap none(DocumentKind kind) const { return Bitmap(segment_.count(kind)); }
  /// The documents that have a term.
  [[nodiscard]] Bitmap postings(const std::string& term, DocumentKind kind);
  void add_postings(const std::string& term, DocumentKind kind, Bitmap& into);
  /// The events of these articles.
  [[nodiscard]] Bitmap events_of(const Bitmap& articles) const;
  /// The articles themselves, or their events.
  [[nodiscard]] Bitmap inherited(Bitmap articles, DocumentKind kind) const {
    return kind == DocumentKind::article ? std::move(articles) : events_of(articles);
  }

  /// Of each kEventsOfABlock events, in order: their first day and their last. Cost, the first
  /// time: linear in the events.
  [[nodiscard]] const std::vector<DayRange>& days_of_blocks();
  static constexpr std::size_t kEventsOfABlock = 64;

 private:
  const Segment& segment_;
  PostingLists& lists_;
  std::vector<DayRange> days_of_blocks_;
};

}  // namespace dateline
