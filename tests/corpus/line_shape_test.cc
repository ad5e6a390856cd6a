#include "corpus/structure/line_shape.h"

#include <string>
#include <utility>
#include <vector>

#include "language/utf8.h"
#include "tests/support/catch.h"

namespace dateline::test {
namespace {

struct Case {
  std::string text;
  bool expected;
};

TEST_CASE("sentences end with their punctuation, behind it quotes and note numbers",
          "[corpus][line]") {
  const std::vector<Case> cases{
      {"It was over.", true},    {"Was it over?", true},   {"It was “over.”", true},
      {"It was over.)", true},   {"It was over.12", true}, {"It was over.”[3]", true},
      {"as follows:", true},     {"It was *over.*", true}, {"会談した。", true},
      {"in 2001", false},        {"the West and", false},  {"mixed “feelings”", false},
      {"Yeltsin's", false},      {"It was,", false},       {"", false},
      {"a ratio of 1.5", false},
  };
  for (const auto& [text, expected] : cases) {
    CAPTURE(text);
    CHECK(ends_sentence(text) == expected);
  }
}

TEST_CASE("a last word may want another one", "[corpus][line]") {
  const std::vector<Case> cases{
      {"missiles across the", true},
      {"met in", true},
      {"of Yeltsin's", true},
      {"of Yeltsin’s", true},
      {"first,", true},
      {"the talks –", true},
      {"met with Gen.", true},
      {"the deploy-", true},
      {"What It Was For", false},
      {"in 2001", false},
      {"the talks", false},
      {"the talks.", false},
  };
  for (const auto& [text, expected] : cases) {
    CAPTURE(text);
    CHECK(ends_open(text) == expected);
  }
}

TEST_CASE("marks are passed over by whole characters", "[corpus][line]") {
  // The bytes of these marks begin as those of other characters do: “, …, •.
  const std::string marks = " -–—:";
  const std::vector<std::pair<std::string, std::string>> cases{
      {" – “Talks”", "“Talks”"},
      {"—…and more", "…and more"},
      {": • One", "• One"},
      {"One", "One"},
      {" - ", ""},
      {"", ""},
  };
  for (const auto& [text, rest] : cases) {
    CAPTURE(text);
    CHECK(text.substr(skip_marks(text, 0, marks)) == rest);
  }
  CHECK(skip_marks("One - Two", 3, marks) == 6);
  CHECK(skip_marks("One", 7, marks) == 3);
}

TEST_CASE("words shed what is neither letter nor digit nor quotation mark", "[corpus][line]") {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"•", ""},
      {"(Oslo),", "Oslo"},
      {"[12]", "12"},
      {"→Oslo…", "Oslo"},
      {"“Oslo”", "“Oslo”"},
      {"**Élan**", "Élan"},
      {"東京・", "東京"},
      {"", ""},
      {"p.m.", "p.m"},
  };
  for (const auto& [word, bare] : cases) {
    CAPTURE(word);
    CHECK(without_marks(word) == bare);
  }
}

TEST_CASE("page numbers are no years and no headings", "[corpus][line]") {
  const std::vector<Case> cases{
      {"12", true},      {"- 12 -", true},       {"– 7 –", true},    {"[103]", true},
      {"Page 12", true}, {"page 3 of 12", true}, {"xii", true},      {"  45  ", true},
      {"2001", false},   {"I", false},           {"12 Days", false}, {"Page", false},
      {"", false},       {"12345", false},       {"- 2001 -", true}, {"Page One", false},
  };
  for (const auto& [text, expected] : cases) {
    CAPTURE(text);
    CHECK(is_page_number(text) == expected);
  }
}

TEST_CASE("headings are short, begin big and do not stop", "[corpus][line]") {
  const std::vector<Case> cases{
      {"Dancing with W", true},
      {"Mir Is Down, How About Peace?", true},
      {"What the tests did not change", true},
      {"Moving On", true},
      {"1. Introduction", true},
      {"“Hollow Rhetoric”", true},
      {"Relations with the U.S.", true},
      {"中国とロシア", true},
      {"The talks ended.", false},
      {"particularly with", false},
      {"As follows:", false},
      {"First,", false},
      {"Taiwan Strait and the", false},
      {"***", false},
      {"2001", false},
      {"", false},
      {"The ministers said on the next day that they had never met and would not meet again soon",
       false},
      {std::string(130, 'A'), false},
  };
  for (const auto& [text, expected] : cases) {
    CAPTURE(text);
    CHECK(looks_like_heading(text) == expected);
  }
}

TEST_CASE("white space of every kind is trimmed and collapsed", "[corpus][line]") {
  CHECK(trim(" \t\xC2\xA0x y\r\n\f ") == "x y");
  CHECK(trim("\xEF\xBB\xBF \n").empty());
  CHECK(collapse_spaces("  a\r\n b\t\tc ") == "a b c");
}

}  // namespace
}  // namespace dateline::test
