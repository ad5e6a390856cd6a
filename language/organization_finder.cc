#include "language/organization_finder.h"

#include "language/organization_index.h"
#include "language/organization_resolver.h"
#include "language/organization_text.h"

namespace dateline {
namespace {

using organizations::Candidate;
using organizations::Table;
using organizations::Text;
using organizations::WordClasses;

std::string_view rule_of(const Candidate& found) {
  if (found.referred_back) return "short-name";
  const auto& readings = found.entry->readings;
  return !readings.empty() && readings.front()->abbreviation ? "abbreviation" : "name";
}

}  // namespace

struct OrganizationFinder::Lexicon {
  organizations::Index index{Table::built_in(), WordClasses::built_in()};
};

OrganizationFinder::OrganizationFinder() : lexicon_{std::make_unique<Lexicon>()} {}
OrganizationFinder::~OrganizationFinder() = default;
OrganizationFinder::OrganizationFinder(OrganizationFinder&&) noexcept = default;
OrganizationFinder& OrganizationFinder::operator=(OrganizationFinder&&) noexcept = default;

std::vector<OrganizationMention> OrganizationFinder::find(std::string_view text) const {
  Text examined{text, lexicon_->index, WordClasses::built_in()};
  organizations::resolve(examined, Table::built_in());
  std::vector<OrganizationMention> mentions;
  for (const auto& found : examined.candidates()) {
    if (!found.organization) continue;
    mentions.push_back(
        {{examined.word_at(found.first_word)->begin, examined.word_at(found.last_word)->end},
         Table::built_in().organizations()[*found.organization].short_name,
         rule_of(found)});
  }
  return mentions;
}

}  // namespace dateline
