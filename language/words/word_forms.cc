#include "language/words/word_forms.h"

#include <algorithm>
#include <cstddef>

#include "language/words/sorted_rows.h"

namespace dateline {
namespace {

// Rows "key ⇥ value ⏎", sorted by key: kFormTerms and kFormFamilies, and kFormHash. As one text each, they
// cost nothing when the program starts.
#include "word_forms.inc"

}  // namespace

std::string_view term_of_form(std::string_view folded) noexcept {
  return sorted_row_value({kFormTerms, sizeof kFormTerms - 1}, folded);
}

std::vector<std::string_view> words_related_to(std::string_view term) {
  std::vector<std::string_view> words;
  for (auto rest = sorted_row_value({kFormFamilies, sizeof kFormFamilies - 1}, term);
       !rest.empty();) {
    const auto blank = std::min(rest.find(' '), rest.size());
    words.push_back(rest.substr(0, blank));
    rest.remove_prefix(std::min(blank + 1, rest.size()));
  }
  return words;
}

std::uint64_t word_forms_fingerprint() noexcept { return kFormHash; }

}  // namespace dateline
