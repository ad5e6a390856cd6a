#include "language/words/word_forms.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "language/words/analyzer.h"
#include "language/words/folded_word.h"
#include "language/words/sorted_rows.h"
#include "tests/support/catch.h"

namespace dateline::test {
namespace {

std::string terms(std::string_view text) {
  Analyzer analyzer("en");
  std::string result;
  for (const Token& token : analyzer.analyze(text)) {
    if (!result.empty()) result += ' ';
    result += token.term;
  }
  return result;
}

bool are_related(std::string_view word, std::string_view other) {
  const auto related = words_related_to(terms(word));
  return std::any_of(related.begin(), related.end(),
                     [&](std::string_view one) { return terms(one) == terms(other); });
}

}  // namespace

TEST_CASE("irregular forms have the term of their word", "[language][analyzer][forms]") {
  for (const auto& [form, word] :
       std::vector<std::pair<std::string_view, std::string_view>>{{"met", "meet"},
                                                                  {"fought", "fight"},
                                                                  {"sought", "seek"},
                                                                  {"held", "hold"},
                                                                  {"withdrew", "withdraw"},
                                                                  {"children", "child"},
                                                                  {"fled", "flee"}}) {
    CAPTURE(form);
    CHECK(terms(form) == terms(word));
  }
}

TEST_CASE("irregular forms that are words of their own stay", "[language][analyzer][forms]") {
  for (const auto& [form, word] : std::vector<std::pair<std::string_view, std::string_view>>{
           {"left", "leave"}, {"wound", "wind"}, {"ground", "grind"}, {"media", "medium"}}) {
    CAPTURE(form);
    CHECK(terms(form) != terms(word));
  }
}

TEST_CASE("words with one stem that have nothing in common have two terms",
          "[language][analyzer][forms]") {
  for (const auto& [one, other] :
       std::vector<std::pair<std::string_view, std::string_view>>{{"internal", "international"},
                                                                  {"import", "important"},
                                                                  {"author", "authority"},
                                                                  {"experience", "experiment"},
                                                                  {"university", "universe"},
                                                                  {"organ", "organization"}}) {
    CAPTURE(one, other);
    CHECK(terms(one) != terms(other));
  }
  CHECK(terms("authorities") == terms("authority"));
  CHECK(terms("imports") == terms("import"));
  CHECK(terms("importance") == terms("important"));
  CHECK(terms("internally") == terms("internal"));
  CHECK(terms("nations") == terms("nation"));
  CHECK(terms("numeric") == terms("numerical"));          // one sense
  CHECK(terms("approximation") == terms("approximate"));  // of derived senses
}

TEST_CASE("what is done is related to doing it, in both directions",
          "[language][analyzer][forms]") {
  for (const auto& [verb, noun] :
       std::vector<std::pair<std::string_view, std::string_view>>{{"recognize", "recognition"},
                                                                  {"invade", "invasion"},
                                                                  {"accede", "accession"},
                                                                  {"expel", "expulsion"},
                                                                  {"destroy", "destruction"},
                                                                  {"decide", "decision"},
                                                                  {"defend", "defense"}}) {
    CAPTURE(verb);
    CHECK(are_related(verb, noun));
    CHECK(are_related(noun, verb));
  }
  CHECK_FALSE(are_related("invade", "invader"));
  CHECK(words_related_to("no such term").empty());
  CHECK(words_related_to("").empty());
}

TEST_CASE("all signs for an apostrophe are one, and none is at a word's end",
          "[language][analyzer][forms]") {
  for (const std::string_view typed :
       {"d'état", "d’état", "d‘état", "d′etat", "dʼEtat", "d`etat", "d´etat", "d＇état"}) {
    CAPTURE(typed);
    CHECK(terms(typed) == terms("d'etat"));
  }
  CHECK(terms("Shiʿite Shiʻite Shi’ite") == terms("Shi'ite Shi'ite Shi'ite"));
  CHECK(terms("ʿAlī") == terms("Ali"));
  CHECK(terms("Kazanʹ") == terms("Kazan"));
  CHECK(terms("Israel′s") == terms("Israel"));
  CHECK(terms("5′30″") == "5 30");
}

TEST_CASE("what has no width vanishes within words", "[language][analyzer][forms]") {
  CHECK(terms("ura\u00ADnium") == terms("uranium"));
  CHECK(terms("Pu\u200Btin") == terms("Putin"));
  CHECK(terms("Pu\u2060tin") == terms("Putin"));
  CHECK(terms("ประเทศ\u200Bไทย").find(' ') != std::string::npos);  // there it parts words
}

TEST_CASE("the s of more than one abbreviation or designation is left out",
          "[language][analyzer][forms]") {
  CHECK(terms("NGOs MPs ICBMs") == terms("NGO MP ICBM"));
  CHECK(terms("F-16s and MiG-29s") == terms("F-16 and MiG-29"));
  CHECK(terms("Su-30s") == terms("Su-30"));
  CHECK(terms("747s T72s") == terms("747 T72"));
  CHECK(terms("1980s") != terms("1980"));
  CHECK(terms("30s") != terms("30"));
  CHECK(terms("SOS") == "sos");
  CHECK(terms("Ms") == "ms");
}

TEST_CASE("rows of a table are found, and nothing else", "[language][forms]") {
  constexpr std::string_view kTable = "alpha\tone\nbeta\ttwo\ngamma\tthree\n";
  CHECK(sorted_row_value(kTable, "alpha") == "one");
  CHECK(sorted_row_value(kTable, "beta") == "two");
  CHECK(sorted_row_value(kTable, "gamma") == "three");
  for (const std::string_view key : {"", "a", "alp", "betaa", "zeta", "one"}) {
    CAPTURE(key);
    CHECK(sorted_row_value(kTable, key).empty());
  }
  CHECK(sorted_row_value("", "a").empty());
}

}  // namespace dateline::test
