#include <string>
#include <vector>

#include "language/countries/lexicon_fold.h"
#include "language/utf8.h"
#include "language/words/name_words.h"
#include "tests/support/catch.h"

namespace dateline::test {
namespace {

// "U.S.-led" -> "U.S.|led"; a possessive word is shown with 's.
std::string shown(const std::string& text) {
  std::string result;
  for (const auto& word : scan_words(text)) {
    if (!result.empty()) result += '|';
    result += text.substr(word.begin, word.size());
    if (word.possessive) result += "'s";
  }
  return result;
}

TEST_CASE("words keep their inner apostrophes and stops, and shed a possessive",
          "[language][country]") {
  const std::vector<std::pair<std::string, std::string>> table{
      {"China’s U.S.-led talks", "China's|U.S.|led|talks"},
      {"the U.S.'s", "the|U.S.'s"},
      {"Côte d’Ivoire", "Côte|d’Ivoire"},
      {"Sana'a, N'Djamena", "Sana'a|N'Djamena"},
      {"Serbs' houses", "Serbs|houses"},
      {"end. Next", "end|Next"},
      {"J. R. Smith", "J.|R.|Smith"},
      {"a_b and _China_", "a_b|and|China"},
      {"China—Russia", "China|Russia"},
      {"Trinidad & Tobago", "Trinidad|&|Tobago"},
      {"", ""},
      {"--- ’ ’s", "s"},
  };
  for (const auto& [input, expected] : table) {
    CAPTURE(input);
    CHECK(shown(input) == expected);
  }
}

TEST_CASE("what stands between two words is classified", "[language][country]") {
  const std::vector<std::pair<std::string, Gap>> table{
      {"a b", Gap::kSpace},        {"a \n\t b", Gap::kSpace},    {"a\u00A0b", Gap::kSpace},
      {"a-b", Gap::kHyphen},       {"a–b", Gap::kHyphen},        {"a—b", Gap::kHyphen},
      {"a- b", Gap::kHyphenSpace}, {"a-\nb", Gap::kHyphenSpace}, {"a - b", Gap::kOther},
      {"a, b", Gap::kComma},       {"Ab. C", Gap::kDot},         {"a/b", Gap::kSlash},
      {"a' b", Gap::kSpace},       {"a (b", Gap::kOther},        {"a, 'b", Gap::kOther},
  };
  for (const auto& [input, expected] : table) {
    CAPTURE(input);
    const auto words = scan_words(input);
    REQUIRE(words.size() == 2);
    CHECK(words[1].gap == expected);
  }
}

TEST_CASE("letters of Latin scripts fold as every other text does", "[language][country]") {
  const LatinFold latin;
  for (char32_t c = 0x20; c < 0x300; ++c) {
    std::string word = "aB";
    if (c < 0x80) {
      word += static_cast<char>(c);
    } else {
      word += static_cast<char>(0xC0U | (c >> 6U));
      word += static_cast<char>(0x80U | (c & 0x3FU));
    }
    std::string folded = "x";
    latin.append(word, folded);
    CAPTURE(word);
    CHECK(folded == "x" + fold(word));
  }
  for (const std::string word : {"d’Ivoire", "E\u0301lysée", "Ελλάδα", "Malac\xFFñang", "ﬁn", ""}) {
    std::string folded;
    latin.append(word, folded);
    CAPTURE(word);
    CHECK(folded == fold(word));
  }
}

}  // namespace
}  // namespace dateline::test
