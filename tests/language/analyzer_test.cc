#include "language/words/analyzer.h"

#include <fmt/format.h>
#include <rapidcheck.h>
#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <string>
#include <vector>

#include "tests/support/catch.h"

namespace dateline::test {
namespace {

std::string terms(std::string_view text, std::string_view language = "en") {
  Analyzer analyzer(language);
  std::string result;
  for (const Token& token : analyzer.analyze(text)) {
    if (!result.empty()) result += ' ';
    result += token.term;
  }
  return result;
}

// The words that ICU itself finds in ASCII text, as byte spans.
std::vector<Span> icu_words(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> breaker(
      icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  const auto source = icu::UnicodeString::fromUTF8(text);
  breaker->setText(source);
  std::vector<Span> words;
  int begin = breaker->first();
  for (int end = breaker->next(); end != icu::BreakIterator::DONE;
       begin = end, end = breaker->next()) {
    const auto word =
        text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin));
    if (word.find_first_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") !=
        std::string::npos) {
      words.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    }
  }
  return words;
}

}  // namespace

TEST_CASE("words are folded and stemmed", "[language][analyzer]") {
  struct Row {
    std::string_view input, expected;
  };
  const std::vector<Row> rows{
      {"", ""},
      {" \n\t…—", ""},
      {"Treaties and treaty", "treati and treati"},
      {"Élysée elysee ÉLYSÉE", "elyse elyse elyse"},
      {"Łódź, Tromsø, Straße", "lodz tromso strass"},
      {"U.S. and US forces; the D.P.R.K.", "us and us forc the dprk"},
      {"Russia's and Russia’s interests", "russia and russia interest"},
      {"Sino-Russian Sino–Russian", "sino russian sino russian"},
      {"$1.5 billion in 1,998 deals", "1.5 billion in 1,998 deal"},
      {"AT&T R&D", "at t r d"},
      {"ABC'13", "abc 13"},
      {"__ a_b", "a_b"},
      {"日本の首相", "日本 の 首相"},
      {"Ельцин", "ельцин"},
  };
  for (const auto& [input, expected] : rows) {
    CAPTURE(input);
    CHECK(terms(input) == expected);
  }
}

TEST_CASE("the stemmer follows the language", "[language][analyzer]") {
  CHECK(terms("Verhandlungen", "de") == "verhandl");
  CHECK(terms("negotiations", "xx") == "negotiations");
  CHECK(Analyzer("en").fingerprint() != Analyzer("de").fingerprint());
}

TEST_CASE("spans give back the words as written", "[language][analyzer]") {
  Analyzer analyzer("en");
  const std::string text = "In mid-January, “Путин” met Łukasz.";
  std::vector<std::string> words;
  for (const Token& token : analyzer.analyze(text)) words.emplace_back(token.span.of(text));
  CHECK(words == std::vector<std::string>{"In", "mid", "January", "Путин", "met", "Łukasz"});

  std::vector<Token> tokens;
  auto parts = analyzer.begin_text();
  parts.add("one two", 100, tokens);
  parts.add("three", 200, tokens);
  REQUIRE(tokens.size() == 3);
  CHECK(tokens[1].span == Span{104, 107});
  CHECK(tokens[2].span == Span{200, 205});
}

TEST_CASE("a word of a megabyte gives one bounded term", "[language][analyzer]") {
  const std::string ascii(1 << 20, 'a');
  CHECK(terms(ascii).size() <= Analyzer::kMaxTermBytes);
  std::string wide;
  for (int i = 0; i < 400'000; ++i) wide += "ж";
  const auto term = terms(wide);
  CHECK(term.size() <= Analyzer::kMaxTermBytes);
  CHECK(term.size() % 2 == 0);  // not cut inside a character
}

TEST_CASE("ill-formed UTF-8 is analyzed without harm", "[language][analyzer]") {
  Analyzer analyzer("en");
  for (const Token& token : analyzer.analyze("good \xC3 \xE2\x80 bad\xFF words \xF0\x9F")) {
    CHECK(token.span.end <= 27);
  }
}

TEST_CASE("the fast path cuts ASCII text as ICU does", "[language][analyzer][property]") {
  const bool held = rc::check("same words as ICU", [] {
    const auto text =
        *rc::gen::container<std::string>(rc::gen::elementOf(std::string("abYZ019 '.,;_-&/()\"\n")));
    Analyzer analyzer("xx");
    std::vector<Span> words;
    for (const Token& token : analyzer.analyze(text)) words.push_back(token.span);
    RC_ASSERT(words == icu_words(text));
  });
  CHECK(held);
}

}  // namespace dateline::test
