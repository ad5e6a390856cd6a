#include "corpus/pdf/pdf_words.h"

#include "corpus/structure/line_shape.h"
#include "language/utf8.h"

namespace dateline {
namespace {

constexpr std::string_view kWordMarks = ".,;:!?()[]{}\"'*";
constexpr std::string_view kWordQuotes[] = {"“", "”", "‘", "’", "«", "»"};

}  // namespace

std::string_view bare_word(std::string_view word) noexcept {
  bool again = true;
  while (again && !word.empty()) {
    again = false;
    if (kWordMarks.find(word.front()) != std::string_view::npos) {
      word.remove_prefix(1);
      again = true;
    } else if (kWordMarks.find(word.back()) != std::string_view::npos) {
      word.remove_suffix(1);
      again = true;
    }
    for (const auto quote : kWordQuotes) {
      if (word.starts_with(quote)) word.remove_prefix(quote.size());
      if (word.ends_with(quote)) word.remove_suffix(quote.size());
    }
  }
  return word;
}

Vocabulary::Vocabulary(const PdfPages& pages) {
  for (const auto& page : pages.pages) {
    for (const auto& line : page.lines) add(line.text);
    for (const auto& line : page.notes) add(line.text);
  }
}

void Vocabulary::add(std::string_view line) {
  const bool cut = line.ends_with('-');
  for (auto word = next_word(line); !word.empty(); word = next_word(line)) {
    if (cut && trim(line).empty()) break;
    words_.insert(fold(bare_word(word)));
  }
}

}  // namespace dateline
