// Where the entries of a chronology begin.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "corpus/structure/entry_head.h"
#include "language/date_interval.h"
#include "language/dates/date_finder.h"

namespace dateline {

/// A heading that announces a chronology is no longer.
inline constexpr std::size_t kMaxChronologyHeadingBytes = 200;
/// So many dated entries at the end of an article are a chronology without a heading.
inline constexpr std::size_t kMinUnannouncedEntries = 3;

/// Whether the text has "chronology", "timeline" or what says the same ("key dates", "sequence of
/// events") as words, in any case.
[[nodiscard]] bool names_chronology(std::string_view text) noexcept;

/// Recognises the lines that begin an entry ("Feb. 19-22, 2001: …"), going down a chronology: a
/// head without a year follows the one before it.
class EntryHeads {
 public:
  /// @param published the article's period. Heads are recognised without it, too; only the year
  /// that they mean stays open, and nobody asks for it here.
  explicit EntryHeads(std::optional<DateInterval> published, HeadStyle style = HeadStyle::strict);

  /// Whether `line`, the rest of a text from the start of a line, begins an entry. Remembers its
  /// date for the next.
  [[nodiscard]] bool take(std::string_view line);
  /// The same, without remembering.
  [[nodiscard]] bool at(std::string_view line) const;
  /// The date that opens `line`, as at().
  [[nodiscard]] std::optional<DateMention> head(std::string_view line) const;
  /// Whether `text`, with a colon behind it, would begin an entry. It has none itself.
  [[nodiscard]] bool is_date(std::string_view text) const;
  /// The date that `text` is and nothing else; a year need not be written.
  [[nodiscard]] std::optional<DateMention> lone(std::string_view text) const;
  /// Begins another chronology.
  void restart() noexcept { previous_.reset(); }

 private:
  [[nodiscard]] DateContext context() const;

  DateInterval anchor_;
  HeadStyle style_;
  std::optional<DateInterval> previous_;
};

}  // namespace dateline
