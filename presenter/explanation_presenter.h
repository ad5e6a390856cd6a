// Shows explanations: as text for people, as JSON for programs.
#pragma once

#include <string>
#include <string_view>

#include "presenter/text_style.h"
#include "searcher/explain/explanation.h"

namespace dateline {

/// The conditions with what the document has, then the parts of its score as a table.
[[nodiscard]] std::string to_text(const Explanation& explanation, const TextStyle& style);
/// One JSON object and a line end; its grammar is in docs/output.md.
[[nodiscard]] std::string to_json(const Explanation& explanation);

/// "word", "prefix", "variant", "feedback", "near".
[[nodiscard]] std::string_view score_part_name(ScorePart::Kind kind) noexcept;
/// "all", "any", "not", "word", "phrase", "country", …
[[nodiscard]] std::string_view condition_name(QueryNode::Kind kind) noexcept;

}  // namespace dateline
