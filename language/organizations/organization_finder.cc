#include "language/organizations/organization_finder.h"

#include <algorithm>
#include <iterator>

#include "language/countries/name_overrides.h"
#include "language/countries/own_names.h"
#include "language/organizations/organization_index.h"
#include "language/organizations/organization_resolver.h"
#include "language/organizations/organization_text.h"

namespace dateline {
namespace {

using organizations::Candidate;
using organizations::Table;
using organizations::Text;
using organizations::WordClasses;

std::string_view rule_of(const Candidate& found) {
  if (found.referred_back) return "organization-short-name";
  const auto& readings = found.entry->readings;
  return !readings.empty() && readings.front()->abbreviation ? "organization-abbreviation"
                                                             : "organization-name";
}

// The names that the user drops. Names that the user adds are names of countries, and do not matter
// here.
NameOverrides drops_of(const NameOverrides& overrides) {
  NameOverrides drops;
  std::copy_if(overrides.names.begin(), overrides.names.end(), std::back_inserter(drops.names),
               [](const NameOverrides::Name& name) { return name.codes.empty(); });
  return drops;
}

}  // namespace

struct OrganizationFinder::Lexicon {
  explicit Lexicon(const NameOverrides& overrides) {
    rules.rules_off = overrides.rules_off;
    const auto drops = drops_of(overrides);
    if (!drops.names.empty()) dropped.emplace(drops);
  }
  [[nodiscard]] const LexiconIndex* dropped_index() const {
    return dropped ? &dropped->index() : nullptr;
  }

  organizations::Index index{Table::built_in(), WordClasses::built_in()};
  NameOverrides rules;
  std::optional<OwnNames> dropped;
};

OrganizationFinder::OrganizationFinder() : OrganizationFinder(NameOverrides{}) {}
OrganizationFinder::OrganizationFinder(const NameOverrides& overrides)
    : lexicon_{std::make_unique<Lexicon>(overrides)} {}
OrganizationFinder::~OrganizationFinder() = default;
OrganizationFinder::OrganizationFinder(OrganizationFinder&&) noexcept = default;
OrganizationFinder& OrganizationFinder::operator=(OrganizationFinder&&) noexcept = default;

std::vector<OrganizationMention> OrganizationFinder::find(std::string_view text) const {
  const auto words = scan_words(text);
  return find(ScannedText{text, words});
}

std::vector<OrganizationMention> OrganizationFinder::find(const ScannedText& text) const {
  Text examined{text, lexicon_->index, WordClasses::built_in(), lexicon_->dropped_index()};
  organizations::resolve(examined, Table::built_in());
  std::vector<OrganizationMention> mentions;
  for (const auto& found : examined.candidates()) {
    if (!found.organization || lexicon_->rules.is_off(rule_of(found))) continue;
    mentions.push_back(
        {{examined.word_at(found.first_word)->begin, examined.word_at(found.last_word)->end},
         Table::built_in().organizations()[*found.organization].short_name,
         rule_of(found)});
  }
  return mentions;
}

}  // namespace dateline
