// Which documents match: exactly, as a set.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "index/bitmap.h"
#include "index/segment.h"
#include "language/words/analyzer.h"
#include "searcher/match/condition.h"
#include "searcher/match/posting_lists.h"

namespace dateline {

/// Finds the documents of one segment for which a condition holds. The set is exact: phrases are
/// verified in the token streams, dates in the columns. Whatever counts, lists or ranks hits starts
/// from this set, so that they agree.
///
/// Events inherit from their article: `title`, `author` and `published` hold for an event when they
/// hold for its article; `heading` when its own section's heading has the word. `about` holds for
/// the events of an article that is about them; `date`, `country`, `region`, `pair`, `organization`
/// and `origin` look at the event itself. On articles, `date` and `country` may hold anywhere in
/// the text, and `origin` asks for any such event.
///
/// For one thread. Cost: the lengths of the posting lists, plus the token streams of phrase
/// candidates.
class Matcher {
 public:
  /// All must outlive it; `lists` are the segment's.
  Matcher(const Segment& segment, PostingLists& lists, Analyzer& analyzer)
      : segment_(segment), lists_(lists), analyzer_(analyzer) {}

  /// Removed documents are never in the set. @throws Xapian::Error for a damaged database.
  [[nodiscard]] Bitmap match(const Condition& condition, DocumentKind kind);
  /// Everything in force.
  [[nodiscard]] const Bitmap& all(DocumentKind kind) const noexcept { return segment_.live(kind); }

 private:
  [[nodiscard]] Bitmap evaluate(const Condition& condition, DocumentKind kind);
  [[nodiscard]] Bitmap combine(const Condition& condition, DocumentKind kind);
  [[nodiscard]] Bitmap text(const Condition& condition, DocumentKind kind);
  [[nodiscard]] Bitmap text_of_articles(const Condition& condition);
  [[nodiscard]] Bitmap text_of_events(const Condition& condition);
  [[nodiscard]] Bitmap countries(const Condition& condition, std::string_view prefix,
                                 DocumentKind kind);
  [[nodiscard]] Bitmap about(const Condition& condition, DocumentKind kind);
  [[nodiscard]] Bitmap pair(const Condition& condition, DocumentKind kind);
  [[nodiscard]] Bitmap organization(const Condition& condition, DocumentKind kind);
  [[nodiscard]] Bitmap id(const std::string& id, DocumentKind kind);
  [[nodiscard]] Bitmap dates(const Condition& condition, DocumentKind kind);
  [[nodiscard]] Bitmap dates_of_articles(const Condition& condition);
  [[nodiscard]] Bitmap published(DayRange days, DocumentKind kind);
  [[nodiscard]] Bitmap origin(EventOrigin origin, DocumentKind kind);

  [[nodiscard]] Bitmap postings(const std::string& term, DocumentKind kind);
  void add_postings(const std::string& term, DocumentKind kind, Bitmap& into);
  [[nodiscard]] Bitmap candidates(const Condition& condition, std::string_view prefix,
                                  DocumentKind kind);
  [[nodiscard]] Bitmap events_of(const Bitmap& articles) const;

  [[nodiscard]] const std::vector<DayRange>& days_of_blocks();

  const Segment& segment_;
  std::vector<DayRange> days_of_blocks_;  // of each 64 events: their first day and their last
  PostingLists& lists_;
  Analyzer& analyzer_;
};

}  // namespace dateline
