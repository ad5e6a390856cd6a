#include "language/spellings/word_variants.h"

#include <fmt/format.h>
#include <rapidcheck.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "language/spellings/variant_key.h"
#include "tests/support/catch.h"

namespace dateline::test {
namespace {

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const auto end = std::min(text.find(' '), text.size());
    words.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

std::string_view name_of(VariantReason reason) {
  switch (reason) {
    case VariantReason::country:
      return "country";
    case VariantReason::place:
      return "place";
    case VariantReason::spelling:
      return "spelling";
    case VariantReason::script:
      return "script";
    case VariantReason::organization:
      return "organization";
    case VariantReason::foreign:
      return "foreign";
  }
  return "";
}

std::string variants_of(std::string_view typed) {
  static const WordVariants variants;
  std::string list;
  for (const auto& variant : variants.of(words_of(typed))) {
    if (!list.empty()) list += ", ";
    list += fmt::format("{} ({})", variant.text, name_of(variant.reason));
  }
  return list;
}

bool has_variant(std::string_view typed, std::string_view wanted, std::string_view reason) {
  const auto list = ", " + variants_of(typed) + ", ";
  return list.find(fmt::format(", {} ({}), ", wanted, reason)) != std::string::npos;
}

std::vector<std::string> variant_keys_of(std::string_view typed) {
  static const WordVariants variants;
  std::vector<std::string> keys;
  for (const auto& variant : variants.of(words_of(typed)))
    keys.push_back(variant_key(variant.text));
  return keys;
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> pieces;
  std::istringstream in{std::string{text}};
  for (std::string piece; std::getline(in, piece, separator);) pieces.push_back(piece);
  return pieces;
}

std::vector<std::vector<std::string>> rows_of(std::string_view table) {
  std::ifstream in{fmt::format("{}/language/data/{}.tsv", DATELINE_SOURCE_DIR, table)};
  std::vector<std::vector<std::string>> rows;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#') continue;
    rows.push_back(split(split(line, '\t').front(), '|'));
  }
  return rows;
}

struct Expected {
  std::string_view typed;
  std::string_view variant;
  std::string_view reason;
};

}  // namespace

TEST_CASE("a country is found by its other names", "[language][variants]") {
  const std::vector<Expected> cases{
      {"Burma", "Myanmar", "country"},
      {"MYANMAR", "Burma", "country"},
      {"Burma's", "Myanmar", "country"},
      {"Burma’s", "Myanmar", "country"},
      {"(Burma),", "Myanmar", "country"},
      {"South Korea?", "ROK", "country"},
      {"Ivory Coast", "Côte d'Ivoire", "country"},
      {"Cote d'Ivoire", "Ivory Coast", "country"},
      {"PRC", "China", "country"},
      {"People's Republic of China", "China", "country"},
      {"People’s Republic of China", "PRC", "country"},
      {"china", "PRC", "country"},
      {"ROK", "South Korea", "country"},
      {"south korea", "ROK", "country"},
      {"DPRK", "North Korea", "country"},
      {"North Korea", "Democratic People's Republic of Korea", "country"},
      {"UAE", "United Arab Emirates", "country"},
      {"United Arab Emirates", "UAE", "country"},
      {"USA", "United States", "country"},
      {"U.S.", "United States", "country"},
      {"US", "USA", "country"},
      {"United States of America", "US", "country"},
      {"UK", "Britain", "country"},
      {"Great Britain", "UK", "country"},
      {"Czechia", "Czech Republic", "country"},
      {"Swaziland", "Eswatini", "country"},
      {"North Macedonia", "Macedonia", "country"},
      {"macedonia", "FYROM", "country"},
      {"East Timor", "Timor Leste", "country"},
      {"Timor-Leste", "East Timor", "country"},
      {"USSR", "Soviet Union", "country"},
      {"U.S.S.R.", "Soviet Union", "country"},
      {"Zaire", "DRC", "country"},
      {"DR Congo", "Zaïre", "country"},
      {"Ceylon", "Sri Lanka", "country"},
      {"Iran", "Persia", "country"},
      {"FRG", "West Germany", "country"},
      {"Falklands", "Malvinas", "country"},
      {"ROC", "Taiwan", "country"},
  };
  for (const auto& [typed, variant, reason] : cases) {
    CAPTURE(typed, variant, variants_of(typed));
    CHECK(has_variant(typed, variant, reason));
  }
}

TEST_CASE("a country is known by its name in other languages", "[language][variants]") {
  const std::vector<std::pair<const char*, const char*>> cases{
      {"Allemagne", "DE"}, {"Deutschland", "DE"}, {"Italia", "IT"},  {"Polska", "PL"},
      {"Schweiz", "CH"},   {"Suisse", "CH"},      {"Sverige", "SE"}, {"Reino Unido", "GB"},
      {"俄罗斯", "RU"},    {"北朝鮮", "KP"},      {"Тайвань", "TW"}, {"Etats-Unis", "US"}};
  for (const auto& [name, code] : cases) {
    INFO(name);
    CHECK(foreign_country(name) == CountryCode(code));
  }
  // English names, and towns, persons and words that are a country's name elsewhere.
  for (const auto* name : {"Germany", "Granada", "Helena", "Norfolk", "Turkey", "Man", "Guiana"}) {
    INFO(name);
    CHECK_FALSE(foreign_country(name));
  }
}

TEST_CASE("a place is found by its other names and spellings", "[language][variants]") {
  const std::vector<Expected> cases{
      {"Kiev", "Kyiv", "place"},
      {"kyiv", "Kiev", "place"},
      {"Peking", "Beijing", "place"},
      {"Rangoon", "Yangon", "place"},
      {"Bombay", "Mumbai", "place"},
      {"Saigon", "Ho Chi Minh City", "place"},
      {"Leningrad", "St. Petersburg", "place"},
      {"Saint Petersburg", "Leningrad", "place"},
      {"Ulan Bator", "Ulaanbaatar", "place"},
      {"Alma-Ata", "Almaty", "place"},
      {"Sana'a", "Sanaa", "place"},
      {"sanaa", "Sana'a", "place"},
      {"Pusan", "Busan", "place"},
      {"Munchen", "Munich", "place"},
      {"Takeshima", "Dokdo", "place"},
      {"Szechwan", "Sichuan", "place"},
  };
  for (const auto& [typed, variant, reason] : cases) {
    CAPTURE(typed, variant, variants_of(typed));
    CHECK(has_variant(typed, variant, reason));
  }
}

TEST_CASE("a name is found by its other romanizations", "[language][variants]") {
  const std::vector<Expected> cases{
      {"Gaddafi", "Qaddafi", "spelling"},
      {"kadafi", "Gadhafi", "spelling"},
      {"Khrushchov", "Khrushchev", "spelling"},
      {"Zelenskyy", "Zelensky", "spelling"},
      {"Mao Tse-tung", "Mao Zedong", "spelling"},
      {"mao zedong", "Mao Tse-tung", "spelling"},
      {"Jiang Jieshi", "Chiang Kai-shek", "spelling"},
      {"Hizbullah", "Hezbollah", "spelling"},
      {"al-Qaida", "Al Qaeda", "spelling"},
      {"al qaeda", "al-Qa'ida", "spelling"},
      {"Koran", "Qur'an", "spelling"},
      {"Taleban", "Taliban", "spelling"},
      {"Mohammed", "Muhammad", "spelling"},
      {"Milosevic", "Milosevich", "spelling"},
      {"Kim Jong Il", "Kim Chong-il", "spelling"},
      {"Uyghur", "Uighur", "spelling"},
  };
  for (const auto& [typed, variant, reason] : cases) {
    CAPTURE(typed, variant, variants_of(typed));
    CHECK(has_variant(typed, variant, reason));
  }
}

TEST_CASE("an English word is found in the other spelling", "[language][variants]") {
  CHECK(variants_of("Defence") == "defense (spelling)");
  CHECK(variants_of("organization") == "organisation (spelling)");
  CHECK(variants_of("per cent") == "percent (spelling)");
}

TEST_CASE("a word of another script is found in Latin letters", "[language][variants]") {
  const std::vector<Expected> cases{
      {"Путин", "Putin", "script"},
      {"Киев", "Kyiv", "script"},
      {"Москва", "Moscow", "script"},
      {"Хрущев", "Khrushchev", "script"},
      {"Каддафи", "Gaddafi", "script"},
      {"Зеленський", "Zelensky", "script"},
      {"江泽民", "Jiang Zemin", "script"},
      {"毛泽东", "Mao Tse-tung", "script"},
      {"蔣介石", "Chiang Kai-shek", "script"},
      {"北京", "Peking", "script"},
      {"台北", "Taipei", "script"},
      {"김정일", "Kim Jong-il", "script"},
      {"평양", "Pyongyang", "script"},
  };
  for (const auto& [typed, variant, reason] : cases) {
    CAPTURE(typed, variant, variants_of(typed));
    CHECK(has_variant(typed, variant, reason));
  }
}

TEST_CASE("common words and what has no other name have no variants", "[language][variants]") {
  for (const std::string_view typed : {"us",
                                       "it",
                                       "in",
                                       "am",
                                       "to",
                                       "so",
                                       "is",
                                       "or",
                                       "and",
                                       "be",
                                       "pa",
                                       "de",
                                       "gb",
                                       "fry",
                                       "roc",
                                       "png",
                                       "the",
                                       "of",
                                       "may",
                                       "march",
                                       "china sea",
                                       "chad",
                                       "turkey trot",
                                       "republic",
                                       "united",
                                       "south",
                                       "korea",
                                       "georgia",
                                       "congo",
                                       "england",
                                       "scotland",
                                       "gaza",
                                       "suez",
                                       "trinidad",
                                       "washington",
                                       "london",
                                       "french",
                                       "chinese",
                                       "russian",
                                       "kremlin",
                                       "size",
                                       "four",
                                       "prize",
                                       "wise",
                                       "hour",
                                       "raise",
                                       "exercise",
                                       "called",
                                       "",
                                       " ",
                                       "'",
                                       ".",
                                       "2001",
                                       "Путин Путин",
                                       "South, Korea",
                                       "Ivory (Coast"}) {
    CAPTURE(typed);
    CHECK(variants_of(typed).empty());
  }
}

TEST_CASE("capitals are the people's names, not their countries'", "[language][variants]") {
  for (const std::string_view typed : {"Moscow", "Beijing", "Paris", "Washington"}) {
    CAPTURE(typed, variants_of(typed));
    CHECK(variants_of(typed).find("(country)") == std::string::npos);
  }
}

TEST_CASE("no variant is the name itself or a phrase that holds it", "[language][variants]") {
  const WordVariants variants;
  for (const std::string_view typed : {"Turkey", "Jordan", "Mali", "Macedonia", "USA", "Bosnia",
                                       "Kazakhstan", "Congo-Kinshasa", "Gaddafi", "Kiev"}) {
    const auto key = ' ' + variant_key(typed) + ' ';
    for (const auto& variant : variants.of(words_of(typed))) {
      CAPTURE(typed, variant.text);
      CHECK((' ' + variant_key(variant.text) + ' ').find(key) == std::string::npos);
    }
  }
}

TEST_CASE("variants are few, and as many words as a query's run may have", "[language][variants]") {
  const WordVariants variants;
  for (const std::string_view typed : {"Zaire", "Хрущёв", "Gaddafi", "Kyrgyzstan", "Жириновский"}) {
    CAPTURE(typed);
    const auto found = variants.of(words_of(typed)).size();
    CHECK(found > 0);
    CHECK(found <= WordVariants::kMaxVariants);
  }
  CHECK(variants.of({}).empty());
  CHECK(variants_of("the Democratic People's Republic of Korea").empty());
  const std::string long_word(1 << 20, 'a');
  CHECK(variants.of(words_of(long_word)).empty());
  CHECK(variants_of("\xFF\xFE \xD0").empty());
}

TEST_CASE("the spellings of a row are variants of each other", "[language][variants]") {
  std::size_t rows = 0;
  for (const std::string_view table : {"place_spellings", "name_spellings"}) {
    for (const auto& spellings : rows_of(table)) {
      ++rows;
      for (const auto& typed : spellings) {
        const auto found = variant_keys_of(typed);
        for (const auto& other : spellings) {
          const auto key = ' ' + variant_key(other) + ' ';
          const bool holds_typed = key.find(' ' + variant_key(typed) + ' ') != std::string::npos;
          if (holds_typed) continue;
          CAPTURE(table, typed, other, variants_of(typed));
          CHECK(std::any_of(found.begin(), found.end(), [&](const std::string& variant) {
            return key.find(' ' + variant + ' ') != std::string::npos;
          }));
        }
      }
    }
  }
  CHECK(rows > 300);
}

TEST_CASE("one object serves many threads", "[language][variants]") {
  const WordVariants variants;
  std::vector<std::size_t> found(4);
  {
    std::vector<std::jthread> threads;
    threads.reserve(found.size());
    for (auto& count : found) {
      threads.emplace_back([&variants, &count] {
        for (const std::string_view typed : {"Путин", "江泽民", "김정일", "Τσίπρας", "Burma"}) {
          count += variants.of(words_of(typed)).size();
        }
      });
    }
  }
  CHECK(found.front() > 5);
  CHECK(std::count(found.begin(), found.end(), found.front()) == 4);
}

TEST_CASE("any bytes may be asked for", "[language][variants]") {
  const WordVariants variants;
  const auto piece = rc::gen::oneOf(rc::gen::elementOf(std::vector<std::string>{
                                        "К", "и", "ё", "ий", "ь", "江", "泽", "김", "α", "ა",
                                        "トヨ", "U.S.", "Burma", "'", "’", "-", "|", " "}),
                                    rc::gen::container<std::string>(rc::gen::arbitrary<char>()));
  CHECK(rc::check("variants are few and never the words themselves", [&] {
    std::vector<std::string> words;
    for (const auto& pieces : *rc::gen::container<std::vector<std::vector<std::string>>>(
             rc::gen::container<std::vector<std::string>>(piece))) {
      words.emplace_back();
      for (const auto& bytes : pieces) words.back() += bytes;
    }
    const std::vector<std::string_view> views{words.begin(), words.end()};
    const auto found = variants.of(views);
    RC_ASSERT(found.size() <= WordVariants::kMaxVariants);
    for (const auto& variant : found) {
      RC_ASSERT(!variant.text.empty());
      RC_ASSERT(words.size() > 1 || variant.text != words.front());
    }
  }));
}

TEST_CASE("the time of a look-up", "[.][variants-time]") {
  const WordVariants variants;
  const std::vector<std::string_view> typed{"organization", "Burma", "treaty", "travelled", "Kiev"};
  const auto start = std::chrono::steady_clock::now();
  constexpr int kRounds = 20'000;
  std::size_t found = 0;
  for (int i = 0; i < kRounds; ++i) {
    for (std::size_t n = 1; n <= typed.size(); ++n) {
      found += variants.of(std::span{typed}.first(n)).size();
      found += variants.of(std::span{typed}.subspan(n - 1, 1)).size();
    }
  }
  const std::chrono::duration<double, std::micro> took = std::chrono::steady_clock::now() - start;
  WARN(fmt::format("{:.2f} µs a look-up, {} found", took.count() / kRounds / 10, found));
}

}  // namespace dateline::test
