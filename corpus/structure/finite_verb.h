// Whether a line tells that something happens.
#pragma once

#include <string_view>

namespace dateline {

/// Whether the words have a finite verb ("Kenya bans guns", "two men were held"): that makes them a
/// sentence, where "Protests in Kenya" are a topic. The verbs are those of
/// corpus/structure/verbs.tsv; of forms that are a plural, a noun or a participle as well
/// ("attacks", "held") the words beside them decide. English only. Linear.
[[nodiscard]] bool has_finite_verb(std::string_view text) noexcept;

}  // namespace dateline
