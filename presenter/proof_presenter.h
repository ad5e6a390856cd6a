// Presents the places that put a value into a facet.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "index/document_kind.h"
#include "presenter/formats.h"
#include "searcher/hit/proof.h"
#include "searcher/query/facet.h"

namespace dateline {

/// The hits that have a value of a facet, and the places that put it there. What is referred to
/// must outlive it.
struct ProofsAnswer {
  Facet facet = Facet::country;
  std::string_view value;   ///< as typed: "TR"
  std::uint64_t total = 0;  ///< hits that have it, shown or not
  const std::vector<Proof>& proofs;
  DocumentKind kind = DocumentKind::article;
};

/// Hits one below the other, each with its places: span, words, rule.
[[nodiscard]] std::string to_text(const ProofsAnswer& answer, const TextStyle& style);
/// One JSON object and a line end.
[[nodiscard]] std::string to_json(const ProofsAnswer& answer);

template <>
std::span<const Writer<ProofsAnswer>> writers_of() noexcept;

}  // namespace dateline
