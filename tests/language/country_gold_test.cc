// The gates: labelled sentences and the labelled article.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "tests/language/country_gold.h"

namespace dateline {
namespace {

const std::filesystem::path kShared{DATELINE_SHARED_DIR};

TEST_CASE("own labelled sentences give exactly the codes they are labelled with",
          "[language][country]") {
  const auto sentences = test::read_labelled_sentences(std::filesystem::path{DATELINE_SOURCE_DIR} /
                                                       "tests/language/country_sentences.tsv");
  REQUIRE(sentences.size() >= 300);
  const auto result = test::score(CountryFinder{}, sentences);
  for (const auto& failure : result.failures) UNSCOPED_INFO(failure);
  CHECK(result.exact == result.rows);
}

TEST_CASE("at least 121 of the 125 gold sentences are exact", "[language][country][gold]") {
  const auto sentences = test::read_labelled_sentences(kShared / "gold/countries.tsv");
  if (sentences.empty()) {
    WARN("skipped: no " << (kShared / "gold/countries.tsv"));
    return;
  }
  const auto result = test::score(CountryFinder{}, sentences);
  for (const auto& failure : result.failures) UNSCOPED_INFO(failure);
  CHECK(result.rows == 125);
  CHECK(result.exact >= 121);
  CHECK(result.f1() >= 0.98);
}

struct ArticleLabel {
  Span span;
  std::string codes;
};

std::vector<ArticleLabel> read_article_labels() {
  std::ifstream in{kShared / "gold/article-countries.tsv"};
  std::vector<ArticleLabel> labels;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#') continue;
    const auto first = line.find('\t');
    const auto second = line.find('\t', first + 1);
    labels.push_back({{static_cast<std::uint32_t>(std::stoul(line.substr(0, first))),
                       static_cast<std::uint32_t>(std::stoul(line.substr(first + 1)))},
                      line.substr(line.rfind('\t') + 1)});
    REQUIRE(second != std::string::npos);
  }
  return labels;
}

// Mentions of the article's paragraphs (parted by blank lines), with spans in bytes of the article.
std::vector<ArticleLabel> find_in_article(const std::string& article) {
  const CountryFinder finder;
  std::vector<ArticleLabel> found;
  for (std::size_t begin = 0; begin < article.size();) {
    auto end = article.find("\n\n", begin);
    if (end == std::string::npos) end = article.size();
    const auto shift = static_cast<std::uint32_t>(begin);
    for (const auto& mention : finder.find(std::string_view{article}.substr(begin, end - begin))) {
      std::string codes;
      for (const auto code : mention.codes) codes += (codes.empty() ? "" : ",") + code.str();
      found.push_back({{mention.span.begin + shift, mention.span.end + shift}, codes});
    }
    begin = end + 2;
  }
  return found;
}

TEST_CASE("the labelled article's mentions are found where and as they are labelled",
          "[language][country][gold]") {
  std::ifstream in{kShared / "articles/2001-q1-china-russia.txt", std::ios::binary};
  const std::string article{std::istreambuf_iterator<char>{in}, {}};
  const auto labels = read_article_labels();
  if (article.empty() || labels.empty()) {
    WARN("skipped: no labelled article in " << kShared);
    return;
  }
  const auto found = find_in_article(article);
  std::size_t both = 0;
  std::size_t same_span = 0;
  std::vector<bool> taken(labels.size());
  for (const auto& mention : found) {
    bool matched = false;
    for (std::size_t i = 0; i < labels.size() && !matched; ++i) {
      if (taken[i] || !labels[i].span.overlaps(mention.span)) continue;
      if (labels[i].codes != mention.codes) continue;
      matched = true;
      taken[i] = true;
      if (labels[i].span == mention.span) ++same_span;
    }
    if (matched) ++both;
    if (!matched)
      UNSCOPED_INFO("extra: " << mention.span.of(article) << " at " << mention.span.begin);
  }
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (!taken[i])
      UNSCOPED_INFO("missed: " << labels[i].span.of(article) << " at " << labels[i].span.begin);
  }
  const double f1 =
      2.0 * static_cast<double>(both) / static_cast<double>(found.size() + labels.size());
  CHECK(f1 >= 0.98);
  CHECK(static_cast<double>(same_span) >= 0.98 * static_cast<double>(both));
}

}  // namespace
}  // namespace dateline
