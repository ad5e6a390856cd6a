// Which country belongs to which date, in a sentence that has several.
#pragma once

#include <string_view>
#include <vector>

#include "indexer/annotate/indexed_article.h"

namespace dateline {

/// For each of `countries`, whether it has a part in what happened at each of `dates`:
/// result[i][j] is true when country i belongs to date j. Both are mentions of one sentence, in
/// order of the text, with spans in `text`. Countries, and dates, that are joined to one another
/// ("India, Laos and Vietnam") count as one.
///
/// A country belongs to one date alone
/// - when that date follows it in brackets: "South Korea (February 26-28)";
/// - when both are alone in a clause of their own, behind the first one that names a country: "…,
///   Vietnam on May 5";
/// - when the date follows it at once in the first clause that names a country ("Russia met India
///   on May 3"), but only against dates that have countries of their own.
/// All others belong to every date: those of the first clause are the sentence's subject, and of
/// the rest nobody knows. But where a clause alone with its date begins with its country and
/// goes on with more than that date ("and Japan protested on May 5"), or with something new and its
/// verb ("and a collection of records shows how the Swedes used them in 1987"), it has a subject of
/// its own, and the sentence's has no part in its date; nor has a place in the first clause ("was
/// made in Norway, and it was tested in Sweden in May 2019") when a pronoun begins the other.
///
/// In a list with two semicolons or more, countries belong to the dates of their own part alone.
///
/// Punctuation and conjunctions part the clauses (clauses.h); no grammar is involved.
[[nodiscard]] std::vector<std::vector<bool>> date_owners(
    std::string_view text, Span sentence, const std::vector<const Mention*>& countries,
    const std::vector<const Mention*>& dates);

}  // namespace dateline
