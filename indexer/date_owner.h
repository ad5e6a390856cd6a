// Which country belongs to which date, in a sentence that has several.
#pragma once

#include <string_view>
#include <vector>

#include "indexer/indexed_article.h"

namespace dateline {

/// For each of `countries`, whether it has a part in what happened at each of `dates`:
/// result[i][j] is true when country i belongs to date j. Both are mentions of one sentence, in order
/// of the text, with spans in `text`.
///
/// A country belongs to one date alone
/// - when that date follows it in brackets: "South Korea (February 26-28)";
/// - when both are alone in a clause of their own, behind the first one that names a country: "…,
///   Vietnam on May 5". Countries that are joined to one another ("India, Laos and Vietnam") count as
///   one. Where a clause's country stands at its begin and its date does not follow at once ("and
///   Japan protested on May 5"), the clause has a subject of its own, and none of the countries before
///   it has a part in its date;
/// - when the date follows it at once in the first clause that names a country ("Russia met India on
///   May 3"), but only against dates that have countries of their own.
/// All others are the sentence's subject, and belong to every date.
///
/// Clauses end at a comma, a semicolon, a colon, a dash, a bracket, and before "and", "but", "while" and
/// their like, unless these join two countries.
[[nodiscard]] std::vector<std::vector<bool>> date_owners(
    std::string_view text, Span sentence, const std::vector<const Mention*>& countries,
    const std::vector<const Mention*>& dates);

}  // namespace dateline
