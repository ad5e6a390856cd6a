// Finds dates in prose and in chronology entries.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "language/dates/context.h"
#include "language/dates/thread.h"
#include "language/mention.h"

namespace dateline {

/// Finds every date expression of a text and says which days it means.
/// Immutable after construction; one object may serve many threads at once.
class DateFinder {
 public:
  DateFinder();

  /// Every date of `text`, in order, not overlapping. `text` is UTF-8, one paragraph, heading or
  /// entry, with its line breaks as they stand; spans count its bytes. A text that is not an entry
  /// but begins with a date and a colon is treated as prose. Never throws on any input; time and
  /// memory are linear in the text. What counts as a date and how it resolves: docs/extraction.md.
  [[nodiscard]] std::vector<DateMention> find(std::string_view text,
                                              const DateContext& context) const;
  /// The same for the next block of an article, with what `thread` carries from the blocks before
  /// it, and changes for those behind it.
  [[nodiscard]] std::vector<DateMention> find(std::string_view text, const DateContext& context,
                                              DateThread& thread) const;
};

/// The head of a chronology entry: the date at the very start of `text` that a colon follows
/// ("Feb. 19-22, 2001: …"). Markdown emphasis and list marks before it are passed over. A day with
/// its year may have a dash between spaces, or a full stop and a dash, instead ("June 4, 1999 – …",
/// "June 4, 1999.—…").
/// @return nullopt when the text does not begin so, or when the head cannot be resolved in
/// `context`.
[[nodiscard]] std::optional<DateMention> find_entry_head(std::string_view text,
                                                         const DateContext& context);

}  // namespace dateline
