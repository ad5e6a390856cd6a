// Presents why a document matches, and ranks where it does.
#pragma once

#include <string>
#include <string_view>

#include "presenter/formats.h"
#include "searcher/explain/explanation.h"

namespace dateline {

/// The conditions with what the document has, then the parts of its score as a table.
[[nodiscard]] std::string to_text(const Explanation& explanation, const TextStyle& style);
/// One JSON object and a line end.
[[nodiscard]] std::string to_json(const Explanation& explanation);

/// "word", "prefix", "variant", "feedback", "near".
[[nodiscard]] std::string_view score_part_name(ScorePart::Kind kind) noexcept;

template <>
std::span<const Writer<Explanation>> writers_of() noexcept;

}  // namespace dateline
