// Shows which countries meet: as text for people, as JSON and CSV for programs.
#pragma once

#include <string>

#include "presenter/text_style.h"
#include "searcher/answers/pairs.h"

namespace dateline {

/// For reading: names of the countries, the latest periods that have room, at most twelve.
[[nodiscard]] std::string to_text(const PairsRequest& request, const PairTable& table,
                                  const TextStyle& style);
/// One JSON object and a line end; its grammar is in docs/output.md.
[[nodiscard]] std::string to_json(const PairsRequest& request, const PairTable& table);
/// A header and a record a pair; columns: docs/output.md.
[[nodiscard]] std::string to_csv(const PairTable& table);

}  // namespace dateline
