// What the elements of HTML mean for the text.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline {

/// What an element does to the text in it.
enum class HtmlElement : std::uint8_t {
  inline_text,  ///< nothing; elements that are not known, too
  block,        ///< stands by itself
  dropped,      ///< is no text of the article: script, nav, controls
  heading,
  list,
  item,
  term,
  definition,
  table,
  row,
  cell,
  line_end,
  raised,  ///< above the line: the mark of a note, or the ending of an ordinal
  preformatted,
  strong,
  article,  ///< article, main: holds the text that the page is about
  form,     ///< dropped, unless it holds most of the page
  header,   ///< dropped outside of an article, unless it has the first heading and no navigation
  root,
  title,
  meta,
  script,
  time,
};

/// Name (lower case) and value of each attribute; views of the parser's, for one call.
using HtmlAttributes = std::vector<std::pair<std::string_view, std::string_view>>;

/// What an element is for, as its class, its id or its role tells; the words are in
/// corpus/html/html_purposes.tsv.
enum class HtmlPurpose : std::uint8_t {
  none,
  furniture,       ///< no text of the article: cookie notices, share buttons, breadcrumbs
  furniture_part,  ///< the same, as a part of a name ("post-share")
  notes,           ///< footnotes, endnotes
  sources,         ///< a list of what is cited
};

/// @param name in lower case.
[[nodiscard]] HtmlElement html_element(std::string_view name) noexcept;

/// The attribute's value; empty when it is absent.
[[nodiscard]] std::string_view attribute(const HtmlAttributes& attributes,
                                         std::string_view name) noexcept;

/// The first of its names that is known tells.
[[nodiscard]] HtmlPurpose html_purpose(const HtmlAttributes& attributes);

/// Whether the element holds who wrote the page: rel or itemprop say "author", or its class does in
/// one of the usual ways ("byline", "entry-author").
[[nodiscard]] bool names_author(const HtmlAttributes& attributes);

/// Whether the element is not shown (hidden, aria-hidden, display:none, visibility:hidden), or its
/// role is one that elements have that are dropped (navigation, banner, …).
[[nodiscard]] bool is_hidden(const HtmlAttributes& attributes);

}  // namespace dateline
