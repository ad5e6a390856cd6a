// What users type where a country is asked for.
#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

#include "language/ascii.h"
#include "language/countries/country_finder.h"
#include "language/countries/lexicon.h"
#include "language/utf8.h"
#include "language/words/edit_distance.h"

namespace dateline {
namespace {

constexpr std::size_t kMostSuggestions = 3;

// Kinds that users may type: what names a country or its people, not what stands for it.
bool is_typed_kind(NameKind kind) noexcept {
  switch (kind) {
    case NameKind::kName:
    case NameKind::kTerritory:
    case NameKind::kFormer:
    case NameKind::kDemonym:
    case NameKind::kAbbreviation:
    case NameKind::kKorea:
    case NameKind::kCongo:
    case NameKind::kGeorgia:
    case NameKind::kDominican:
    case NameKind::kAmerica:
    case NameKind::kIndian:
    case NameKind::kCentralAfrican:
      return true;
    default:
      return false;
  }
}

// Folded for comparison: no case, marks, full stops, typographic apostrophes; one space or dash
// between words.
std::string comparable(std::string_view typed) {
  std::string result;
  for (const char c : fold(typed)) {
    if (c == '.' || c == '\'') continue;
    const bool space = c == ' ' || c == '-' || c == '\t' || c == '\n';
    if (space && (result.empty() || result.back() == ' ')) continue;
    result += space ? ' ' : c;
  }
  while (!result.empty() && result.back() == ' ') result.pop_back();
  for (const std::string_view apostrophe : {"’", "ʼ"}) {
    for (auto at = result.find(apostrophe); at != std::string::npos; at = result.find(apostrophe)) {
      result.erase(at, apostrophe.size());
    }
  }
  if (result.starts_with("the ")) result.erase(0, 4);
  return result;
}

/// What users may type, made comparable once.
class Typed {
 public:
  /// Built when first asked for, and only read after that.
  static const Typed& built_in() {
    static const Typed typed;
    return typed;
  }

  /// A surface of the lexicon.
  struct Surface {
    std::string comparable;
    const LexiconEntry* entry;
  };

  /// In the lexicon's order.
  [[nodiscard]] const std::vector<Surface>& surfaces() const noexcept { return surfaces_; }
  /// The codes that `comparable` stands for, run together; none when it is unknown.
  [[nodiscard]] std::string_view codes_of(const std::string& comparable) const {
    const auto found = codes_.find(comparable);
    return found == codes_.end() ? std::string_view{} : found->second;
  }

 private:
  Typed() {
    for (const auto& entry : lexicon_entries()) {
      if (!is_typed_kind(entry.kind)) continue;
      surfaces_.push_back({comparable(entry.surface), &entry});
      codes_.try_emplace(surfaces_.back().comparable, entry.codes);
    }
    for (const auto& country : lexicon_countries()) {
      codes_.try_emplace(comparable(country.name), country.code.view());
    }
  }

  std::vector<Surface> surfaces_;
  std::unordered_map<std::string, std::string_view> codes_;
};

std::vector<CountryCode> code_list(std::string_view joined) {
  std::vector<CountryCode> codes;
  for (std::size_t i = 0; i + 1 < joined.size(); i += 2) codes.emplace_back(joined.substr(i, 2));
  return codes;
}

}  // namespace

std::vector<CountryCode> country_codes_for(std::string_view typed) {
  const std::string wanted = comparable(typed);
  if (wanted.empty()) return {};
  if (wanted.size() == 2) {
    const CountryCode code{ascii_upper(wanted[0]), ascii_upper(wanted[1])};
    if (country_name(code)) return {code};
  }
  return code_list(Typed::built_in().codes_of(wanted));
}

std::vector<std::string> country_suggestions(std::string_view typed) {
  const std::string wanted = comparable(typed.substr(0, floor_code_point(typed, kLongestCompared)));
  const std::size_t limit = std::max<std::size_t>(1, wanted.size() / 3);
  std::vector<std::pair<std::size_t, const LexiconEntry*>> near;
  for (const auto& surface : Typed::built_in().surfaces()) {
    if (surface.entry->kind == NameKind::kAbbreviation) continue;
    const auto distance = edit_distance(wanted, surface.comparable, limit);
    if (distance <= limit) near.emplace_back(distance, surface.entry);
  }
  std::stable_sort(near.begin(), near.end(), [](const auto& a, const auto& b) {
    const bool a_name = a.second->kind != NameKind::kDemonym;
    const bool b_name = b.second->kind != NameKind::kDemonym;
    return std::pair{a.first, !a_name} < std::pair{b.first, !b_name};
  });
  std::vector<std::string> names;
  std::vector<std::string_view> codes;
  for (const auto& [distance, entry] : near) {
    if (names.size() == kMostSuggestions) break;
    if (std::find(codes.begin(), codes.end(), entry->codes) != codes.end()) continue;
    codes.push_back(entry->codes);
    names.emplace_back(entry->surface);
  }
  return names;
}

std::optional<std::string> country_name(CountryCode code) {
  const auto countries = lexicon_countries();
  const auto found =
      std::lower_bound(countries.begin(), countries.end(), code,
                       [](const CountryDisplay& row, CountryCode key) { return row.code < key; });
  if (found == countries.end() || found->code != code) return std::nullopt;
  return std::string{found->name};
}

std::string country_label(CountryCode code) { return country_name(code).value_or(code.str()); }

std::vector<CountryCode> all_country_codes() {
  std::vector<CountryCode> codes;
  for (const auto& country : lexicon_countries()) codes.push_back(country.code);
  return codes;
}

}  // namespace dateline
