// A user's own names as the country finder looks for them.
#pragma once

#include <deque>
#include <string>
#include <vector>

#include "language/countries/lexicon.h"
#include "language/countries/lexicon_index.h"
#include "language/countries/name_overrides.h"

namespace dateline {

/// The surfaces of overrides, with and without the marks on their letters: kName with codes, kDrop
/// without. Immutable after construction; many threads may read it.
class OwnNames {
 public:
  explicit OwnNames(const NameOverrides& overrides);
  OwnNames(OwnNames&&) = delete;  // the index points into the rest

  [[nodiscard]] const LexiconIndex& index() const noexcept { return index_; }

 private:
  std::deque<std::string> texts_;  ///< owns what the entries view
  std::vector<LexiconEntry> entries_;
  LexiconIndex index_;
};

}  // namespace dateline
