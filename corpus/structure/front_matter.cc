#include "corpus/structure/front_matter.h"

#include <algorithm>
#include <utility>

#include "corpus/structure/byline.h"
#include "corpus/structure/language_tag.h"
#include "corpus/structure/line_shape.h"
#include "corpus/structure/period.h"
#include "language/utf8.h"

namespace dateline {
namespace {

constexpr std::string_view kBom = "\xEF\xBB\xBF";
constexpr std::string_view kFence = "---";

std::string_view without_line_end(std::string_view line) noexcept {
  return line.substr(0, line.find_last_not_of("\r \t") + 1);
}

// The next line, without its end; moves `offset` behind it.
std::string_view take_line(std::string_view text, std::size_t& offset) noexcept {
  const auto end = std::min(text.find('\n', offset), text.size());
  const auto line = text.substr(offset, end - offset);
  offset = std::min(end + 1, text.size());
  return without_line_end(line);
}

bool is_indented(std::string_view line) noexcept {
  return line.front() == ' ' || line.front() == '\t';
}

bool is_item(std::string_view line) noexcept { return line == "-" || line.starts_with("- "); }

// A quoted scalar at the front of `rest`; nullopt when its quote does not close.
std::optional<std::string> take_quoted(std::string_view& rest) {
  const char quote = rest.front();
  std::string value;
  for (std::size_t i = 1; i < rest.size(); ++i) {
    const bool more = i + 1 < rest.size();
    const bool escape = more && ((quote == '"' && rest[i] == '\\') ||
                                 (quote == '\'' && rest[i] == '\'' && rest[i + 1] == '\''));
    if (escape) {
      value += rest[++i];
    } else if (rest[i] == quote) {
      rest.remove_prefix(i + 1);
      return value;
    } else {
      value += rest[i];
    }
  }
  return std::nullopt;
}

std::string_view without_comment(std::string_view value) noexcept {
  if (value.starts_with('#')) return {};
  return trim(value.substr(0, value.find(" #")));
}

// One value: quoted or plain, a comment behind it left out; nullopt when it is malformed.
std::optional<std::string> parse_scalar(std::string_view value) {
  value = trim(value);
  if (!value.starts_with('"') && !value.starts_with('\'')) {
    return std::string{without_comment(value)};
  }
  auto result = take_quoted(value);
  if (!without_comment(trim(value)).empty()) return std::nullopt;
  return result;
}

// "[a, 'b, c']" → its items; nullopt when it is malformed.
std::optional<std::vector<std::string>> parse_flow_list(std::string_view value) {
  std::vector<std::string> items;
  value = trim(value);
  value.remove_prefix(1);
  while (true) {
    value = trim(value);
    if (value.empty()) return std::nullopt;
    if (value.front() == ']') break;
    if (value.front() == '"' || value.front() == '\'') {
      auto item = take_quoted(value);
      if (!item) return std::nullopt;
      items.push_back(std::move(*item));
    } else {
      const auto end = value.find_first_of(",]");
      if (end == std::string_view::npos) return std::nullopt;
      items.emplace_back(trim(value.substr(0, end)));
      value.remove_prefix(end);
    }
    value = trim(value);
    if (value.starts_with(',')) value.remove_prefix(1);
  }
  if (!without_comment(trim(value.substr(1))).empty()) return std::nullopt;
  return items;
}

/// A key with what was written for it.
struct Entry {
  std::string key;
  std::string_view value;              // behind the colon, on the same line
  std::vector<std::string_view> more;  // the lines under it: list items and indented ones
  std::size_t line = 0;
};

// "key:" with its value behind a space, or nothing.
bool is_key_line(std::string_view line) noexcept {
  const auto colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0) return false;
  if (line.find_first_of(" \t\"'[]{}") < colon) return false;
  return colon + 1 == line.size() || line[colon + 1] == ' ' || line[colon + 1] == '\t';
}

class Reader {
 public:
  Reader(const DateFinder& dates, FrontMatter& out) : dates_(dates), out_(out) {}

  void add_line(std::string_view line, std::size_t number) {
    const auto bare = trim(line);
    if (bare.empty() || bare.front() == '#') return;
    if (is_indented(line) || is_item(bare)) {
      if (!entry_) return problem(number, "belongs to no key");
      entry_->more.push_back(bare);
      return;
    }
    finish_entry();
    if (!is_key_line(bare)) return problem(number, "is not of the form \"key: value\"");
    const auto colon = bare.find(':');
    entry_ = Entry{fold(bare.substr(0, colon)), trim(bare.substr(colon + 1)), {}, number};
  }

  void finish_entry() {
    if (!entry_) return;
    const auto entry = std::move(*entry_);
    entry_.reset();
    if (entry.key == "author" || entry.key == "authors") return set_authors(entry);
    if (entry.key == "title") return set_text(entry, out_.title);
    if (entry.key == "id") return set_text(entry, out_.id);
    if (entry.key == "language" || entry.key == "lang") return set_language(entry);
    if (entry.key == "published" || entry.key == "date") return set_published(entry);
  }

 private:
  void problem(std::size_t line, const std::string& what) {
    out_.problems.push_back({line, "front matter: the line " + what + "; left out"});
  }

  // The value of a key that has one: lines under it are folded into it.
  std::optional<std::string> scalar(const Entry& entry) {
    std::string joined{entry.value};
    const bool block = joined == ">" || joined == "|" || joined == ">-" || joined == "|-";
    if (block) joined.clear();
    for (const auto line : entry.more) {
      if (!joined.empty()) joined += ' ';
      joined += line;
    }
    auto value = block ? std::optional{joined} : parse_scalar(joined);
    if (!value) problem(entry.line, "has a quote that does not close");
    if (!value || trim(*value).empty() || *value == "~" || *value == "null") return std::nullopt;
    return value;
  }

  void set_text(const Entry& entry, std::optional<std::string>& target) {
    if (auto value = scalar(entry)) {
      if (target) return problem(entry.line, "gives \"" + entry.key + "\" once more");
      target = collapse_spaces(*value);
    }
  }

  void set_language(const Entry& entry) {
    const auto value = scalar(entry);
    if (!value) return;
    if (!is_language_tag(*value)) return problem(entry.line, "names no language (such as en)");
    if (!out_.language) out_.language = *value;
  }

  void set_published(const Entry& entry) {
    const auto value = scalar(entry);
    if (!value) return;
    const auto days = parse_period(*value, dates_);
    if (!days) return problem(entry.line, "has no date that is understood (such as 2001-03)");
    // "published" speaks of the article, "date" perhaps of something else in it.
    if (!out_.published || (entry.key == "published" && !published_key_)) out_.published = *days;
    published_key_ = published_key_ || entry.key == "published";
  }

  void set_authors(const Entry& entry) {
    if (entry.value.starts_with('[')) {
      auto items = parse_flow_list(entry.value);
      if (!items) return problem(entry.line, "has a list that does not close");
      for (const auto& item : *items) add_author(item);
    } else if (entry.value.empty() && !entry.more.empty() && is_item(entry.more.front())) {
      for (const auto line : entry.more) {
        if (is_item(line)) add_author_item(trim(line.substr(1)), entry.line);
      }
    } else if (const auto value = scalar(entry)) {
      for (const auto& name : split_names(*value)) add_author(name);
    }
  }

  // "- Ann Poe", or the first line of a mapping, "- name: Ann Poe".
  void add_author_item(std::string_view item, std::size_t line) {
    constexpr std::string_view kName = "name:";
    if (item.starts_with(kName)) item.remove_prefix(kName.size());
    const auto value = parse_scalar(item);
    if (!value) return problem(line, "has a quote that does not close");
    add_author(*value);
  }

  void add_author(std::string_view name) {
    auto plain = collapse_spaces(name);
    if (!plain.empty()) out_.authors.push_back(std::move(plain));
  }

  const DateFinder& dates_;
  FrontMatter& out_;
  std::optional<Entry> entry_;
  bool published_key_ = false;
};

struct Bounds {
  std::size_t begin = 0;  // of the first line inside
  std::size_t inner_end = 0;
  std::size_t end = 0;  // behind the closing line
};

// What opens the text is front matter if it closes and at least half of its lines look so: a rule,
// prose and another rule are text.
std::optional<Bounds> find_bounds(std::string_view text) noexcept {
  std::size_t offset = text.starts_with(kBom) ? kBom.size() : 0;
  if (take_line(text, offset) != kFence) return std::nullopt;
  const auto window = text.substr(0, kMaxFrontMatterBytes);
  const auto begin = offset;
  std::size_t fitting = 0;
  std::size_t others = 0;
  while (offset < window.size()) {
    const auto line_begin = offset;
    const auto line = take_line(window, offset);
    if (line == kFence || line == "...") {
      return others <= fitting ? std::optional{Bounds{begin, line_begin, offset}} : std::nullopt;
    }
    if (line.empty() || line.front() == '#') continue;
    const bool fits = is_key_line(line) || is_indented(line) || is_item(line);
    ++(fits ? fitting : others);
  }
  return std::nullopt;
}

bool is_unclosed(std::string_view text) noexcept {
  std::size_t offset = text.starts_with(kBom) ? kBom.size() : 0;
  return take_line(text, offset) == kFence && is_key_line(take_line(text, offset));
}

}  // namespace

std::size_t front_matter_end(std::string_view text) noexcept {
  const auto bounds = find_bounds(text);
  if (bounds) return bounds->end;
  return text.starts_with(kBom) ? kBom.size() : 0;
}

FrontMatter read_front_matter(std::string_view text, const DateFinder& dates) {
  FrontMatter result;
  const auto bounds = find_bounds(text);
  if (!bounds) {
    if (is_unclosed(text)) {
      result.problems.push_back({1, "front matter is not closed by \"---\"; read as text"});
    }
    return result;
  }
  Reader reader{dates, result};
  const auto inside = text.substr(0, bounds->inner_end);
  std::size_t offset = bounds->begin;
  for (std::size_t number = 2; offset < inside.size(); ++number) {
    const auto line = take_line(inside, offset);
    if (!line.empty()) reader.add_line(line, number);
  }
  reader.finish_entry();
  return result;
}

}  // namespace dateline
