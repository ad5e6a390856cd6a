#include "language/words/sentences.h"

#include <string>
#include <vector>

#include "tests/support/catch.h"

namespace dateline::test {
namespace {

std::vector<std::string> sentences(const std::string& text) {
  std::vector<std::string> result;
  for (const Span span : split_sentences(text)) result.emplace_back(span.of(text));
  return result;
}

TEST_CASE("a paragraph is split where its sentences end", "[language][sentences]") {
  struct Case {
    std::string text;
    std::vector<std::string> expected;
  };
  const std::vector<Case> cases = {
      {"", {}},
      {"  \n ", {}},
      {"One line without a stop", {"One line without a stop"}},
      {"He came. He saw.", {"He came.", "He saw."}},
      {"The court ruled in Ames v. Poe (1979) and in Doe v. Roe, 321 F.3d 12 (9th Cir. 1987), so.",
       {"The court ruled in Ames v. Poe (1979) and in Doe v. Roe, 321 F.3d 12 (9th Cir. 1987), "
        "so."}},
      {"Trade rose in 1998.12 In 1997 it fell.3 The rest followed. It cost 3.5 Dollars.",
       {"Trade rose in 1998.12", "In 1997 it fell.3", "The rest followed.",
        "It cost 3.5 Dollars."}},
      {"Указ подписан 25 декабря 1991 г. Россией и др. Затем он вступил в силу.",
       {"Указ подписан 25 декабря 1991 г. Россией и др.", "Затем он вступил в силу."}},
      {" He came.\nHe saw. \n", {"He came.", "He saw."}},
      {"Who came? Nobody! Really.", {"Who came?", "Nobody!", "Really."}},
      {"On Feb. 28 he left. He was back by Mar. 3.",
       {"On Feb. 28 he left.", "He was back by Mar. 3."}},
      {"Col. Gen. Zhang met Mr. Li and Dr. Wu.", {"Col. Gen. Zhang met Mr. Li and Dr. Wu."}},
      {"George W. Bush spoke. Sen. J. William Hall replied.",
       {"George W. Bush spoke.", "Sen. J. William Hall replied."}},
      {"The U.S. Senate voted. The U.S. said no.", {"The U.S. Senate voted.", "The U.S. said no."}},
      {"He returned to the U.S. The talks failed.",
       {"He returned to the U.S.", "The talks failed."}},
      {"Talks with the U.S. In Moscow, few noticed.",
       {"Talks with the U.S.", "In Moscow, few noticed."}},
      {"Growth was 3.5 percent. Prices rose.", {"Growth was 3.5 percent.", "Prices rose."}},
      {"“We agree.” He left.", {"“We agree.”", "He left."}},
      {"\"We agree.\" \"So do we.\"", {"\"We agree.\"", "\"So do we.\""}},
      {"He left (nobody knows why.) She stayed.", {"He left (nobody knows why.)", "She stayed."}},
      {"He left (in May). She stayed.", {"He left (in May).", "She stayed."}},
      {"He paused... and went on. It ended… Nobody spoke.",
       {"He paused... and went on.", "It ended…", "Nobody spoke."}},
      {"No. 5 won. The answer was no. He left.", {"No. 5 won.", "The answer was no.", "He left."}},
      {"Martin King Jr. spoke. Acme Inc. grew.", {"Martin King Jr. spoke.", "Acme Inc. grew."}},
      {"The firm is Acme Inc. It grew.", {"The firm is Acme Inc.", "It grew."}},
      {"Iran vs. Iraq was long. St. Petersburg is not.",
       {"Iran vs. Iraq was long.", "St. Petersburg is not."}},
      {"It began at 9 a.m. on Monday. It ended at 5 p.m. The hall emptied.",
       {"It began at 9 a.m. on Monday.", "It ended at 5 p.m.", "The hall emptied."}},
      {"See example.org for more. Thanks.", {"See example.org for more.", "Thanks."}},
      {"It ended in 1998. In 1999 it began again.",
       {"It ended in 1998.", "In 1999 it began again."}},
      {"He said *no.* She said yes.", {"He said *no.*", "She said yes."}},
      {"It was vitamin A. Then he slept.", {"It was vitamin A. Then he slept."}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(sentences(c.text) == c.expected);
  }
}

TEST_CASE("sentences lie in order inside the paragraph and leave out only white space",
          "[language][sentences]") {
  const std::string text =
      "A b. C! \xE2\x80\x9C"
      "D?\xE2\x80\x9D ... E\xFF. F (G.) \n\n H";
  std::size_t end = 0;
  for (const Span span : split_sentences(text)) {
    REQUIRE(span.begin >= end);
    REQUIRE(!span.empty());
    for (std::size_t i = end; i < span.begin; ++i) CHECK((text[i] == ' ' || text[i] == '\n'));
    end = span.end;
  }
  CHECK(end == text.size());
}

TEST_CASE("every kind of ASCII white space is left out at a sentence's ends",
          "[language][sentences]") {
  const std::string text = "\v\f One.\v\r\n\tTwo.\f\v";
  std::vector<std::string> found;
  for (const Span span : split_sentences(text)) found.emplace_back(span.of(text));
  CHECK(found == std::vector<std::string>{"One.", "Two."});
}

TEST_CASE("a megabyte of stops is split in linear time", "[language][sentences]") {
  for (const std::string piece : {".", ". ", "A. ", "!)\"", "... ", "U.S."}) {
    std::string text;
    while (text.size() < 1'000'000) text += piece;
    CHECK(split_sentences(text).size() <= text.size());
  }
}

}  // namespace
}  // namespace dateline::test
