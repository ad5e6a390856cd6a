#include <algorithm>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "corpus/pdf/pdf_text.h"
#include "corpus/structure/line_shape.h"
#include "corpus/structure/word_class.h"
#include "language/utf8.h"

namespace dateline {
namespace {

constexpr std::size_t kMinPartBytes = 4;  // of a part that is a word of its own
constexpr std::string_view kMarks = ".,;:!?()[]{}\"'*";
constexpr std::string_view kQuotes[] = {"“", "”", "‘", "’", "«", "»"};

std::string_view bare(std::string_view word) noexcept {
  bool again = true;
  while (again && !word.empty()) {
    again = false;
    if (kMarks.find(word.front()) != std::string_view::npos) {
      word.remove_prefix(1);
      again = true;
    } else if (kMarks.find(word.back()) != std::string_view::npos) {
      word.remove_suffix(1);
      again = true;
    }
    for (const auto quote : kQuotes) {
      if (word.starts_with(quote)) word.remove_prefix(quote.size());
      if (word.ends_with(quote)) word.remove_suffix(quote.size());
    }
  }
  return word;
}

/// The words of a document, folded; without those cut at the ends of lines.
class Vocabulary {
 public:
  explicit Vocabulary(const PdfPages& pages) {
    for (const auto& page : pages.pages) {
      for (const auto& line : page.lines) add(line.text);
    }
  }
  [[nodiscard]] bool has(const std::string& word) const { return words_.contains(word); }

 private:
  void add(std::string_view line) {
    const bool cut = line.ends_with('-');
    for (auto word = next_word(line); !word.empty(); word = next_word(line)) {
      if (cut && trim(line).empty()) break;
      words_.insert(fold(bare(word)));
    }
  }
  std::unordered_set<std::string> words_;
};

bool keeps_hyphen(std::string_view left, std::string_view right, const Vocabulary& words) {
  const auto first = fold(bare(left));
  const auto second = fold(bare(right));
  if (words.has(first + second)) return false;
  if (words.has(first + "-" + second)) return true;
  const auto begin = first.find_last_of('-');
  const auto last_part = begin == std::string::npos ? first : first.substr(begin + 1);
  if (begin != std::string::npos) return true;  // "state-of-the-" "art"
  if (word_is(WordClass::hyphened, last_part)) return true;
  return first.size() >= kMinPartBytes && second.size() >= kMinPartBytes && words.has(first) &&
         words.has(second);
}

// Moves the first word of `next` to the end of `line`, which ends in a hyphen.
void join(PdfLine& line, PdfLine& next, const Vocabulary& words) {
  const std::string_view text{line.text};
  const auto left_begin = text.find_last_of(' ') + 1;  // npos + 1 is 0
  const auto left = text.substr(left_begin, text.size() - left_begin - 1);
  std::string_view rest{next.text};
  const std::string right{next_word(rest)};
  // "--" is a dash.
  if (left.empty() || left.ends_with('-') || right.empty()) return;
  const bool keep = !begins_lower(right) || keeps_hyphen(left, right, words);
  std::string moved{trim(rest)};
  if (!keep) line.text.pop_back();
  line.text += right;
  next.text = std::move(moved);
}

}  // namespace

void join_hyphenated(PdfPages& pages) {
  const Vocabulary words{pages};
  PdfLine* before = nullptr;
  for (auto& page : pages.pages) {
    for (auto& line : page.lines) {
      if (before != nullptr && before->text.ends_with('-')) join(*before, line, words);
      if (!line.text.empty()) before = &line;
    }
  }
  for (auto& page : pages.pages) {
    std::erase_if(page.lines, [](const PdfLine& line) { return line.text.empty(); });
  }
}

}  // namespace dateline
