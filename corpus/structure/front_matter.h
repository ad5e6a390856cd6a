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

/// What stands between "---" lines (YAML) or "+++" lines (TOML) at the very start of a text (behind
/// a BOM, if there is one). Keys in any case, with or without `_` and `-`: title, headline; author,
/// authors, by, byline, creator; published, pubDate, publishDate, datePublished, …, else date, else
/// created, else updated, lastmod, modified; id; language, lang, locale. Authors may be a text, a
/// list or maps with a `name`; dates may be maps of such keys. Other keys are passed over; in maps
/// that site generators keep for their own (`params`, `extra`, …) the same keys count, if nothing
/// outside of them does.
struct FrontMatter {
  struct Problem {
    std::size_t line = 0;  ///< 1-based, in the file
    std::string message;
  };

  std::optional<std::string> title;
  std::vector<std::string> authors;
  std::optional<DateInterval> published;
  std::string published_words;  ///< as written: "2022-05-04 12:00:00 +0800"
  std::optional<std::string> id;
  std::optional<std::string> language;
  std::vector<Problem> problems;  ///< what was not understood, and so left out: one for all
};

/// Front matter is sought in so many bytes at most; what does not close there is text.
inline constexpr std::size_t kMaxFrontMatterBytes = std::size_t{64} << 10;

/// Where the text proper begins: behind BOM and front matter (its closing line "---", "..." or
/// "+++" included).
[[nodiscard]] std::size_t front_matter_end(std::string_view text);

/// Reads the front matter of `text`, or its title block (title_block.h); empty when there is none.
/// Never throws on any text. YAML that is malformed is read entry by entry, so that what is sound
/// counts.
[[nodiscard]] FrontMatter read_front_matter(std::string_view text, const DateFinder& dates);

}  // namespace dateline
