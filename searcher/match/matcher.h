// Which documents match: exactly, as a set.
#pragma once

#include <string_view>
#include <vector>

#include "index/bitmap.h"
#include "index/segment.h"
#include "language/words/analyzer.h"
#include "searcher/match/condition.h"
#include "searcher/match/posting_lists.h"
#include "searcher/match/segment_sets.h"

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
      : segment_(segment), sets_(segment, lists), analyzer_(analyzer) {}

  /// Removed documents are never in the set. @throws IndexError for a damaged database.
  [[nodiscard]] Bitmap match(const Condition& condition, DocumentKind kind);
  /// Everything in force.
  [[nodiscard]] const Bitmap& all(DocumentKind kind) const noexcept { return segment_.live(kind); }

 private:
  [[nodiscard]] Bitmap evaluate(const Condition& condition, DocumentKind kind);
  [[nodiscard]] Bitmap all_of(const std::vector<Condition>& children, DocumentKind kind);
  [[nodiscard]] Bitmap any_of(const std::vector<Condition>& children, DocumentKind kind);
  [[nodiscard]] Bitmap excluded(const Condition& child, DocumentKind kind);
  [[nodiscard]] Bitmap text(const TextCondition& text, DocumentKind kind);
  [[nodiscard]] Bitmap text_of_articles(const TextCondition& text);
  [[nodiscard]] Bitmap text_of_events(const TextCondition& text);
  [[nodiscard]] Bitmap with_longer_names(const TextCondition& text, DocumentKind kind);
  [[nodiscard]] Bitmap candidates(const TextCondition& text, std::string_view prefix,
                                  DocumentKind kind);

  const Segment& segment_;
  SegmentSets sets_;
  Analyzer& analyzer_;
};

}  // namespace dateline
