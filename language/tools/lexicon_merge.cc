#include "language/tools/lexicon_merge.h"

#include <algorithm>
#include <stdexcept>

#include "language/tools/lexicon_table.h"

namespace dateline::lexicon {

void ClaimedSurfaces::add(const std::string& surface, Claim claim) {
  claims_[surface].push_back(std::move(claim));
}

std::map<std::string, Claim> ClaimedSurfaces::resolved() const {
  std::map<std::string, Claim> result;
  for (const auto& [surface, claims] : claims_) {
    const auto strongest =
        std::max_element(claims.begin(), claims.end(),
                         [](const Claim& a, const Claim& b) { return a.rank < b.rank; });
    if (strongest->kind != NameKind::kDrop) result.emplace(surface, *strongest);
  }
  return result;
}

std::vector<Conflict> ClaimedSurfaces::conflicts() const {
  std::vector<Conflict> result;
  for (const auto& [surface, claims] : claims_) {
    std::set<std::string> code_sets;
    bool ruled = false;
    for (const auto& claim : claims) {
      if (claim.rank == Rank::kRuling) {
        ruled = true;
      } else {
        code_sets.insert(claim.codes);
      }
    }
    if (code_sets.size() < 2) continue;
    std::string joined;
    for (const auto& codes : code_sets) joined += (joined.empty() ? "" : "|") + codes;
    result.push_back({surface, joined, ruled});
  }
  return result;
}

std::string joined_codes(const std::string& listed) {
  if (listed == "-") return {};
  auto codes = split(listed, ',');
  std::sort(codes.begin(), codes.end());
  std::string joined;
  for (const auto& code : codes) {
    if (code.size() != 2) throw std::runtime_error{"not a list of codes: " + listed};
    joined += code;
  }
  return joined;
}

}  // namespace dateline::lexicon
