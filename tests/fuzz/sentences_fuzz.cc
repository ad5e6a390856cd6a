// Fuzzes the sentence splitter.
#include "language/words/sentences.h"
#include "tests/fuzz/invariants.h"

namespace {

bool is_space(char c) noexcept {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dateline;
  const auto text = fuzz::as_text(data, size);
  fuzz::SpanOrder order{text};
  std::size_t before = 0;
  const auto only_spaces = [text](std::size_t from, std::size_t to) {
    for (; from < to; ++from) {
      if (!is_space(text[from])) return false;
    }
    return true;
  };
  for (const auto sentence : split_sentences(text)) {
    order.next(sentence);
    fuzz::require(!is_space(text[sentence.begin]), "a sentence begins with white space");
    fuzz::require(!is_space(text[sentence.end - 1]), "a sentence ends with white space");
    fuzz::require(only_spaces(before, sentence.begin), "words between two sentences");
    before = sentence.end;
  }
  fuzz::require(only_spaces(before, text.size()), "words behind the last sentence");
  return 0;
}
