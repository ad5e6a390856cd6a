#include <fmt/format.h>
#include <fmt/ranges.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include "language/organizations/organization_finder.h"
#include "tests/support/catch.h"

namespace dateline::test {
namespace {

const OrganizationFinder& finder() {
  static const OrganizationFinder built;
  return built;
}

std::string values_in(std::string_view text) {
  std::set<std::string_view> values;
  for (const auto& mention : finder().find(text)) values.insert(mention.value);
  return fmt::format("{}", fmt::join(values, ","));
}

/// "value:words:rule" of each mention, parted by " | ".
std::string mentions_in(std::string_view text) {
  std::vector<std::string> parts;
  for (const auto& mention : finder().find(text)) {
    parts.push_back(fmt::format("{}:{}:{}", mention.value, mention.span.of(text), mention.rule));
  }
  return fmt::format("{}", fmt::join(parts, " | "));
}

std::string repeated(std::string_view piece, std::size_t size_bytes) {
  std::string text;
  while (text.size() < size_bytes) text += piece;
  return text;
}

TEST_CASE("labelled sentences give exactly the organizations they are labelled with",
          "[language][organization]") {
  std::ifstream in{std::filesystem::path{DATELINE_SOURCE_DIR} /
                   "tests/language/organization_sentences.tsv"};
  std::size_t rows = 0;
  std::size_t empty = 0;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with('#')) continue;
    const auto tab = line.rfind('\t');
    REQUIRE(tab != std::string::npos);
    auto text = line.substr(0, tab);
    const auto expected = line.substr(tab + 1);
    if (const auto at = text.find("\\n"); at != std::string::npos) {
      text.erase(at, 1);
      text[at] = '\n';
    }
    ++rows;
    if (expected.empty()) ++empty;
    CAPTURE(text);
    CHECK(values_in(text) == expected);
  }
  CHECK(rows >= 60);
  CHECK(empty * 3 >= rows);
}

TEST_CASE("a mention covers the longest name, without possessive and article",
          "[language][organization]") {
  const std::vector<std::pair<std::string, std::string>> table{
      {"The U.N.'s chief", "UN:U.N.:organization-abbreviation"},
      {"the UN Security Council's vote", "UN:UN Security Council:organization-name"},
      {"NATO-led and non-NATO",
       "NATO:NATO:organization-abbreviation | NATO:NATO:organization-abbreviation"},
      {"World Health Organization (WHO)",
       "WHO:World Health Organization:organization-name | "
       "WHO:WHO:organization-abbreviation"},
      {"Asia–Pacific Economic Co‑operation",
       "APEC:Asia–Pacific Economic Co‑operation:organization-name"},
      {"the United Nations Children’s Fund",
       "UNICEF:United Nations Children’s Fund:organization-name"},
      {"the UN's General Assembly",
       "UN:UN:organization-abbreviation | UN:General Assembly:organization-name"},
      {"The EU grew. The Union's budget did not.",
       "EU:EU:organization-abbreviation | EU:Union:organization-short-name"},
      {"the G-20", "G20:G-20:organization-abbreviation"},
      {"Nato and Mercosur",
       "NATO:Nato:organization-abbreviation | Mercosur:Mercosur:organization-name"},
  };
  for (const auto& [text, expected] : table) {
    CAPTURE(text);
    CHECK(mentions_in(text) == expected);
  }
}

TEST_CASE("a short reference is to what was named last", "[language][organization]") {
  const std::vector<std::pair<std::string, std::string>> table{
      {"The EU met the African Union. The Union's chairman spoke.",
       "AU:Union:organization-short-name"},
      {"The AU met the European Union. The Union's chairman spoke.",
       "EU:Union:organization-short-name"},
      {"The EU met envoys of the Soviet Union. The Union fell apart.", ""},
      {"The Union spoke. The EU listened.", ""},
      {"The EU flag and the Union Jack flew.", ""},
      {"The EU wrote to the Union of Students.", ""},
  };
  for (const auto& [text, expected] : table) {
    CAPTURE(text);
    const auto found = mentions_in(text);
    CHECK((found.find("short-name") == std::string::npos) == expected.empty());
    CHECK(found.find(expected) != std::string::npos);
  }
}

TEST_CASE("capitals decide whether an abbreviation is a word", "[language][organization]") {
  const std::vector<std::pair<std::string, std::string>> table{
      {"WHO IS IN CHARGE", ""},
      {"W.H.O. IS IN CHARGE", "WHO"},
      {"GENEVA, WHO officials said", "WHO"},
      {"FAO/WHO", "FAO,WHO"},
      {"WHO", ""},
      {"AU REVOIR", ""},
      {"NATO STRIKES AS UNITED NATIONS DEBATES", "NATO,UN"},
      {"COMMON SENSE AND THE UNION", ""},
  };
  for (const auto& [text, expected] : table) {
    CAPTURE(text);
    CHECK(values_in(text) == expected);
  }
}

TEST_CASE("spans are in order, apart, and inside any text", "[language][organization]") {
  const std::vector<std::string> texts{
      "",
      "UN",
      "\xFFUN\xC3 NATO\xE2\x80",
      "U.",
      "U.N",
      "(UN) (EU (UN)",
      "G-",
      "the Alliance NATO the Alliance’",
      std::string("UN\0EU", 5),
      "&&& UN & EU",
      repeated("(ICC) ICC Court of the Union of ", 5000),
  };
  for (const auto& text : texts) {
    CAPTURE(text.substr(0, 40));
    std::uint32_t end = 0;
    for (const auto& mention : finder().find(text)) {
      CHECK(mention.span.begin >= end);
      CHECK(mention.span.end > mention.span.begin);
      CHECK(mention.span.end <= text.size());
      end = mention.span.end;
    }
  }
}

TEST_CASE("every piece of a long hostile text is read", "[language][organization]") {
  constexpr std::size_t kSizeBytes = 1 << 20;
  const std::vector<std::pair<std::string, std::size_t>> table{
      {"UN ", 1},           {"United ", 0},    {"(EU) ", 1},      {"NATO the Alliance. ", 2},
      {"Organization ", 0}, {"A.B.C.D.E.", 0}, {"ICC court ", 1}, {"The ", 0},
      {"of the ", 0},       {"------", 0},
  };
  for (const auto& [piece, mentions] : table) {
    CAPTURE(piece);
    const auto text = repeated(piece, kSizeBytes);
    CHECK(finder().find(text).size() == mentions * (text.size() / piece.size()));
  }
}

}  // namespace
}  // namespace dateline::test
