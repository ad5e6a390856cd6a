// Merges what the sources and the tables say about surfaces.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "language/countries/lexicon.h"

namespace dateline::lexicon {

/// How much a claim weighs against others on the same surface, weakest first.
enum class Rank { kDerived, kSource, kReviewed, kRuling };

/// That a surface means some codes; `codes` run together and sorted ("KPKR").
struct Claim {
  std::string codes;
  NameKind kind;
  Rank rank;
};

/// A surface that several code sets claim.
struct Conflict {
  std::string surface;
  std::string claims;
  bool ruled;
};

/// Surfaces with all that is claimed of them.
class ClaimedSurfaces {
 public:
  void add(const std::string& surface, Claim claim);
  /// The strongest claim on each surface, without those that a ruling drops.
  [[nodiscard]] std::map<std::string, Claim> resolved() const;
  /// Surfaces that claims of equal weight, or sources and tables, give different codes.
  [[nodiscard]] std::vector<Conflict> conflicts() const;

 private:
  std::map<std::string, std::vector<Claim>> claims_;
};

/// "KP,KR" or "-" as a table writes codes, in the run-together form. Throws std::runtime_error for
/// other text.
[[nodiscard]] std::string joined_codes(const std::string& listed);

}  // namespace dateline::lexicon
