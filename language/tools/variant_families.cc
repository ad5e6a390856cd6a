#include "language/tools/variant_families.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <stdexcept>
#include <tuple>
#include <utility>

#include "language/countries/lexicon.h"
#include "language/spellings/variant_key.h"
#include "language/spellings/word_variants.h"
#include "language/tools/lexicon_table.h"

namespace dateline::lexicon {
namespace {

struct Member {
  std::string text;
  std::string key;
  std::string form = variant_form(text);
  bool capitals_only = false;
  bool source_only = false;
};
using Family = std::vector<Member>;  // best first

bool holds(const std::string& longer, const std::string& shorter) {
  return (' ' + longer + ' ').find(' ' + shorter + ' ') != std::string::npos;
}

// A phrase that holds the name itself is found by that already; of two others of which one holds
// the other, likewise. Spellings with the key itself are left for the finder, which knows what was
// typed.
std::vector<std::string> variants_of(const std::string& key, const Family& family) {
  std::vector<const Member*> others;
  for (const auto& other : family) {
    if (!other.source_only && (other.key == key || !holds(other.key, key))) {
      others.push_back(&other);
    }
  }
  std::vector<std::string> variants;
  for (const auto* other : others) {
    const bool is_found_anyway = std::any_of(others.begin(), others.end(), [&](const auto* third) {
      return third->key != other->key && holds(other->key, third->key);
    });
    if (!is_found_anyway && variants.size() <= WordVariants::kMaxVariants) {
      variants.push_back(other->text);
    }
  }
  return variants;
}

void add_rows(const Family& family, VariantReason reason, std::vector<NamedVariants>& rows) {
  std::set<std::string> keys;
  for (const auto& member : family) {
    const auto blanks = std::count(member.key.begin(), member.key.end(), ' ');
    if (static_cast<std::size_t>(blanks) >= WordVariants::kMaxWords) continue;
    if (!keys.insert(member.key).second) continue;
    auto variants = variants_of(member.key, family);
    if (variants.empty() || (variants.size() == 1 && variants.front() == member.text)) continue;
    rows.push_back({member.key, std::move(variants), reason, member.capitals_only});
  }
}

// What variant_countries.tsv says, by key.
struct CountryLimits {
  std::set<std::string> parts;
  std::set<std::string> capitals;
  std::set<std::string> sources;
  std::set<std::string> grouped;
  std::vector<Family> groups;
  std::map<std::string, std::string> where;  ///< of every key that the lexicon must have
};

Family family_of(const std::string& surfaces) {
  Family family;
  for (const auto& surface : split(surfaces, '|')) {
    const Member member{surface, variant_key(surface)};
    const bool is_known = std::any_of(family.begin(), family.end(), [&](const Member& other) {
      return other.form == member.form;
    });
    if (!is_known) family.push_back(member);
  }
  return family;
}

CountryLimits read_limits(const std::filesystem::path& tables) {
  CountryLimits limits;
  for (const auto& row : read_table(tables / "variant_countries.tsv", 3)) {
    const auto& kind = row.columns[0];
    auto family = family_of(row.columns[1]);
    for (const auto& member : family) {
      if (kind == "group") {
        limits.grouped.insert(member.key);
        continue;
      }
      limits.where.emplace(member.key, row.where + ": " + member.text);
      if (kind == "part") {
        limits.parts.insert(member.key);
      } else if (kind == "capitals" || kind == "source") {
        (kind == "source" ? limits.sources : limits.capitals).insert(member.key);
      } else {
        throw std::runtime_error{row.where + ": unknown kind " + kind};
      }
    }
    if (kind == "group") limits.groups.push_back(std::move(family));
  }
  return limits;
}

bool names_a_country(const LexiconEntry& entry) {
  const bool is_name = entry.kind == NameKind::kName || entry.kind == NameKind::kTerritory ||
                       entry.kind == NameKind::kFormer || entry.kind == NameKind::kAbbreviation;
  // Lists turn names round ("Korea, Republic of"); texts do not.
  return is_name && entry.codes.size() == 2 && entry.surface.find(',') == std::string_view::npos;
}

std::string display_key(std::string_view code) {
  for (const auto& country : lexicon_countries()) {
    if (country.code.view() == code) return variant_key(country.name);
  }
  return {};
}

// The usual name, abbreviations, other names, names of the past; short ones first.
auto standing(const Member& member, NameKind kind, const std::string& display) {
  const int rank = member.key == display             ? 0
                   : kind == NameKind::kAbbreviation ? 1
                   : kind == NameKind::kFormer       ? 3
                                                     : 2;
  const auto words = std::count(member.key.begin(), member.key.end(), ' ');
  const auto dots = std::count(member.text.begin(), member.text.end(), '.');
  // Of "España" and "Espana" the one with its marks.
  const auto marks = member.text.size() - member.key.size();
  return std::tuple{rank, words, member.key.size(), member.key, dots, ~marks};
}

// Whether a key is letters by themselves ("u s"), which would be found in any initials.
bool is_initials(const std::string& key) {
  return key.find(' ') != std::string::npos &&
         std::all_of(key.begin(), key.end(), [&](const char& c) {
           const auto at = static_cast<std::size_t>(&c - key.data());
           return (c == ' ') == (at % 2 == 1);
         });
}

std::vector<Family> country_families(CountryLimits& limits) {
  using Standing = decltype(standing({}, {}, {}));
  std::map<std::string, std::map<Standing, Member>> by_code;
  for (const auto& entry : lexicon_entries()) {
    if (!names_a_country(entry)) continue;
    Member member{std::string{entry.surface}, variant_key(entry.surface)};
    limits.where.erase(member.key);
    if (limits.parts.contains(member.key) || limits.grouped.contains(member.key) ||
        is_initials(member.key)) {
      continue;
    }
    member.source_only = limits.sources.contains(member.key);
    member.capitals_only = member.source_only || limits.capitals.contains(member.key);
    const std::string code{entry.codes};
    by_code[code].emplace(standing(member, entry.kind, display_key(code)), member);
  }
  std::vector<Family> families;
  for (auto& [code, members] : by_code) {
    Family family;
    std::set<std::string> forms;
    for (auto& [rank, member] : members) {
      if (forms.insert(member.form).second) family.push_back(std::move(member));
    }
    families.push_back(std::move(family));
  }
  return families;
}

void add_countries(const std::filesystem::path& tables, std::vector<NamedVariants>& rows) {
  auto limits = read_limits(tables);
  for (const auto& family : country_families(limits)) {
    add_rows(family, VariantReason::country, rows);
  }
  if (!limits.where.empty()) {
    throw std::runtime_error{limits.where.begin()->second + ": not in the country lexicon"};
  }
  for (auto& group : limits.groups) {
    for (auto& member : group) {
      member.source_only = limits.sources.contains(member.key);
      member.capitals_only = member.source_only;
    }
    add_rows(group, VariantReason::country, rows);
  }
}

void add_table(const std::filesystem::path& path, VariantReason reason,
               std::vector<NamedVariants>& rows) {
  std::map<std::string, std::string> where;
  for (const auto& row : read_table(path, 2)) {
    const auto family = family_of(row.columns[0]);
    if (family.size() < 2) throw std::runtime_error{row.where + ": fewer than two spellings"};
    for (const auto& member : family) {
      const auto [earlier, is_new] = where.emplace(member.key, row.where);
      if (!is_new && earlier->second != row.where) {
        throw std::runtime_error{row.where + ": " + member.text + " is also in " + earlier->second};
      }
    }
    add_rows(family, reason, rows);
  }
}

// The words of a name that tell it apart.
std::set<std::string> telling_words(const std::string& key) {
  static const std::set<std::string> kSmall{"of", "the", "and", "for", "in", "on", "a"};
  std::set<std::string> words;
  for (const auto& word : split(key, ' ')) {
    if (!kSmall.contains(word)) words.insert(word);
  }
  return words;
}

// Whether a name is the organization's own, spelled otherwise: the table has its organs, too.
bool is_own_name(const std::string& key, const std::string& short_key,
                 const std::string& full_key) {
  std::string letters = key;
  std::string wanted = short_key;
  std::erase(letters, ' ');
  std::erase(wanted, ' ');
  if (letters == wanted) return true;
  const auto mine = telling_words(key);
  const auto full = telling_words(full_key);
  std::vector<std::string> apart;
  std::set_symmetric_difference(mine.begin(), mine.end(), full.begin(), full.end(),
                                std::back_inserter(apart));
  return mine.size() > 1 && apart.size() <= 1;
}

// The short name, the long one and its spellings. A name with conditions on its surroundings is
// also a word: it has variants in capitals, and is none.
Family organization_family(const TableRow& row) {
  Family family = family_of(row.columns[0] + '|' + row.columns[1]);
  if (family.size() < 2) return {};
  const auto short_key = family[0].key;
  const auto full_key = family[1].key;
  for (const auto& spelled : split(row.columns[2], '|')) {
    const auto tilde = std::min(spelled.find('~'), spelled.size());
    Member member{spelled.substr(0, tilde), variant_key(spelled.substr(0, tilde))};
    const auto same = std::find_if(family.begin(), family.end(),
                                   [&](const Member& other) { return other.form == member.form; });
    if (tilde < spelled.size()) {
      if (same != family.end()) same->capitals_only = same->source_only = true;
    } else if (same == family.end() && is_own_name(member.key, short_key, full_key)) {
      family.push_back(std::move(member));
    }
  }
  return family;
}

void add_organizations(const std::filesystem::path& tables, std::vector<NamedVariants>& rows) {
  for (const auto& row : read_table(tables / "organizations.tsv", 4))
    add_rows(organization_family(row), VariantReason::organization, rows);
  for (const auto& row : read_table(tables / "abbreviations.tsv", 2)) {
    Family family;
    for (const auto& spelled : split(row.columns[0], '|')) {
      const auto tilde = std::min(spelled.find('~'), spelled.size());
      Member member{spelled.substr(0, tilde), variant_key(spelled.substr(0, tilde))};
      member.capitals_only = member.source_only = tilde < spelled.size();
      family.push_back(std::move(member));
    }
    add_rows(family, VariantReason::organization, rows);
  }
}

struct CountryName {
  std::string text;
  std::string key;
  std::string code;  // empty: a place that covers a country's name
};
// By each name that they hold whole.
using Holders = std::map<std::string, std::vector<const CountryName*>>;

std::vector<CountryName> country_names() {
  std::vector<CountryName> names;
  std::set<std::pair<std::string, std::string>> known;
  for (const auto& entry : lexicon_entries()) {
    CountryName name{std::string{entry.surface}, variant_key(entry.surface),
                     std::string{entry.codes}};
    const bool is_list_form = entry.surface.find(',') != std::string_view::npos;
    if (entry.kind == NameKind::kDemonym || is_list_form || name.key.find(' ') == name.key.npos)
      continue;
    if (known.emplace(name.key, name.code).second) names.push_back(std::move(name));
  }
  return names;
}

Holders holders_of(const std::vector<CountryName>& names) {
  Holders holders;
  for (const auto& name : names) {
    const auto words = split(name.key, ' ');
    std::set<std::string> pieces;
    for (std::size_t i = 0; i < words.size(); ++i) {
      std::string piece;
      for (std::size_t j = i; j < words.size(); ++j) {
        piece += (piece.empty() ? "" : " ") + words[j];
        if (piece != name.key) pieces.insert(piece);
      }
    }
    for (const auto& piece : pieces) holders[piece].push_back(&name);
  }
  return holders;
}

const std::vector<const CountryName*>& around(const Holders& holders, const std::string& key) {
  static const std::vector<const CountryName*> kNone;
  const auto found = holders.find(key);
  return found == holders.end() ? kNone : found->second;
}

// The names that hold a country's name and mean another, and, after a =, those of the same country
// that hold one of these.
std::string holders_in_a_row(const Holders& holders, const std::string& key,
                             const std::string& code) {
  std::string list;
  std::vector<const CountryName*> same;
  for (const auto* other : around(holders, key)) {
    if (other->code == code) continue;
    list += (list.empty() ? "" : "|") + other->text;
    for (const auto* name : around(holders, other->key)) {
      const bool is_new = std::find(same.begin(), same.end(), name) == same.end();
      if (name->code == code && is_new) same.push_back(name);
    }
  }
  for (const auto* name : same) list += "|=" + name->text;
  return list;
}

}  // namespace

std::vector<std::pair<std::string, std::string>> longer_names(const std::filesystem::path& tables) {
  auto limits = read_limits(tables);
  const auto names = country_names();
  const auto holders = holders_of(names);
  std::map<std::string, std::string> codes;
  for (const auto& entry : lexicon_entries()) {
    if (names_a_country(entry)) codes[variant_key(entry.surface)] = entry.codes;
  }
  std::map<std::string, std::string> rows;
  for (const auto& family : country_families(limits)) {
    for (const auto& member : family) {
      auto list = holders_in_a_row(holders, member.key, codes[member.key]);
      if (!list.empty()) rows.emplace(member.key, std::move(list));
    }
  }
  return {rows.begin(), rows.end()};
}

std::vector<NamedVariants> name_variants(const std::filesystem::path& tables) {
  std::vector<NamedVariants> rows;
  add_countries(tables, rows);
  add_organizations(tables, rows);
  add_table(tables / "place_spellings.tsv", VariantReason::place, rows);
  add_table(tables / "name_spellings.tsv", VariantReason::spelling, rows);
  std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
    return std::tie(a.key, a.reason) < std::tie(b.key, b.reason);
  });
  return rows;
}

}  // namespace dateline::lexicon
