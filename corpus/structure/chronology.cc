#include "corpus/structure/chronology.h"

#include <algorithm>
#include <array>
#include <string>

#include "language/ascii.h"

namespace dateline {
namespace {

bool has_whole_word(std::string_view text, std::string_view word) noexcept {
  const auto same = [](char a, char b) { return ascii_lower(a) == b; };
  auto from = text.begin();
  while (true) {
    const auto found = std::search(from, text.end(), word.begin(), word.end(), same);
    if (found == text.end()) return false;
    const auto end = found + static_cast<std::ptrdiff_t>(word.size());
    const bool begins = found == text.begin() || !is_ascii_letter(*(found - 1));
    const bool ends = end == text.end() || !is_ascii_letter(*end);
    if (begins && ends) return true;
    from = end;
  }
}

// The line up to its colon, if it could be a head at all: finding dates costs more than looking for
// colons.
std::string_view possible_head(std::string_view line) noexcept {
  line = line.substr(0, std::min(line.size(), kMaxEntryHeadBytes));
  line = line.substr(0, line.find_first_of("\n\r"));
  const auto colon = line.find(':');
  if (colon == std::string_view::npos) return {};
  const auto first = std::min(line.find_first_not_of(" \t-+*_>"), colon);
  const char c = line[first];
  const bool possible =
      is_ascii_letter(c) || is_ascii_digit(c) || c == '\'' || static_cast<unsigned char>(c) >= 0x80;
  return possible ? line.substr(0, colon + 1) : std::string_view{};
}

}  // namespace

bool names_chronology(std::string_view text) noexcept {
  constexpr std::array<std::string_view, 4> kWords{"chronology", "chronologies", "timeline",
                                                   "timelines"};
  return std::any_of(kWords.begin(), kWords.end(),
                     [&](std::string_view word) { return has_whole_word(text, word); });
}

// A leap year stands in for an unknown period, so that February 29 is a head, too.
EntryHeads::EntryHeads(std::optional<DateInterval> published)
    : anchor_(published.value_or(*year_interval(2000))) {}

std::optional<DateInterval> EntryHeads::head(std::string_view line) const {
  const auto text = possible_head(line);
  if (text.empty()) return std::nullopt;
  DateContext context;
  context.anchor = anchor_;
  context.is_entry = true;
  context.previous_head = previous_;
  if (const auto mention = find_entry_head(text, context)) return mention->value.days;
  if (text.find_first_of("*_") == std::string_view::npos) return std::nullopt;
  // Emphasis may also close between the date and its colon ("**May 3, 2001**: …").
  std::string plain{text};
  plain.erase(
      std::remove_if(plain.begin(), plain.end(), [](char c) { return c == '*' || c == '_'; }),
      plain.end());
  const auto mention = find_entry_head(plain, context);
  return mention ? std::optional{mention->value.days} : std::nullopt;
}

bool EntryHeads::at(std::string_view line) const { return head(line).has_value(); }

bool EntryHeads::take(std::string_view line) {
  const auto days = head(line);
  if (days) previous_ = days;
  return days.has_value();
}

}  // namespace dateline
