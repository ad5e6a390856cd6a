// A labelled article: every mention of it, by its bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "evaluation/row_problem.h"
#include "language/span.h"

namespace dateline {

/// Something that a reader has marked in an article.
struct Label {
  std::size_t line = 0;   ///< of its file, 1-based
  Span span;              ///< bytes of the article
  std::string text;       ///< the words as the label has them; empty where it has none
  std::string value;      ///< an interval, codes, or for events both: "2001-01-24/2001-01-24 CN,RU"
  bool doubtful = false;  ///< its reader was not sure
};

/// The labels of one file, in order of the text.
struct Labels {
  std::string path;
  std::vector<Label> rows;
};

/// A directory of labels for one article. A file that is missing or unusable is a problem, and its
/// kind is unset.
struct GoldArticle {
  std::optional<std::uint64_t> size_bytes;  ///< of the article that was labelled
  std::optional<Labels> dates;
  std::optional<Labels> countries;
  std::optional<Labels> events;  ///< the chronology's entries
  std::vector<RowProblem> problems;
};

/// Reads `article-structure.json` (of which the article's `size_bytes` is used), and
///
///     article-dates.tsv      begin ⇥ end ⇥ text ⇥ first/last ⇥ origin ⇥ precision;flags;class
///     article-countries.tsv  begin ⇥ end ⇥ text ⇥ codes
///     article-events.tsv     number ⇥ begin ⇥ end ⇥ first/last ⇥ codes ⇥ words
///
/// Offsets are bytes of the article as it stands, ends not included. `doubtful` among a date's
/// flags marks what its reader was not sure of. Never throws for what is in the directory.
[[nodiscard]] GoldArticle read_gold_article(const std::filesystem::path& directory);

/// Takes labels out that do not stand in `text` where they say they do (white space aside), as
/// problems.
void drop_misplaced_labels(std::string_view text, GoldArticle& gold);

}  // namespace dateline
