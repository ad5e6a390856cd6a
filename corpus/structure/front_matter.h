// Metadata at the head of a text file.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "language/date_interval.h"
#include "language/dates/date_finder.h"

namespace dateline {

/// What stands between "---" lines at the very start of a text (behind a BOM, if there is one), in
/// the part of YAML that people use there: `key: value`, quotes of both kinds, `[a, b]`, lists of
/// "- a" lines, folded values (`>`, `|` and indented lines), comments. Keys in any case: title;
/// author, authors; published, date; id; language, lang. Other keys are passed over, with all that
/// is indented under them.
struct FrontMatter {
  struct Problem {
    std::size_t line = 0;  ///< 1-based, in the file
    std::string message;
  };

  std::optional<std::string> title;
  std::vector<std::string> authors;
  std::optional<DateInterval> published;
  std::optional<std::string> id;
  std::optional<std::string> language;
  std::vector<Problem> problems;  ///< lines that were not understood, and so left out
};

/// Front matter is sought in so many bytes at most; what does not close there is text.
inline constexpr std::size_t kMaxFrontMatterBytes = std::size_t{64} << 10;

/// Where the text proper begins: behind BOM and front matter (its closing line "---" or "..."
/// included).
[[nodiscard]] std::size_t front_matter_end(std::string_view text) noexcept;

/// Reads the front matter of `text`; empty when there is none. Never throws on any text.
[[nodiscard]] FrontMatter read_front_matter(std::string_view text, const DateFinder& dates);

}  // namespace dateline
