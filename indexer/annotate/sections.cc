#include "indexer/annotate/sections.h"

#include <algorithm>
#include <array>
#include <string>

#include "language/ascii.h"

namespace dateline {
namespace {

constexpr std::array<std::string_view, 12> kSources{"bibliography",
                                                    "citations",
                                                    "endnotes",
                                                    "further reading",
                                                    "literature",
                                                    "notes",
                                                    "references",
                                                    "sources",
                                                    "works cited",
                                                    "footnotes",
                                                    "select bibliography",
                                                    "notes and references"};

// The level of a heading: the number signs before its words, 1 where it has none.
std::size_t level_of(std::string_view text, const Block& heading) {
  const auto marks = text.substr(heading.span.begin, heading.content.begin - heading.span.begin);
  const auto count = static_cast<std::size_t>(std::count(marks.begin(), marks.end(), '#'));
  return std::max<std::size_t>(count, 1);
}

bool is_heading(BlockKind kind) noexcept {
  return kind == BlockKind::title || kind == BlockKind::heading ||
         kind == BlockKind::chronology_heading;
}

}  // namespace

bool announces_references(std::string_view heading) {
  std::string lower;
  for (const char c : heading) {
    if (is_ascii_letter(c) || c == ' ') lower += ascii_lower(c);
  }
  while (!lower.empty() && lower.back() == ' ') lower.pop_back();
  lower.erase(0, std::min(lower.find_first_not_of(' '), lower.size()));
  return std::find(kSources.begin(), kSources.end(), lower) != kSources.end();
}

Sections::Sections(const Article& article) : text_(article.text) {
  thread_.looks_back = looks_back(article.text, article.published);
}

// A year that a heading gave ends with its section; one of the running text is carried on.
void Sections::begin_section(const Block& heading) {
  in_references_ = announces_references(heading.content.of(text_));
  const bool ended =
      thread_.year && thread_.year->in_heading && level_of(text_, heading) <= year_level_;
  if (ended) thread_.year.reset();
}

void Sections::go_to(const Block& block) {
  thread_.is_heading = is_heading(block.kind);
  thread_.is_item = block.kind == BlockKind::chronology_entry ||
                    (block.kind == BlockKind::paragraph && block.content.begin != block.span.begin);
  if (thread_.is_heading) begin_section(block);
}

void Sections::leave(const Block& block) {
  if (!thread_.is_heading || !thread_.year || !thread_.year->in_heading ||
      !thread_.year->words.empty()) {
    return;
  }
  thread_.year->words = block.content;
  year_level_ = level_of(text_, block);
}

}  // namespace dateline
