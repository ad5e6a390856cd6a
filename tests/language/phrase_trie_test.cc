#include "language/words/phrase_trie.h"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "tests/support/catch.h"

namespace dateline::test {
namespace {

/// Phrases with the numbers 0, 1, … in order.
PhraseTrie trie_of(std::initializer_list<std::string_view> phrases, PhraseSpelling spelling = {}) {
  PhraseTrie trie{spelling};
  std::uint32_t number = 0;
  for (const auto phrase : phrases) trie.value(phrase, scan_words(phrase)) = number++;
  return trie;
}

/// The longest phrase at the text's first word: "number/last word", with "c" where capitals made
/// the match and "d" where stops were left out; "-" for none.
std::string longest(const PhraseTrie& trie, std::string_view text) {
  const auto words = scan_words(text);
  const auto match = words.empty() ? std::nullopt : trie.longest(text, words, 0);
  if (!match) return "-";
  return std::to_string(match->value) + "/" + std::to_string(match->last_word) +
         (match->by_capitals ? "c" : "") + (match->dotted ? "d" : "");
}

}  // namespace

TEST_CASE("the longest phrase that begins at a word is found", "[language][phrases]") {
  const auto trie = trie_of({"Guinea", "Guinea-Bissau", "Papua New Guinea", "Korea"});
  CHECK(longest(trie, "Guinea and") == "0/0");
  CHECK(longest(trie, "Guinea-Bissau and") == "1/1");
  CHECK(longest(trie, "Guinea Bissau") == "1/1");
  CHECK(longest(trie, "Papua New Guinea Bissau") == "2/2");
  CHECK(longest(trie, "Papua New") == "-");
  CHECK(longest(trie, "New Guinea") == "-");
  CHECK(longest(trie, "guinea") == "-");
  CHECK(longest(trie, "") == "-");
  CHECK(longest(PhraseTrie{PhraseSpelling{}}, "Guinea") == "-");
}

TEST_CASE("what joins the words of a phrase must be as in the phrase", "[language][phrases]") {
  const auto trie = trie_of({"St. Kitts", "Korea, North", "HIV/AIDS", "Asia-Pacific"});
  CHECK(longest(trie, "St. Kitts") == "0/1");
  CHECK(longest(trie, "St Kitts") == "-");
  CHECK(longest(trie, "Korea, North") == "1/1");
  CHECK(longest(trie, "Korea North") == "-");
  CHECK(longest(trie, "HIV/AIDS") == "2/1");
  CHECK(longest(trie, "Asia–Pacific") == "3/1");
  CHECK(longest(trie, "Asia: Pacific") == "-");
  CHECK(longest(trie, "Asia- Pacific") == "-");
  CHECK(longest(trie_of({"Asia-Pacific"}, {.broken_hyphens = true}), "Asia-\nPacific") == "0/1");
}

TEST_CASE("possessives count inside a phrase and at its end", "[language][phrases]") {
  const auto trie = trie_of({"People's Republic", "St. John's", "Nation Union"});
  CHECK(longest(trie, "People's Republic") == "0/1");
  CHECK(longest(trie, "People Republic") == "-");
  CHECK(longest(trie, "Nation's Union") == "-");
  CHECK(longest(trie, "St. John's") == "1/1");
  CHECK(longest(trie, "St. John") == "-");
  CHECK(longest(trie, "People’s Republic’s") == "0/1");
}

TEST_CASE("words in capitals and dotted capitals are marked", "[language][phrases]") {
  const auto trie = trie_of({"Soviet Union", "UN", "Türkiye"}, {.dotted_capitals = true});
  CHECK(longest(trie, "SOVIET UNION") == "0/1c");
  CHECK(longest(trie, "Soviet UNION") == "0/1c");
  CHECK(longest(trie, "U.N.") == "1/0d");
  CHECK(longest(trie, "UN") == "1/0");
  CHECK(longest(trie, "U.NX") == "-");
  CHECK(longest(trie, "TÜRKIYE") == "2/0c");
  CHECK(longest(trie, "Tu\u0308rkiye") == "2/0");  // letter and mark apart
  CHECK(longest(trie_of({"UN"}), "U.N.") == "-");
}

TEST_CASE("a phrase keeps the value that was set last", "[language][phrases]") {
  PhraseTrie trie{PhraseSpelling{}};
  const auto words = scan_words("North Korea");
  CHECK(trie.value("North Korea", words) == PhraseTrie::kNone);
  trie.value("North Korea", words) = 1;
  CHECK(trie.value("North Korea", words) == 1);
  trie.value("North Korea", words) = 2;
  CHECK(longest(trie, "North Korea") == "2/1");
}

TEST_CASE("spellings of a word stand for it in every phrase", "[language][phrases]") {
  PhraseTrie trie{PhraseSpelling{}};
  const auto word = trie.add_word("Organization");
  trie.add_spelling("Organisation", word);
  CHECK(trie.add_word("Organisation") == word);
  trie.value("World Trade Organization", scan_words("World Trade Organization")) = 0;
  CHECK(longest(trie, "World Trade Organisation") == "0/2");
  CHECK(longest(trie, "WORLD TRADE ORGANISATION") == "0/2c");
  CHECK(trie.known_word("Organisation", scan_words("Organisation").front()).number == word);
}

TEST_CASE("a phrase is found by its first word and the words behind", "[language][phrases]") {
  const auto trie = trie_of({"North Korea", "North", "Korea"});
  const std::string_view text = "Korea talks";
  const auto words = scan_words(text);
  CHECK(trie.find("North", text, {words.data(), 1}) == 0);
  CHECK(trie.find("North", text, {}) == 1);
  CHECK(trie.find("South", text, {words.data(), 1}) == PhraseTrie::kNone);
  CHECK(trie.find("North", text, words) == PhraseTrie::kNone);
}

TEST_CASE("words that are too long are in no phrase", "[language][phrases]") {
  const std::string longest_word(PhraseTrie::kMaxWordBytes, 'a');
  const auto too_long = "B" + longest_word;
  const auto trie = trie_of({too_long, longest_word});
  CHECK(longest(trie, longest_word) == "1/0");
  CHECK(longest(trie, too_long) == "-");
}

}  // namespace dateline::test
