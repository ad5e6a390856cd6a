// What a shell may put where somebody types.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "language/ascii.h"

namespace dateline {

/// What comes behind a candidate.
enum class CandidateKind : std::uint8_t {
  whole,   ///< the next word
  open,    ///< more of the same word: a value behind `country:`, the rest of an id
  file,    ///< no text: names of files, which the shell knows
  folder,  ///< no text: names of folders
};

struct Candidate {
  CandidateKind kind = CandidateKind::whole;
  std::string text;  ///< in the place of what is typed so far
  std::string note;  ///< what it means, for shells that show it; one line, often empty
};
using Candidates = std::vector<Candidate>;

/// At most so many of a kind are offered: a screen is read, not an archive.
inline constexpr std::size_t kMostCandidates = 100;

/// Whether `text` begins with `typed`, whatever the case of ASCII letters.
[[nodiscard]] constexpr bool begins_with(std::string_view text, std::string_view typed) noexcept {
  return text.size() >= typed.size() &&
         std::equal(typed.begin(), typed.end(), text.begin(),
                    [](char a, char b) { return ascii_lower(a) == ascii_lower(b); });
}

}  // namespace dateline
