// When a text appeared, from what its first lines say.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/article.h"
#include "corpus/structure/layout.h"
#include "corpus/structure/outline.h"
#include "language/date_interval.h"
#include "language/dates/date_finder.h"

namespace dateline {

/// So many units below title and byline may tell when a text appeared, before the first that is
/// running text; a line that is labelled ("Date: …") may stand among so many lines.
inline constexpr std::size_t kMaxUnitsOfHead = 6;
inline constexpr std::size_t kMaxLabelledLines = 60;

/// When a text appeared, and what says so.
struct Publication {
  DateInterval days;
  Source source = Source::unknown;
  std::string words;  ///< as written
  /// Who wrote the text, where a date line says so: "Posted by Ann Poe on May 3, 2021", "Ann Poe |
  /// 3 May 2021".
  std::vector<Author> authors = {};
};

/// What the first units behind the front part say:
/// - a line that is nothing but a day or a month of a year, perhaps with "Updated", a place, an
///   hour, who wrote the text ("Washington, D.C., 3 May 2021"): its unit becomes UnitRole::date_line;
/// - a line that begins with "Date:";
/// - the dateline of a report ("GENEVA, 3 May 2021 (Agency) –"), which is cut off the paragraph
///   that it opens: it becomes a unit of its own, of the same role.
/// A date that stands above entries of a chronology, or opens one, says nothing.
/// @param first the first unit behind the front part.
[[nodiscard]] std::optional<Publication> publication_in_head(std::string_view text, Layout& layout,
                                                             Outline& outline, std::size_t first,
                                                             const DateFinder& dates);

/// What the lines of the front part say but the title's first: "By Ann Poe, May 3, 2021".
/// @param title the unit of the title. @param end the first unit behind the front part.
[[nodiscard]] std::optional<Publication> publication_in_front(std::string_view text,
                                                              const Layout& layout,
                                                              std::size_t title, std::size_t end,
                                                              const DateFinder& dates);

/// What a title says of it: a day that stands by itself at one of its ends ("Debates, 27 February
/// 2025"; not "The attack of 11 September 2001"), or in a title that calls itself a record.
[[nodiscard]] std::optional<Publication> publication_in_title(std::string_view title,
                                                              const DateFinder& dates);

/// The day or month that a line is, and nothing else beside the words of a date line.
[[nodiscard]] std::optional<DateInterval> date_of_line(std::string_view line,
                                                       const DateFinder& dates);

/// The value of a line "Label: value" among the first lines of the text whose label is `label`, in
/// any case; empty when there is none.
[[nodiscard]] std::string_view labelled_line(std::string_view text, const Layout& layout,
                                             std::string_view label);

}  // namespace dateline
