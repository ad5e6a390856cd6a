#include "corpus/structure/chronology.h"

#include <algorithm>
#include <array>

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

}  // namespace

bool names_chronology(std::string_view text) noexcept {
  constexpr std::array<std::string_view, 12> kWords{
      "chronology",        "chronologies",    "timeline",           "timelines",
      "key dates",         "important dates", "key events",         "major events",
      "dates to remember", "main events",     "sequence of events", "calendar of events"};
  return std::any_of(kWords.begin(), kWords.end(),
                     [&](std::string_view word) { return has_whole_word(text, word); });
}

// A leap year stands in for an unknown period, so that February 29 is a head, too.
EntryHeads::EntryHeads(std::optional<DateInterval> published, HeadStyle style)
    : anchor_(published.value_or(*year_interval(2000))), style_(style) {}

DateContext EntryHeads::context() const {
  DateContext context;
  context.anchor = anchor_;
  context.is_entry = true;
  context.previous_head = previous_;
  return context;
}

std::optional<DateMention> EntryHeads::head(std::string_view line) const {
  const auto head = read_entry_head(line, context(), style_);
  return head ? std::optional{head->date} : std::nullopt;
}

std::optional<DateMention> EntryHeads::lone(std::string_view text) const {
  return lone_date(text, context());
}

bool EntryHeads::at(std::string_view line) const { return head(line).has_value(); }

bool EntryHeads::is_date(std::string_view text) const {
  return text.find(':') == std::string_view::npos && at(std::string{text} + ": ");
}

bool EntryHeads::take(std::string_view line) {
  const auto date = head(line);
  if (date) previous_ = date->value.days;
  return date.has_value();
}

}  // namespace dateline
