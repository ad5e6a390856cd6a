#include "corpus/structure/log_line.h"

#include <algorithm>
#include <array>

#include "corpus/structure/credits.h"
#include "corpus/structure/finite_verb.h"
#include "corpus/structure/line_shape.h"
#include "corpus/structure/word_class.h"
#include "language/ascii.h"
#include "language/utf8.h"
#include "language/word_list.h"

namespace dateline {
namespace {

Span span_of(std::string_view text, std::string_view part) noexcept {
  const auto begin = static_cast<std::uint32_t>(part.data() - text.data());
  return {begin, begin + static_cast<std::uint32_t>(part.size())};
}

bool has_word(std::string_view line) noexcept {
  return std::any_of(line.begin(), line.end(), [](char c) {
    return is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80;
  });
}

// "A man …", and more than the name of a film: a sentence begins so, and no topic. But "An act to
// repeal …" is one.
bool begins_with_article(std::string_view line) noexcept {
  constexpr std::size_t kMinBytes = 60;
  if (line.size() < kMinBytes) return false;
  const auto article = next_word(line);
  (void)next_word(line);
  return (article == "A" || article == "An") && next_word(line) != "to";
}

// "… on Sunday. The police …", "… of Colombia.BNN": a sentence ends within.
bool has_sentence(std::string_view line) noexcept {
  constexpr std::size_t kMinLetters = 4;
  for (auto stop = line.find('.'); stop != std::string_view::npos;
       stop = line.find('.', stop + 1)) {
    std::size_t letters = 0;
    while (letters < stop && line[stop - letters - 1] >= 'a' && line[stop - letters - 1] <= 'z') {
      ++letters;
    }
    auto next = line.substr(stop + 1);
    if (next.starts_with(' ')) next.remove_prefix(1);
    const bool begins = !next.empty() && (is_ascii_letter(next.front())
                                              ? !begins_lower(next)
                                              : next.starts_with("<<") || next.starts_with("- (") ||
                                                    next.front() == '[');
    if (letters >= kMinLetters && begins) return true;
  }
  return false;
}

// "After ten hours, a man …": a sentence opens so, with a comma and its subject behind it.
bool has_opener(std::string_view line) noexcept {
  constexpr std::array<std::string_view, 8> kSentenceOpeners{"According", "After", "As",   "During",
                                                             "Following", "In",    "When", "While"};
  auto rest = line;
  if (!is_one_of(next_word(rest), kSentenceOpeners)) return false;
  const auto comma = line.find(", ");
  return comma != std::string_view::npos && begins_lower(line.substr(comma + 2));
}

// No title is so long; a topic may be several, between commas, or have one in quotes.
bool is_long(std::string_view line) noexcept {
  constexpr std::size_t kMaxTopicWords = 16;
  std::size_t words = 0;
  for (auto word = next_word(line); !word.empty(); word = next_word(line)) {
    if (word.front() == '"') words = 0;
    if (++words > kMaxTopicWords) return true;
    if (std::string_view{",;:/"}.find(word.back()) != std::string_view::npos) words = 0;
  }
  return false;
}

bool is_told(std::string_view line) noexcept {
  return ends_stopped(line) || has_finite_verb(line) || begins_with_article(line) ||
         has_sentence(line) || has_opener(line) || is_long(line);
}

bool brackets_match(std::string_view text) noexcept {
  int depth = 0;
  for (const char c : text) {
    depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    if (depth < 0) return false;
  }
  return depth == 0;
}

// The topic behind the last sentence or bracket of the line; empty when there is none.
std::string_view glued_topic(std::string_view line) noexcept {
  const auto from = line.size() > kMaxGluedTopicBytes ? line.size() - kMaxGluedTopicBytes : 0;
  if (!line.ends_with(':')) return {};
  std::size_t tries = 4;
  for (auto at = line.size() - 1; at-- > from && tries > 0;) {
    const bool bracket = line[at] == ')' || line[at] == ']';
    const bool quoted = line[at] == '\'' && at > 0 && line[at - 1] == ')';
    const bool stop =
        quoted || line[at] == '.' || line[at] == '!' || line[at] == '?' || line[at] == '"';
    if (!bracket && !stop) continue;
    if (line[at + 1] != ' ' && line[at + 1] != '\n') continue;
    const auto before = line.substr(0, quoted ? at : at + 1);
    const auto topic = trim(line.substr(at + 1));
    if (has_finite_verb(topic)) return {};
    if (topic.empty() || begins_lower(topic)) continue;
    if (topic.find_first_of("[]\"") != std::string_view::npos || !brackets_match(topic)) continue;
    --tries;
    const auto credits = credits_begin(before);
    const bool behind_credits = credits < before.size();
    const bool fits = behind_credits || ends_stopped(before);
    if (fits && is_told(before.substr(0, credits))) return topic;
  }
  return {};
}

}  // namespace

LogLine read_log_line(std::string_view text, Span block) noexcept {
  LogLine result;
  auto line = block.of(text);
  result.content = result.whole = block;
  if (!has_word(line)) {
    result.kind = BlockKind::paragraph;
    return result;
  }
  auto credits = credits_begin(line);
  const bool credited = credits < line.size();
  if (!credited && !ends_stopped(line)) {
    if (const auto topic = glued_topic(line); !topic.empty()) {
      result.topic = span_of(text, topic);
      line = trim(line.substr(0, static_cast<std::size_t>(topic.data() - line.data())));
      credits = credits_begin(line);
    }
  }
  const auto content = line.substr(0, credits);
  if (!is_told(content) && !credited) {
    result.kind = BlockKind::heading;
    result.topic.reset();
    return result;
  }
  result.content = span_of(text, trim(content));
  result.whole = span_of(text, line);
  return result;
}

}  // namespace dateline
