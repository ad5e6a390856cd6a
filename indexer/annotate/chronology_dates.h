// Which dates rule the blocks of a chronology, going down an article.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "corpus/article.h"
#include "corpus/structure/entry_head.h"
#include "indexer/annotate/event_builder.h"
#include "language/dates/date_finder.h"

namespace dateline {

/// Follows the years, months and days that stand above entries, and the heads of these: an entry
/// without a year has that of the date above it, else follows the entry before it, else lies in the
/// article's period; one without a date has the day above it, or that of the entry before it.
class ChronologyDates {
 public:
  /// `article` must outlive it. Where its period is unknown, a year or a shorter time in its title
  /// stands in for it.
  ChronologyDates(const Article& article, const DateFinder& dates);

  /// What the next block's dates are read in; for an entry, see also dated() and own_head().
  [[nodiscard]] DateContext context_of(const Block& block);
  /// The date of the entry that context_of() was asked for last, where its first date is not its
  /// head as find_entry_head knows it.
  [[nodiscard]] const std::optional<EntryDate>& dated() const noexcept { return dated_; }
  /// The date that opens that entry, or that the block is: a mention that no finder finds. Its span
  /// is in the article's text.
  [[nodiscard]] const std::optional<DateMention>& written() const noexcept { return written_; }
  /// Where the text of that entry begins, behind such a date.
  [[nodiscard]] std::uint32_t text_begin() const noexcept { return text_begin_; }
  /// Notes the date of the event that came of an entry.
  void entry_was(const DateInterval& days) { previous_head_ = days; }

 private:
  [[nodiscard]] DateContext anchored() const;
  void read_date_above(const Block& block);
  void read_entry(const Block& block, DateContext& context);
  void read_heading(const Block& block);

  const Article& article_;
  const DateFinder& dates_;
  std::optional<DateInterval> own_period_;  // of the title or the chronology's heading
  std::optional<DateInterval> year_;        // above the entries: it is none, or a year or longer
  std::optional<DateInterval> period_;      // above them, the nearest: a month, a year
  std::optional<EntryDate> day_;            // above them, or of the entry before
  std::optional<DateInterval> previous_head_;
  std::optional<EntryDate> dated_;
  std::optional<DateMention> written_;
  std::uint32_t text_begin_ = 0;
};

}  // namespace dateline
