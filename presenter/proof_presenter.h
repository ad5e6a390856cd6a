// Shows the places that put a value into a facet.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "presenter/text_style.h"
#include "searcher/hit/proof.h"

namespace dateline {

/// Hits one below the other, each with its places: span, words, rule.
/// @param value as typed. @param total hits that have it, shown or not.
[[nodiscard]] std::string proofs_text(Facet facet, const std::string& value, std::uint64_t total,
                                      const std::vector<Proof>& proofs, DocumentKind kind,
                                      const TextStyle& style);
/// One JSON object and a line end; its grammar is in docs/output.md.
[[nodiscard]] std::string proofs_json(Facet facet, const std::string& value, std::uint64_t total,
                                      const std::vector<Proof>& proofs, DocumentKind kind);

}  // namespace dateline
