#include "corpus/structure/front_matter.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>

#include "corpus/structure/byline.h"
#include "corpus/structure/front_value.h"
#include "corpus/structure/language_tag.h"
#include "corpus/structure/line_shape.h"
#include "corpus/structure/period.h"
#include "corpus/structure/title_block.h"
#include "language/ascii.h"
#include "language/utf8.h"

namespace dateline {
namespace {

constexpr std::string_view kBom = "\xEF\xBB\xBF";
constexpr std::string_view kYamlFence = "---";
constexpr std::string_view kTomlFence = "+++";

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

// "key:" or "key :", with its value behind a space, or nothing.
bool is_key_line(std::string_view line) noexcept {
  const auto colon = line.find(':');
  if (colon == std::string_view::npos) return false;
  const auto key = without_line_end(line.substr(0, colon));
  if (key.empty() || key.find_first_of(" \t[]{}") != std::string_view::npos) return false;
  const bool quoted = key.front() == '"' || key.front() == '\'';
  if (quoted ? key.size() < 3 || key.back() != key.front()
             : key.find_first_of("\"'") != std::string_view::npos)
    return false;
  return colon + 1 == line.size() || line[colon + 1] == ' ' || line[colon + 1] == '\t';
}

bool is_toml_line(std::string_view line) noexcept {
  return line.front() == '[' || line.find('=') != std::string_view::npos;
}

enum class FrontLanguage : std::uint8_t { yaml, toml };

struct FrontBounds {
  FrontLanguage language = FrontLanguage::yaml;
  std::size_t begin = 0;  // of the first line inside
  std::size_t inner_end = 0;
  std::size_t end = 0;  // behind the closing line
};

// What opens the text is front matter if it closes and at least half of its lines look so: a rule,
// prose and another rule are text.
std::optional<FrontBounds> find_bounds(std::string_view text) noexcept {
  std::size_t offset = text.starts_with(kBom) ? kBom.size() : 0;
  const auto fence = take_line(text, offset);
  if (fence != kYamlFence && fence != kTomlFence) return std::nullopt;
  const bool yaml = fence == kYamlFence;
  const auto window = text.substr(0, kMaxFrontMatterBytes);
  FrontBounds bounds{yaml ? FrontLanguage::yaml : FrontLanguage::toml, offset, 0, 0};
  std::size_t fitting = 0;
  std::size_t others = 0;
  while (offset < window.size()) {
    bounds.inner_end = offset;
    const auto line = take_line(window, offset);
    if (line == fence || (yaml && line == "...")) {
      bounds.end = offset;
      return others <= fitting ? std::optional{bounds} : std::nullopt;
    }
    if (line.empty() || line.front() == '#') continue;
    const bool fits =
        is_indented(line) || (yaml ? is_key_line(line) || is_item(line) : is_toml_line(line));
    ++(fits ? fitting : others);
  }
  return std::nullopt;
}

bool is_unclosed(std::string_view text) noexcept {
  std::size_t offset = text.starts_with(kBom) ? kBom.size() : 0;
  return take_line(text, offset) == kYamlFence && is_key_line(take_line(text, offset));
}

/// Values of front matter, and what could not be read of it.
struct FrontValues {
  FrontValue root;
  std::vector<FrontMatterError> errors;
};

// Lines that belong together: a key with what stands under it.
struct FrontEntry {
  std::string text;
  std::size_t line = 0;
};

// An entry that is no YAML although it is plain what is meant: "title: Missiles: A View".
bool take_plain(const FrontEntry& entry, FrontValue& root) {
  const std::string_view line = without_line_end(trim(entry.text));
  if (line.find('\n') != std::string_view::npos || !is_key_line(line)) return false;
  const auto colon = line.find(':');
  auto value = trim(line.substr(colon + 1));
  value = trim(value.substr(0, value.find(" #")));
  if (value.empty() || std::string_view{"\"'[{|>"}.find(value.front()) != std::string_view::npos)
    return false;
  FrontValue text;
  text.kind = FrontValue::Kind::text;
  text.text = value;
  text.line = entry.line;
  root.keys.emplace_back(trim(line.substr(0, colon)));
  root.items.push_back(std::move(text));
  return true;
}

void move_lines(FrontValue& value, std::size_t by) {
  value.line += by;
  for (auto& item : value.items) move_lines(item, by);
}

void read_entry(const FrontEntry& entry, FrontValues& values) {
  auto& root = values.root;
  try {
    auto read = parse_yaml(entry.text);
    if (read.kind != FrontValue::Kind::map)
      throw FrontMatterError(0, "is not of the form \"key: value\"");
    for (std::size_t i = 0; i < read.items.size(); ++i) {
      move_lines(read.items[i], entry.line);
      root.keys.push_back(std::move(read.keys[i]));
      root.items.push_back(std::move(read.items[i]));
    }
  } catch (const FrontMatterError& error) {
    if (!take_plain(entry, root))
      values.errors.emplace_back(entry.line + error.line(), error.what());
  }
}

// Where the whole is malformed each entry is read for itself.
FrontValues read_entries(std::string_view text) {
  FrontValues values;
  values.root.kind = FrontValue::Kind::map;
  FrontEntry entry;
  std::size_t offset = 0;
  for (std::size_t number = 0; offset < text.size(); ++number) {
    const auto line = take_line(text, offset);
    if (line.empty() || line.front() == '#') continue;
    const bool goes_on = is_indented(line) || is_item(line);
    if (goes_on && entry.text.empty()) {
      values.errors.emplace_back(number, "belongs to no key");
    } else if (goes_on) {
      entry.text.append("\n").append(line);
    } else {
      if (!entry.text.empty()) read_entry(entry, values);
      entry = {std::string{line}, number};
    }
  }
  if (!entry.text.empty()) read_entry(entry, values);
  return values;
}

FrontValues read_yaml(std::string_view text) {
  try {
    FrontValues values;
    values.root = parse_yaml(text);
    if (values.root.kind == FrontValue::Kind::map) return values;
    return read_entries(text);
  } catch (const FrontMatterError&) {
    return read_entries(text);  // which names the entry that is at fault
  }
}

FrontValues read_toml(std::string_view text) {
  FrontValues values;
  try {
    values.root = parse_toml(text);
  } catch (const FrontMatterError& error) {
    values.errors.push_back(error);
  }
  return values;
}

/// What a key gives.
enum class FrontKind : std::uint8_t { title, author, published, id, language, scope };

struct FrontKey {
  std::string_view name;  // small letters, no '_', '-' or ' '
  FrontKind kind;
  unsigned rank;  // of several dates that of the smallest counts
};

constexpr unsigned kRankDate = 1;  // speaks of the article, or of something in it
constexpr unsigned kNoRank = 100;

constexpr std::array<FrontKey, 40> kFrontKeys{{
    {"title", FrontKind::title, 0},
    {"headline", FrontKind::title, 1},
    {"author", FrontKind::author, 0},
    {"authors", FrontKind::author, 0},
    {"by", FrontKind::author, 0},
    {"byline", FrontKind::author, 0},
    {"creator", FrontKind::author, 0},
    {"creators", FrontKind::author, 0},
    {"writer", FrontKind::author, 0},
    {"published", FrontKind::published, 0},
    {"publishedat", FrontKind::published, 0},
    {"publishedon", FrontKind::published, 0},
    {"publisheddate", FrontKind::published, 0},
    {"datepublished", FrontKind::published, 0},
    {"publish", FrontKind::published, 0},
    {"publishdate", FrontKind::published, 0},
    {"publicationdate", FrontKind::published, 0},
    {"pubdate", FrontKind::published, 0},
    {"date", FrontKind::published, kRankDate},
    {"issued", FrontKind::published, kRankDate},
    {"dateissued", FrontKind::published, kRankDate},
    {"posted", FrontKind::published, kRankDate},
    {"created", FrontKind::published, 2},
    {"createdat", FrontKind::published, 2},
    {"datecreated", FrontKind::published, 2},
    {"updated", FrontKind::published, 3},
    {"updatedat", FrontKind::published, 3},
    {"lastupdated", FrontKind::published, 3},
    {"lastmod", FrontKind::published, 3},
    {"lastmodified", FrontKind::published, 3},
    {"modified", FrontKind::published, 3},
    {"datemodified", FrontKind::published, 3},
    {"id", FrontKind::id, 0},
    {"language", FrontKind::language, 0},
    {"lang", FrontKind::language, 0},
    {"locale", FrontKind::language, 0},
    {"params", FrontKind::scope, 0},
    {"extra", FrontKind::scope, 0},
    {"metadata", FrontKind::scope, 0},
    {"meta", FrontKind::scope, 0},
}};

std::string plain_key(std::string_view key) {
  std::string plain;
  for (const char c : trim(key)) {
    if (c != '_' && c != '-' && c != ' ') plain += ascii_lower(c);
  }
  return plain;
}

const FrontKey* known_key(std::string_view key) {
  const auto plain = plain_key(key);
  const auto* const found =
      std::find_if(kFrontKeys.begin(), kFrontKeys.end(),
                   [&](const FrontKey& known) { return known.name == plain; });
  return found == kFrontKeys.end() ? nullptr : found;
}

// Jekyll's "published: false" is a decision, no date.
bool is_truth_value(std::string_view text) {
  constexpr std::array<std::string_view, 4> kTruths{"true", "false", "yes", "no"};
  const auto lower = fold(text);
  return std::find(kTruths.begin(), kTruths.end(), lower) != kTruths.end();
}

// Takes a number of one digit or two from the front of `rest`.
bool take_two_digits(std::string_view& rest, unsigned& number) noexcept {
  const auto digits = std::min(rest.find_first_not_of("0123456789"), rest.size());
  if (digits == 0 || digits > 2) return false;
  number = 0;
  for (const char c : rest.substr(0, digits)) number = number * 10 + static_cast<unsigned>(c - '0');
  rest.remove_prefix(digits);
  return true;
}

// "2022-5-4", "2022/05/04" and "2022.05.04 10:00" as YAML's timestamp is written: 2022-05-04.
std::string iso_day(std::string_view value) {
  constexpr std::size_t kYearDigits = 4;
  std::string as_written{trim(value)};
  if (as_written.find_first_not_of("0123456789") != kYearDigits) return as_written;
  const char mark = as_written[kYearDigits];
  auto rest = std::string_view{as_written}.substr(kYearDigits + 1);
  unsigned month = 0;
  unsigned day = 0;
  if ((mark != '-' && mark != '/' && mark != '.') || !take_two_digits(rest, month) ||
      !rest.starts_with(mark))
    return as_written;
  rest.remove_prefix(1);
  if (!take_two_digits(rest, day)) return as_written;
  const bool timed = rest.size() > 1 && (rest[0] == 'T' || rest[0] == 't' || rest[0] == ' ') &&
                     is_ascii_digit(rest[1]) && rest.find(':') != std::string_view::npos;
  if (!rest.empty() && !timed) return as_written;
  return fmt::format("{}-{:02}-{:02}", as_written.substr(0, kYearDigits), month, day);
}

/// Finds what the keys of a map say.
class FrontReader {
 public:
  FrontReader(const DateFinder& dates, FrontMatter& out) : dates_(dates), out_(out) {}

  void read(const FrontValue& map) {
    std::vector<const FrontValue*> scopes;
    for (std::size_t i = 0; i < map.items.size(); ++i) {
      const auto& value = map.items[i];
      if (trim(map.keys[i]).empty()) problem(value.line, "has no key");
      const auto* const key = known_key(map.keys[i]);
      if (key == nullptr) continue;
      if (key->kind == FrontKind::scope) {
        scopes.push_back(&value);
      } else {
        set(*key, value);
      }
    }
    if (in_scope_) return;
    in_scope_ = true;
    for (const auto* scope : scopes) {
      if (scope->kind == FrontValue::Kind::map) read(*scope);
    }
  }

  void problem(std::size_t line, std::string what) { problems_.push_back({line, std::move(what)}); }

  // One warning a file, whatever is wrong in it.
  void finish(std::size_t first_line) {
    if (problems_.empty()) return;
    std::stable_sort(problems_.begin(), problems_.end(),
                     [](const Fault& a, const Fault& b) { return a.line < b.line; });
    auto message = fmt::format("front matter: the line {}; left out", problems_.front().what);
    if (problems_.size() > 1) message += fmt::format(" (and {} more)", problems_.size() - 1);
    out_.problems.push_back({problems_.front().line + first_line, std::move(message)});
  }

 private:
  using Names = std::initializer_list<std::string_view>;

  struct Fault {
    std::size_t line = 0;
    std::string what;
  };

  void set(const FrontKey& key, const FrontValue& value) {
    switch (key.kind) {
      case FrontKind::title:
        return set_text(key, value, out_.title);
      case FrontKind::id:
        return set_text(key, value, out_.id);
      case FrontKind::author:
        if (!in_scope_ || out_.authors.empty()) add_authors_of(value, 0);
        return;
      case FrontKind::published:
        return set_published(key, value);
      case FrontKind::language:
        return set_language(value);
      case FrontKind::scope:
        return;
    }
  }

  // The value of a key that has one; of a list with one item, that. Empty: there is none.
  static std::string scalar(const FrontValue& value) {
    if (value.kind == FrontValue::Kind::list && value.items.size() == 1)
      return scalar(value.items.front());
    return value.kind == FrontValue::Kind::text ? collapse_spaces(value.text) : std::string{};
  }

  void set_text(const FrontKey& key, const FrontValue& value, std::optional<std::string>& target) {
    auto text = scalar(value);
    if (text.empty() || (target && (in_scope_ || key.rank > 0))) return;
    if (target) return problem(value.line, fmt::format("gives \"{}\" once more", key.name));
    target = std::move(text);
  }

  void set_language(const FrontValue& value) {
    auto tag = scalar(value);
    std::replace(tag.begin(), tag.end(), '_', '-');
    tag = tag.substr(0, tag.find('.'));  // "en_US.UTF-8"
    if (tag.empty() || out_.language) return;
    if (!is_language_tag(tag)) return problem(value.line, "names no language (such as en)");
    out_.language = std::move(tag);
  }

  // A date, a list of which the first is understood, or a map of kinds of dates.
  void set_published(const FrontKey& key, const FrontValue& value) {
    if (value.kind == FrontValue::Kind::map) {
      for (std::size_t i = 0; i < value.items.size(); ++i) {
        const auto* const inner = known_key(value.keys[i]);
        const bool dates = inner != nullptr && inner->kind == FrontKind::published;
        if (dates && value.items[i].kind == FrontValue::Kind::text)
          set_published(*inner, value.items[i]);
      }
      return;
    }
    if (value.kind == FrontValue::Kind::list) {
      if (!value.items.empty() && value.items.front().kind == FrontValue::Kind::text)
        set_published(key, value.items.front());
      return;
    }
    const auto words = scalar(value);
    if (words.empty() || is_truth_value(words)) return;
    const auto days = parse_period(iso_day(words), dates_);
    if (!days && key.rank > kRankDate) return;
    if (!days) return problem(value.line, "has no date that is understood (such as 2001-03)");
    const auto rank = key.rank + (in_scope_ ? kNoRank / 2 : 0);
    if (rank >= published_rank_) return;
    published_rank_ = rank;
    out_.published = *days;
    out_.published_words = words;
  }

  // A text of names, a list of names, a map with a name, or a list of such maps.
  void add_authors_of(const FrontValue& value, std::size_t depth) {
    constexpr std::size_t kMaxAuthorDepth = 4;
    if (depth > kMaxAuthorDepth) return;
    switch (value.kind) {
      case FrontValue::Kind::nothing:
        return;
      case FrontValue::Kind::text:
        if (depth > 0) return add_author(value.text);
        for (const auto& name : split_names(value.text)) add_author(name);
        return;
      case FrontValue::Kind::list:
        for (const auto& item : value.items) add_authors_of(item, depth + 1);
        return;
      case FrontValue::Kind::map:
        return add_named(value);
    }
  }

  void add_named(const FrontValue& map) {
    const auto part = [&](Names names) -> std::string {
      for (std::size_t i = 0; i < map.items.size(); ++i) {
        const auto key = plain_key(map.keys[i]);
        if (std::find(names.begin(), names.end(), key) != names.end()) return scalar(map.items[i]);
      }
      return {};
    };
    auto name = part({"name", "fullname", "displayname"});
    if (name.empty()) {
      name = part({"given", "givenname", "first", "firstname"});
      name.append(" ").append(part({"family", "familyname", "last", "lastname", "surname"}));
    }
    add_author(name);
  }

  void add_author(std::string_view name) {
    auto plain = collapse_spaces(name.substr(0, name.find('<')));  // "Ann Poe <ann@…>"
    if (plain.starts_with("By ") || plain.starts_with("by ")) plain.erase(0, 3);
    const bool is_address =
        plain.find('@') != std::string::npos || plain.find("://") != std::string::npos;
    auto& authors = out_.authors;
    if (plain.empty() || is_address) return;
    if (std::find(authors.begin(), authors.end(), plain) == authors.end())
      authors.push_back(std::move(plain));
  }

  const DateFinder& dates_;
  FrontMatter& out_;
  std::vector<Fault> problems_;
  unsigned published_rank_ = kNoRank;
  bool in_scope_ = false;
};

FrontMatter of_title_block(const TitleBlock& block, const DateFinder& dates) {
  FrontMatter result;
  result.title = block.title;
  result.authors = block.authors;
  result.published = parse_period(block.date, dates);
  if (result.published) result.published_words = block.date;
  return result;
}

// YAML libraries differ in what they make of "\r".
std::string with_plain_line_ends(std::string_view text) {
  std::string plain{text};
  std::erase(plain, '\r');
  return plain;
}

}  // namespace

std::size_t front_matter_end(std::string_view text) {
  const auto bounds = find_bounds(text);
  if (bounds) return bounds->end;
  const auto begin = text.starts_with(kBom) ? kBom.size() : 0;
  const auto block = find_title_block(text.substr(begin));
  return block ? begin + block->end : begin;
}

FrontMatter read_front_matter(std::string_view text, const DateFinder& dates) {
  constexpr std::size_t kFirstLine = 2;  // behind the fence, counted from 1
  FrontMatter result;
  const auto bounds = find_bounds(text);
  if (!bounds) {
    const auto begin = text.starts_with(kBom) ? kBom.size() : 0;
    if (auto block = find_title_block(text.substr(begin))) return of_title_block(*block, dates);
    if (is_unclosed(text)) {
      result.problems.push_back({1, "front matter is not closed by \"---\"; read as text"});
    }
    return result;
  }
  const auto inside =
      with_plain_line_ends(text.substr(bounds->begin, bounds->inner_end - bounds->begin));
  const auto values =
      bounds->language == FrontLanguage::yaml ? read_yaml(inside) : read_toml(inside);
  FrontReader reader{dates, result};
  for (const auto& error : values.errors) reader.problem(error.line(), error.what());
  reader.read(values.root);
  reader.finish(kFirstLine);
  return result;
}

}  // namespace dateline
