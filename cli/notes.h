// Notes beside an answer.
#pragma once

#include <string>
#include <vector>

#include "searcher/answer.h"

namespace dateline {

/// Prints what a user should know, a line each, to stderr: "note: …", and other queries that were
/// perhaps meant. The answer itself has the standard output to itself.
void tell(const std::vector<std::string>& notices, const std::vector<Suggestion>& suggestions = {});

}  // namespace dateline
