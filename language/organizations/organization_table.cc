#include "language/organizations/organization_table.h"

#include <algorithm>
#include <array>
#include <utility>

#include "language/ascii.h"
#include "language/organizations/organization_rows.h"

namespace dateline::organizations {
namespace {

constexpr std::string_view kTable =
#include "organizations.inc"
    ;

// "NATO", "AfDB", "G-7", but not "Mercosur": one word with two capitals, or a capital and digits.
bool has_letters_of_abbreviation(std::string_view name) {
  if (name.find(' ') != std::string_view::npos) return false;
  const auto capitals = std::count_if(name.begin(), name.end(), is_ascii_capital);
  return capitals >= 2 || (capitals == 1 && std::any_of(name.begin(), name.end(), is_ascii_digit));
}

std::string in_capitals(std::string_view name) {
  std::string result{name};
  std::transform(result.begin(), result.end(), result.begin(), ascii_upper);
  return result;
}

}  // namespace

const std::vector<OrganizationName>& organization_names() {
  static const std::vector<OrganizationName> names = [] {
    std::vector<OrganizationName> all;
    for (const auto line : split(kTable, '\n')) {
      if (line.empty() || line.front() == '#') continue;
      const auto first_tab = line.find('\t');
      const auto second_tab = line.find('\t', first_tab + 1);
      all.push_back(
          {line.substr(0, first_tab), line.substr(first_tab + 1, second_tab - first_tab - 1)});
    }
    return all;
  }();
  return names;
}

const Table& Table::built_in() {
  static const Table table{kTable, WordClasses::built_in()};
  return table;
}

Table::Table(std::string_view table, const WordClasses& classes) : classes_{classes} {
  for (const auto& row : rows_of(table)) {
    if (row.size() == 4 && !row[0].empty() && !row[1].empty() && !row[3].empty()) {
      add_row(row);
    } else {
      problems_.push_back("not four columns: " + std::string{row[0]});
    }
  }
}

void Table::add_row(const std::vector<std::string_view>& row) {
  organizations_.push_back({row[0], row[1], nouns_in(row[1])});
  first_name_ = names_.size();
  auto spelled = row[2].empty() ? std::vector<std::string_view>{} : split(row[2], '|');
  // A name that the third column gives with conditions has them in the first two as well.
  for (const auto name : {row[1], row[0]}) {
    const bool again = std::any_of(spelled.begin(), spelled.end(), [name](std::string_view s) {
      return s.substr(0, s.find('~')) == name;
    });
    if (!again) spelled.insert(spelled.begin(), name);
  }
  for (const auto entry : spelled) {
    const auto mark = entry.find('~');
    const auto text = entry.substr(0, mark);
    const auto rest = mark == std::string_view::npos ? std::string_view{} : entry.substr(mark + 1);
    if (rest == "noun") {
      organizations_.back().nouns |= nouns_in(text);
      continue;
    }
    // "Nato" is the abbreviation that "NATO" is.
    const bool abbreviation =
        has_letters_of_abbreviation(text) ||
        std::any_of(spelled.begin(), spelled.end(), [text](std::string_view other) {
          return other != text && other.substr(0, other.find('~')) == in_capitals(text);
        });
    add_name(std::string{text}, conditions_of(rest), abbreviation);
  }
}

void Table::add_name(std::string text, const Conditions& when, bool abbreviation) {
  const auto known =
      std::any_of(names_.begin() + static_cast<std::ptrdiff_t>(first_name_), names_.end(),
                  [&text](const Name& name) { return name.text == text; });
  if (known) return;
  const auto organization = static_cast<std::uint16_t>(organizations_.size() - 1);
  names_.push_back({std::move(text), organization, abbreviation, when});
  add_variants(Name{names_.back()});
}

void Table::add_variants(const Name& name) {
  constexpr std::string_view kCooperation = "Cooperation";
  if (const auto at = name.text.find(kCooperation); at != std::string::npos) {
    auto variant = name.text;
    add_name(variant.replace(at, kCooperation.size(), "Co-operation"), name.when, false);
  }
  for (const auto& [abbreviation, full] : classes_.prefixes()) {
    for (const auto& [from, to] : {std::pair{abbreviation, full}, std::pair{full, abbreviation}}) {
      if (!name.text.starts_with(from) || name.text.substr(from.size(), 1) != " ") continue;
      add_name(std::string{to} + name.text.substr(from.size()), name.when, false);
    }
  }
}

Conditions Table::conditions_of(std::string_view spelled) {
  Conditions conditions;
  if (spelled.empty()) return conditions;
  for (const auto condition : split(spelled, ',')) add_condition(conditions, condition);
  return conditions;
}

void Table::add_condition(Conditions& conditions, std::string_view spelled) {
  constexpr std::array<std::pair<std::string_view, bool Conditions::*>, 5> kFlags{
      {{"word", &Conditions::word},
       {"bare", &Conditions::bare},
       {"whole", &Conditions::whole},
       {"unit", &Conditions::unit},
       {"named", &Conditions::named}}};
  constexpr std::array<std::pair<std::string_view, ClassMask Conditions::*>, 5> kClasses{
      {{"unless", &Conditions::unless},
       {"not", &Conditions::without},
       {"near", &Conditions::near},
       {"before", &Conditions::before},
       {"after", &Conditions::after}}};
  for (const auto& [name, member] : kFlags) {
    if (name != spelled) continue;
    conditions.*member = true;
    return;
  }
  const auto colon = spelled.find(':');
  const auto bit = colon == std::string_view::npos ? 0 : classes_.bit(spelled.substr(colon + 1));
  for (const auto& [name, member] : kClasses) {
    if (bit == 0 || name != spelled.substr(0, colon)) continue;
    conditions.*member |= bit;
    return;
  }
  problems_.push_back("unknown condition " + std::string{spelled} + " of " +
                      std::string{organizations_.back().short_name});
}

std::uint32_t Table::nouns_in(std::string_view name) const {
  std::uint32_t nouns = 0;
  for (const auto word : split(name, ' ')) {
    for (std::size_t i = 0; i < classes_.nouns().size() && i < 32; ++i) {
      if (classes_.nouns()[i] == word) nouns |= std::uint32_t{1} << i;
    }
  }
  return nouns;
}

}  // namespace dateline::organizations
