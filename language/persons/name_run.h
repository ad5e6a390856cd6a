// Runs of words that may be the name of a person.
#pragma once

#include <vector>

#include "language/persons/person_name.h"
#include "language/persons/person_text.h"

namespace dateline::persons {

/// Words in a row that may be a name: "Igor Ivanov", "von Weizsäcker", "Kim Jong-il".
struct NameRun {
  PersonText::Index first = 0;
  PersonText::Index last = 0;  ///< included
  Name name;
  bool joined = false;  ///< one of several names with a dash between them: "Bush–Putin"
};

/// The runs of a text, in order. A dash longer than a hyphen parts names; so does a hyphen between
/// two words that stand alone before a summit, talks or the like. Linear.
[[nodiscard]] std::vector<NameRun> name_runs(const PersonText& text, const NameReader& reader);

}  // namespace dateline::persons
