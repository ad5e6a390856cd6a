// The head of an article: its title and byline.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/article.h"
#include "corpus/structure/layout.h"
#include "language/dates/date_finder.h"

namespace dateline {

/// A title is at most so many lines, each of at most so many bytes; without a byline below it, at
/// most three lines.
inline constexpr std::size_t kMaxTitleLines = 6;
inline constexpr std::size_t kMaxTitleLineBytes = 200;

/// What stands before an article's prose.
struct FrontPart {
  std::size_t next_unit = 0;  ///< the first unit that is no part of it
  std::optional<Block> title;
  std::string title_text;  ///< lines joined by one space
  std::optional<Block> byline;
  std::vector<Author> authors;
  std::vector<Block> letterhead;  ///< what stands before the title of a release
};

/// Finds title and byline in the first units of `layout`; cuts units in which they stand without a
/// blank line between.
/// - Everything before a byline is the title, if it looks so. A byline begins with "by"; without
///   it, it must say what the author is ("Ann Poe, Senior Fellow"; an office on the next line), be
///   a name known from metadata, or names above a date, an office or the abstract.
/// - A title ends above a line that is a date. What stands before "For immediate release" and that
///   line are no title, but who released it.
/// - Without a byline the first unit is the title if it is marked as a heading, or looks like one
///   and text follows; a title known from metadata must then be the same.
/// @param known title, authors and period from front matter or metadata.
[[nodiscard]] FrontPart find_front_part(std::string_view text, Layout& layout, Marks marks,
                                        const Article& known, const DateFinder& dates);

}  // namespace dateline
