// What hostile texts cost, counted in basic blocks of language/ that run: the same on every
// machine, at every load. What the C++ library's and ICU's own compiled code does is not in the
// count.
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "language/countries/country_finder.h"
#include "language/dates/date_finder.h"
#include "language/organizations/organization_finder.h"
#include "language/persons/person_finder.h"
#include "language/words/sentences.h"
#include "tests/quality/work_count.h"
#include "tests/support/catch.h"

namespace dateline::test {

namespace {

constexpr std::size_t kSmall = std::size_t{1} << 17;
constexpr std::size_t kLarge = std::size_t{1} << 20;

using Cost = std::function<void(const std::string&)>;

struct Finder {
  std::string name;
  Cost find;
};

std::vector<Finder> finders() {
  static const DateFinder dates;
  static const CountryFinder countries;
  static const OrganizationFinder organizations;
  static const PersonFinder persons;
  DateContext context;
  context.anchor = quarter_interval(2001, 1);
  DateContext entry = context;
  entry.is_entry = true;
  return {
      {"dates", [=](const std::string& text) { (void)dates.find(text, context); }},
      {"dates of an entry", [=](const std::string& text) { (void)dates.find(text, entry); }},
      {"countries", [](const std::string& text) { (void)countries.find(text); }},
      {"sentences", [](const std::string& text) { (void)split_sentences(text); }},
      {"organizations", [](const std::string& text) { (void)organizations.find(text); }},
      {"persons",
       [=](const std::string& text) {
         PersonSource source;
         source.text = text;
         (void)persons.find({&source, 1}, context.anchor);
       }},
  };
}

Cost finder_called(const std::string& name) {
  for (auto& finder : finders()) {
    if (finder.name == name) return finder.find;
  }
  throw std::logic_error("no finder is called " + name);
}

double blocks_per_byte(const Cost& find, const std::string& text) {
  const auto before = work_done();
  find(text);
  return static_cast<double>(work_done() - before) / static_cast<double>(text.size());
}

// The sample articles, one behind the other, as one paragraph.
std::string plain_text() {
  std::set<std::filesystem::path> paths;
  for (const auto& file :
       std::filesystem::directory_iterator(DATELINE_SOURCE_DIR "/corpus/articles")) {
    paths.insert(file.path());
  }
  std::string text;
  for (const auto& path : paths) {
    std::ifstream in(path, std::ios::binary);
    text.append(std::istreambuf_iterator<char>{in}, {});
  }
  return text;
}

const std::vector<std::string> kHostile{"Jan ",
                                        "7",
                                        "1999 ",
                                        "12 ",
                                        "-",
                                        "– ",
                                        "China ",
                                        "Sino-",
                                        "Congo ",
                                        "North and ",
                                        "Georgia, ",
                                        "Brussels, ",
                                        "May 1, ",
                                        "May 1 to ",
                                        "1, 2 and ",
                                        "between 1 and ",
                                        "the first half of ",
                                        "two weeks before ",
                                        "Monday, ",
                                        "on the 28th ",
                                        "1, 2, 3, 4, 5, 6, 7, 8, 9 and ",
                                        "June 4 ",
                                        "Feb. 29 ",
                                        "Q1 ",
                                        "FY1999 ",
                                        "31.12.",
                                        "12/",
                                        "attacks of Sept. 11 ",
                                        "in three months ",
                                        "will ",
                                        "\xC2\xA7\xC2\xA7 1503, ",
                                        "(Smith 1998; ",
                                        "see Smith (1998) ",
                                        "28.9.-2.10.1998 ",
                                        "in 1999.5 A ",
                                        "a_1.pdf/",
                                        "1/a.b-",
                                        "Theresa May May ",
                                        "the May tests of ",
                                        "since Sept. 11 ",
                                        "the late 70s and ",
                                        "over the next two years ",
                                        "Foreign Minister Kofi Togo ",
                                        "Korea, North ",
                                        "(KCNA) ",
                                        "U.S. ",
                                        "U.S.-China-",
                                        "Michael Jordan ",
                                        "Paris, Texas, ",
                                        "English, French and ",
                                        "Côte d’Ivoire ",
                                        "North and South Korea ",
                                        "EU ",
                                        "UN ",
                                        "the Union ",
                                        "NATO (NATO) ",
                                        "A. ",
                                        "President ",
                                        "General Secretary of ",
                                        "Russian Foreign Minister ",
                                        "Minister A. Ivanov met B. Ivanov. ",
                                        "Ivanov, the ",
                                        "Ivanov-",
                                        "de la ",
                                        "Bush, ",
                                        "Ali bin Ali bin ",
                                        "Mohammed Ali Hassan Abdullah ",
                                        "Mohammed Ali Hassan, ",
                                        "(",
                                        "'",
                                        "\xE2\x80\x9C",
                                        "\xE2\x80",
                                        " ",
                                        "\n",
                                        "x"};

// No hostile text may cost more than so many times what prose of its length does.
void check_against_prose(const Cost& find, double most) {
  const auto prose = plain_text();
  REQUIRE(prose.size() > 10'000);
  const double usual = blocks_per_byte(find, repeated_text(prose, kSmall));
  REQUIRE(usual > 1);
  for (const auto& unit : kHostile) {
    const double cost = blocks_per_byte(find, repeated_text(unit, kSmall));
    CAPTURE(unit, cost, usual);
    CHECK(cost <= most * usual);
  }
}

TEST_CASE("what a hostile text costs grows no faster than its length", "[quality][work]") {
  for (const auto& [name, find] : finders()) {
    for (const auto& unit : kHostile) {
      const double small = blocks_per_byte(find, repeated_text(unit, kSmall));
      const double large = blocks_per_byte(find, repeated_text(unit, kLarge));
      CAPTURE(name, unit, small, large);
      REQUIRE(small > 0);
      CHECK(large <= 1.1 * small);
    }
  }
}

// A text of nothing but mentions has more to find in each byte than prose has.
TEST_CASE("no text costs more than four times what prose of its length does", "[quality][work]") {
  const auto all = [](const std::string& text) {
    for (const auto& finder : finders()) finder.find(text);
  };
  check_against_prose(all, 4);
}

// The shortest mention, Q1, has two bytes; each takes about as much as twenty bytes of prose.
TEST_CASE("no text costs the date finder more than six times what prose does", "[quality][work]") {
  const Cost find = finders().front().find;
  check_against_prose(find, 6);
}

// Nothing but mentions: each is judged by what stands around it, and no text has more of them.
TEST_CASE("no text costs the country finder more than four times what prose does",
          "[quality][work]") {
  const Cost find = finder_called("countries");
  check_against_prose(find, 4);
}

// Prose costs it next to nothing, since few words begin a name; "EU " is a mention in three bytes.
TEST_CASE("no text costs the organization finder more than eight times what prose does",
          "[quality][work]") {
  const Cost find = finder_called("organizations");
  check_against_prose(find, 8);
}

// "Bush, " is a name in six bytes, with all that is asked of one.
TEST_CASE("no text costs the person finder more than eight times what prose does",
          "[quality][work]") {
  const Cost find = finder_called("persons");
  check_against_prose(find, 8);
}

// Each of them is another person, and each short form may mean any of them.
TEST_CASE("two hundred bearers of one surname cost each byte no more than ten do",
          "[quality][work]") {
  const Cost find = finder_called("persons");
  const auto bearers = [](int count) {
    std::string text;
    for (int i = 0; i < count; ++i) {
      const std::string given(1, static_cast<char>('A' + i % 26));
      text += "Minister " + given + std::string(1 + static_cast<std::size_t>(i / 26), 'o') +
              " Ivanov met Ivanov. ";
    }
    return text;
  };
  const double few = blocks_per_byte(find, repeated_text(bearers(10), kSmall));
  const double many = blocks_per_byte(find, repeated_text(bearers(200), kSmall));
  CAPTURE(few, many);
  CHECK(many <= 4 * few);
}

}  // namespace
}  // namespace dateline::test
