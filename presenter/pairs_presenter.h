// Presents which countries meet.
#pragma once

#include <string>

#include "presenter/formats.h"
#include "searcher/answers/pairs.h"

namespace dateline {

/// What was asked, and what was counted. Both must outlive it.
struct PairsAnswer {
  const PairsRequest& request;
  const PairTable& table;
};

/// Names of the countries, and the latest periods that have room, at most twelve.
[[nodiscard]] std::string to_text(const PairsAnswer& answer, const TextStyle& style);
/// One JSON object and a line end.
[[nodiscard]] std::string to_json(const PairsAnswer& answer);
/// A header, and a record a pair.
[[nodiscard]] std::string to_csv(const PairsAnswer& answer);

template <>
std::span<const Writer<PairsAnswer>> writers_of() noexcept;

}  // namespace dateline
