// Lines of a file of overrides → what they say.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <span>
#include <utility>

#include "language/ascii.h"
#include "language/countries/country_finder.h"
#include "language/countries/name_overrides.h"
#include "language/date_interval.h"
#include "language/rule_names.h"
#include "language/utf8.h"
#include "language/words/edit_distance.h"
#include "language/words/name_spelling.h"
#include "language/words/name_words.h"
#include "language/words/phrase_trie.h"

namespace dateline {
namespace {

constexpr std::size_t kMostWords = 16;  // bounds the look along a text
constexpr std::size_t kMostNameWords = 8;
constexpr std::size_t kMostProblems = 20;
constexpr std::size_t kMostNear = 3;
constexpr std::string_view kBlanks = " \r";

/// Why a line cannot be used; becomes one line of the error.
class BadLine : public Error {
 public:
  using Error::Error;
};

std::string_view trimmed(std::string_view text) noexcept {
  const auto first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const auto at = text.find(separator);
    parts.push_back(trimmed(text.substr(0, at)));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

// ---- Surface forms

std::string_view joint(Gap gap) noexcept {
  switch (gap) {
    case Gap::kSpace:
    case Gap::kHyphen:
      return " ";
    case Gap::kDot:
      return ". ";
    case Gap::kComma:
      return ", ";
    default:
      return {};
  }
}

// The surface as the finder sees it: its words, and what stands between them.
std::string canonical_surface(std::string_view written) {
  const auto text = composed_spelling(written);
  const auto words = scan_words(text);
  const auto unusable = [&](std::string_view why) {
    return BadLine(fmt::format("'{}' cannot be a surface form: {}", written, why));
  };
  if (words.empty()) throw unusable("it has no letters");
  if (words.size() > kMostWords) {
    throw unusable(fmt::format("it has more than {} words", kMostWords));
  }
  std::string surface;
  for (const Word& word : words) {
    if (&word != words.data()) {
      if (joint(word.gap).empty()) {
        throw unusable("only blanks, dashes, full stops and commas may stand between its words");
      }
      surface += joint(word.gap);
    }
    if (word.size() > PhraseTrie::kMaxWordBytes) {
      throw unusable(
          fmt::format("a word of it is longer than {} bytes", PhraseTrie::kMaxWordBytes));
    }
    const auto spelled = std::string_view{text}.substr(word.begin, word.size());
    surface += spelled == "&" ? "and" : spelled;
    if (word.possessive) surface += "'s";
  }
  const std::size_t end = words.back().end + (words.back().possessive ? 2U : 0U);
  const bool whole = end == text.size() || (end + 1 == text.size() && text.back() == '.');
  if (words.front().begin != 0 || !whole) {
    throw unusable("it must begin and end with a word");
  }
  return surface;
}

// ---- Codes and rules

// Codes that differ from `typed` in one letter, those with the same first letter first.
std::vector<std::string> near_codes(std::string_view typed) {
  std::vector<std::string> near;
  for (const std::size_t same : {std::size_t{0}, std::size_t{1}}) {
    for (const auto code : all_country_codes()) {
      if (typed.size() == 2 && code.view()[same] == typed[same] && near.size() < kMostNear) {
        near.push_back(fmt::format("{} ({})", code.view(), *country_name(code)));
      }
    }
  }
  return near;
}

std::string unknown_code(std::string_view typed, std::string_view upper) {
  auto meant = country_codes_for(typed);
  if (meant.empty()) {
    for (const auto& name : country_suggestions(typed)) {
      for (const auto code : country_codes_for(name)) meant.push_back(code);
    }
  }
  std::vector<std::string> near;
  near.reserve(meant.size());
  for (const auto code : meant) {
    near.push_back(fmt::format("{} ({})", code.view(), *country_name(code)));
  }
  if (near.empty()) near = near_codes(upper);
  auto message = fmt::format("unknown code '{}': ISO 3166 codes of two letters are wanted", typed);
  if (!near.empty()) message += fmt::format("; near: {}", fmt::join(near, ", "));
  return message;
}

std::vector<CountryCode> parse_codes(std::string_view list) {
  std::vector<CountryCode> codes;
  for (const auto typed : split(list, ',')) {
    if (typed.empty()) throw BadLine("a code is missing: write RU, or RU,CN for several");
    std::string upper{typed};
    std::transform(upper.begin(), upper.end(), upper.begin(), ascii_upper);
    const auto code = upper.size() == 2 ? CountryCode{upper} : CountryCode{};
    if (!country_name(code)) throw BadLine(unknown_code(typed, upper));
    codes.push_back(code);
  }
  std::sort(codes.begin(), codes.end());
  codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
  return codes;
}

void add_near_rules(std::span<const std::string_view> rules, std::string_view typed,
                    std::vector<std::pair<std::size_t, std::string_view>>& near) {
  const auto limit = std::max<std::size_t>(2, typed.size() / 2);
  for (const auto rule : rules) {
    const bool part = typed.size() >= 3 && rule.find(typed) != std::string_view::npos;
    const auto distance = part ? 1 : edit_distance(typed, rule, limit);
    if (distance <= limit) near.emplace_back(distance, rule);
  }
}

std::array<std::span<const std::string_view>, 4> all_rules() noexcept {
  return {date_rule_names(), country_rule_names(), organization_rule_names(), person_rule_names()};
}

std::string parse_rule(std::string_view typed) {
  for (const auto rules : all_rules()) {
    if (std::binary_search(rules.begin(), rules.end(), typed)) return std::string{typed};
  }
  std::vector<std::pair<std::size_t, std::string_view>> near;
  for (const auto rules : all_rules()) add_near_rules(rules, typed, near);
  std::stable_sort(near.begin(), near.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  if (near.size() > kMostNear) near.resize(kMostNear);
  std::vector<std::string_view> names;
  names.reserve(near.size());
  for (const auto& [distance, rule] : near) names.push_back(rule);
  auto message = fmt::format("unknown rule '{}'", typed);
  if (names.empty()) {
    message += ": the rules are listed in docs/extraction.md";
  } else {
    message += fmt::format("; near: {}", fmt::join(names, ", "));
  }
  throw BadLine(message);
}

// ---- Persons

// A name with one blank between its words.
std::string person_name(std::string_view written) {
  std::string name;
  for (const auto part : split(written, ' ')) {
    if (part.empty()) continue;
    if (!name.empty()) name += ' ';
    name += part;
  }
  const auto words = scan_words(name);
  if (words.empty() || words.size() > kMostNameWords) {
    throw BadLine(fmt::format("'{}' cannot be a person's name: 1 to {} words are wanted", written,
                              kMostNameWords));
  }
  return name;
}

std::string person_code(std::string_view typed) {
  constexpr std::string_view kOrganization = "org:";
  if (typed == "-") return std::string{typed};
  if (typed.starts_with(kOrganization) && typed.size() > kOrganization.size()) {
    return std::string{typed};
  }
  const auto codes = parse_codes(typed);
  if (codes.size() > 1) {
    throw BadLine(
        fmt::format("'{}' are several countries: a person acts for one, for org:UN or "
                    "its like, or for none (-)",
                    typed));
  }
  return codes.front().str();
}

std::string office_day(std::string_view typed) {
  if (!typed.empty() && !parse_iso_interval(typed)) {
    throw BadLine(fmt::format("'{}' is no day: write YYYY-MM-DD, YYYY-MM or YYYY", typed));
  }
  return std::string{typed};
}

NameOverrides::Office office_of(const std::vector<std::string_view>& columns) {
  NameOverrides::Office office;
  const auto column = [&](std::size_t i) {
    return i < columns.size() ? columns[i] : std::string_view{};
  };
  office.name = person_name(column(1));
  office.code = person_code(column(2));
  office.office = column(3);
  if (office.office.empty()) throw BadLine("an office is missing");
  office.first_day = office_day(column(4));
  office.last_day = office_day(column(5));
  const auto first = parse_iso_interval(column(4));
  const auto last = parse_iso_interval(column(5));
  if (first && last && last->last < first->first) {
    throw BadLine(fmt::format("the term ends, {}, before it begins, {}", column(5), column(4)));
  }
  for (const auto other : split(column(6), '|')) {
    if (!other.empty()) office.other_names.push_back(person_name(other));
  }
  return office;
}

// ---- Lines

/// Reads line after line; keeps what they say, and what is wrong with them.
class Parser {
 public:
  explicit Parser(const std::string& file) : file_{file} {}

  void read(std::string_view line) {
    ++line_;
    if (line_ == 1 && line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);
    try {
      read_rule(line);
    } catch (const BadLine& bad) {
      if (problems_.size() < kMostProblems) {
        problems_.push_back(fmt::format("{}:{}: {}", file_, line_, bad.what()));
      } else {
        ++more_;
      }
    }
  }

  NameOverrides finish() {
    if (more_ > 0) problems_.push_back(fmt::format("{}: {} more such lines", file_, more_));
    if (!problems_.empty()) throw NameOverridesError(fmt::format("{}", fmt::join(problems_, "\n")));
    NameOverrides result;
    for (auto& [surface, said] : names_) {
      result.names.push_back({surface, std::move(said.second)});
    }
    const auto each_once = [](auto values) {
      std::sort(values.begin(), values.end());
      values.erase(std::unique(values.begin(), values.end()), values.end());
      return values;
    };
    result.offices = each_once(std::move(offices_));
    result.nobodies = each_once(std::move(nobodies_));
    result.rules_off = each_once(std::move(rules_off_));
    return result;
  }

 private:
  void read_rule(std::string_view line) {
    if (find_invalid_utf8(line)) throw BadLine("not UTF-8");
    const auto said = trimmed(line);
    if (said.empty() || said.front() == '#') return;
    auto columns = split(line, '\t');
    if (columns.back().starts_with('#')) columns.pop_back();
    while (columns.size() > 1 && columns.back().empty()) columns.pop_back();
    const auto verb = columns.front();
    if (verb == "add") {
      expect(columns, 3, "add, a surface form, and codes");
      note(canonical_surface(columns[1]), parse_codes(columns[2]));
    } else if (verb == "drop") {
      expect(columns, 2, "drop and a surface form");
      note(canonical_surface(columns[1]), {});
    } else if (verb == "off") {
      expect(columns, 2, "off and the name of a rule");
      rules_off_.push_back(parse_rule(columns[1]));
    } else if (verb == "person") {
      if (columns.size() < 4 || columns.size() > 7) {
        expect(columns, 7, "person, name, code, office, first day, last day, other names");
      }
      offices_.push_back(office_of(columns));
    } else if (verb == "nobody") {
      expect(columns, 2, "nobody and a name");
      nobodies_.push_back(person_name(columns[1]));
    } else {
      throw BadLine(fmt::format(
          "'{}' is nothing that can be said here: a line begins with add, drop, off, person or "
          "nobody, and a tab",
          verb));
    }
  }

  static void expect(const std::vector<std::string_view>& columns, std::size_t count,
                     std::string_view what) {
    if (columns.size() == count) return;
    throw BadLine(fmt::format("{} columns where {} are wanted, parted by tabs: {}", columns.size(),
                              count, what));
  }

  void note(std::string surface, const std::vector<CountryCode>& codes) {
    const auto [known, added] = names_.try_emplace(std::move(surface), std::pair{line_, codes});
    if (added || known->second.second == codes) return;
    throw BadLine(
        fmt::format("'{}' has another meaning in line {}", known->first, known->second.first));
  }

  const std::string& file_;
  std::size_t line_ = 0;
  std::map<std::string, std::pair<std::size_t, std::vector<CountryCode>>> names_;
  std::vector<NameOverrides::Office> offices_;
  std::vector<std::string> nobodies_;
  std::vector<std::string> rules_off_;
  std::vector<std::string> problems_;
  std::size_t more_ = 0;
};

}  // namespace

NameOverrides parse_name_overrides(std::string_view text, const std::string& file) {
  Parser parser(file);
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    parser.read(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parser.finish();
}

}  // namespace dateline
