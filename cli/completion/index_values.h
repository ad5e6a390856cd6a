// Values that stand in an index, for completions.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string_view>

#include "cli/completion/candidate.h"

namespace dateline {

/// A kind of value whose names an index has.
enum class NamedValue : std::uint8_t { organization, person, author, source };

/// The names that begin with what is typed, or whose last word does, which then stands alone
/// (surnames); those of most events and articles first, at most kMostCandidates. Each segment's
/// dictionary is read once: no word is looked up, and no table of office-holders. Nothing where
/// there is no index that can be read.
[[nodiscard]] Candidates names_in(const std::filesystem::path& index, NamedValue value,
                                  std::string_view typed);

/// The ids of articles that begin with what is typed, with their titles; behind `#` those of the
/// article's events, with their days. When they are more than kMostCandidates, what they have in
/// common up to where they part, so that no shell takes what is left out for absent.
[[nodiscard]] Candidates ids_in(const std::filesystem::path& index, std::string_view typed);

/// The names of saved queries.
[[nodiscard]] Candidates saved_queries_in(const std::filesystem::path& index,
                                          std::string_view typed);

}  // namespace dateline
