// Bytes that are not UTF-8.
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "tests/corpus/reading.h"
#include "tests/support/catch.h"

namespace dateline::test {
namespace {

using Catch::Contains;

constexpr std::string_view kFrench =
    "Le président a été reçu à Genève, où les négociations « très délicates » avaient commencé au "
    "mois "
    "de février. Le ministre des Affaires étrangères n’a pas voulu répondre à la presse.\n\nLes "
    "deux "
    "délégations se sont séparées après dîner.\n";
constexpr std::string_view kRussian =
    "Президент прибыл в Пекин для переговоров о границе. Министры подписали соглашение о торговле, "
    "и обе стороны остались довольны.\n\nСледующая встреча состоится осенью.\n";
constexpr std::string_view kJapanese =
    "首相は昨日、北京で国家主席と会談し、両国の関係について意見を交換した。会談のあと、外務大臣は記"
    "者団に対して、"
    "次の会合は秋に東京で開かれると述べた。\n";

std::string encode(std::string_view utf8, const char* encoding) {
  const auto text = icu::UnicodeString::fromUTF8(std::string{utf8});
  std::string result(utf8.size() * 4 + 8, '\0');
  const auto size = text.extract(0, text.length(), result.data(),
                                 static_cast<std::uint32_t>(result.size()), encoding);
  result.resize(static_cast<std::size_t>(size));
  return result;
}

TEST_CASE("legacy encodings are recognised and converted, with a note", "[corpus][encoding]") {
  struct Case {
    std::string_view text;
    const char* encoding;
  };
  const std::vector<Case> cases{{kFrench, "windows-1252"}, {kRussian, "windows-1251"},
                                {kRussian, "KOI8-R"},      {kJapanese, "Shift_JIS"},
                                {kJapanese, "EUC-JP"},     {kFrench, "UTF-16"},
                                {kRussian, "UTF-32"}};
  for (const auto& [text, encoding] : cases) {
    CAPTURE(encoding);
    const auto reading = read_bytes("a.txt", encode(text, encoding));
    CAPTURE(reading.refusal);
    REQUIRE(reading.articles.size() == 1);
    CHECK(reading.articles[0].text == text);
    REQUIRE(reading.problems.size() == 1);
    CHECK_THAT(reading.problems[0].message, Contains("converted from"));
    CHECK_FALSE(reading.problems[0].skipped);
    CHECK_THAT(broken_invariant(reading.articles[0]), Catch::Equals(""));
  }
}

TEST_CASE("Latin-1 is recognised even where its first accent comes late", "[corpus][encoding]") {
  std::string bytes;
  for (int i = 0; i < 500; ++i) bytes += "The two ministers met and said that they had met.\n\n";
  bytes += encode("The communiqué of the élite, naïve as a résumé, was read in the café.\n",
                  "windows-1252");
  const auto reading = read_bytes("a.txt", bytes);
  CAPTURE(reading.refusal);
  REQUIRE(reading.articles.size() == 1);
  CHECK_THAT(reading.articles[0].text, Contains("naïve as a résumé, was read in the café."));
  CHECK(reading.problems.at(0).message == "converted from windows-1252");
}

TEST_CASE("UTF-16 in both byte orders loses its mark and nothing else", "[corpus][encoding]") {
  for (const std::string encoding : {"UTF-16LE", "UTF-16BE"}) {
    const std::string mark = encoding == "UTF-16LE" ? "\xFF\xFE" : "\xFE\xFF";
    CAPTURE(encoding);
    const auto reading = read_bytes("a.txt", mark + encode(kFrench, encoding.c_str()));
    REQUIRE(reading.articles.size() == 1);
    CHECK(reading.articles[0].text == kFrench);
    CHECK(reading.problems.at(0).message == "converted from " + encoding);
  }
}

TEST_CASE("UTF-16 that breaks off in a character is refused", "[corpus][encoding]") {
  auto bytes = "\xFF\xFE" + encode(kFrench, "UTF-16LE");
  bytes.pop_back();
  CHECK_THAT(read_bytes("a.txt", bytes).refusal, Contains("UTF-16LE"));
}

TEST_CASE("a few damaged bytes in UTF-8 are replaced and counted", "[corpus][encoding]") {
  auto bytes = std::string{kFrench} + std::string{kFrench};
  bytes[bytes.find("é") + 1] = 'x';
  const auto reading = read_bytes("a.txt", bytes);
  REQUIRE(reading.articles.size() == 1);
  CHECK_THAT(reading.articles[0].text, Contains("pr\xEF\xBF\xBDxsident"));
  CHECK_THAT(reading.problems.at(0).message, Contains("1 ill-formed"));
}

TEST_CASE("bytes that no encoding explains are refused", "[corpus][encoding]") {
  std::mt19937 random{20010219};
  std::string bytes(4000, ' ');
  for (char& c : bytes) c = static_cast<char>(1 + random() % 255);
  const auto reading = read_bytes("a.txt", bytes);
  CHECK(reading.articles.empty());
  CHECK_FALSE(reading.refusal.empty());
}

TEST_CASE("a stray NUL in a long text does not make it binary", "[corpus][encoding]") {
  std::string bytes;
  for (int i = 0; i < 100; ++i) bytes += "The two ministers met and said that they had met.\n\n";
  bytes[2000] = '\0';
  const auto article = read_one("a.txt", bytes);
  CHECK(article.text == bytes);
}

}  // namespace
}  // namespace dateline::test
