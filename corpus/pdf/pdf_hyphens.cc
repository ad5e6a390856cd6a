#include <algorithm>
#include <string_view>
#include <utility>

#include "corpus/pdf/pdf_text.h"
#include "corpus/pdf/pdf_words.h"
#include "corpus/structure/line_shape.h"
#include "corpus/structure/word_class.h"
#include "language/ascii.h"
#include "language/utf8.h"

namespace dateline {
namespace {

constexpr std::size_t kMinPartBytes = 4;  // of a part that is a word of its own

bool keeps_hyphen(std::string_view left, std::string_view right, const Vocabulary& words) {
  const auto first = fold(bare_word(left));
  const auto second = fold(bare_word(right));
  if (words.has(first + second)) return false;
  if (words.has(first + "-" + second)) return true;
  const auto begin = first.find_last_of('-');
  const auto last_part = begin == std::string::npos ? first : first.substr(begin + 1);
  if (begin != std::string::npos) return true;  // "state-of-the-" "art"
  if (word_is(WordClass::hyphened, last_part)) return true;
  return first.size() >= kMinPartBytes && second.size() >= kMinPartBytes && words.has(first) &&
         words.has(second);
}

// "ANNI-" "VERSARY".
bool in_capitals(std::string_view left, std::string_view right) {
  constexpr std::size_t kMinPart = 2;
  const auto capitals = [](std::string_view part) {
    part = bare_word(part);
    return part.size() >= kMinPart && std::all_of(part.begin(), part.end(), [](char c) {
             return is_ascii_letter(c) && ascii_lower(c) != c;
           });
  };
  return capitals(left) && capitals(right);
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
  const bool one_word = begins_lower(right) || in_capitals(left, right);
  const bool keep = !one_word || keeps_hyphen(left, right, words);
  std::string moved{trim(rest)};
  if (!keep) line.text.pop_back();
  line.text += right;
  next.text = std::move(moved);
}

}  // namespace

void join_hyphenated(PdfPages& pages) {
  const Vocabulary words{pages};
  for (const auto lines : {&PdfPage::lines, &PdfPage::notes}) {
    PdfLine* before = nullptr;
    for (auto& page : pages.pages) {
      for (auto& line : page.*lines) {
        const bool cut = before != nullptr && before->text.ends_with('-');
        if (cut && line.role == before->role) join(*before, line, words);
        if (!line.text.empty()) before = &line;
      }
    }
    for (auto& page : pages.pages) {
      std::erase_if(page.*lines, [](const PdfLine& line) { return line.text.empty(); });
    }
  }
}

}  // namespace dateline
