#include "index/article_terms.h"

#include <fmt/format.h>
#include <xapian.h>

#include <cstdint>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "index/error.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

namespace dateline::test {
namespace {

namespace fs = std::filesystem;

constexpr std::uint32_t kArticles = 3000;

// Words that many articles have, whose lists have many parts, and words that few have.
std::vector<std::string> words_of(std::uint32_t article) {
  std::vector<std::string> words{"all", std::string("nul\0in", 6)};
  for (std::uint32_t i = 0; i < 12; ++i)
    words.push_back(fmt::format("w{}", (article * 31 + i * i * 7) % (40U << i)));
  return words;
}

// Written at once and joined, as a segment's is: the leaves follow one another in the file.
fs::path make_joined(const fs::path& folder) {
  const auto part = (folder / "part").string();
  {
    Xapian::WritableDatabase database(part, Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS |
                                                Xapian::DB_NO_SYNC | Xapian::DB_NO_TERMLIST);
    for (std::uint32_t article = 0; article < kArticles; ++article) {
      Xapian::Document document;
      for (const auto& word : words_of(article)) document.add_term(word, 1 + article % 3);
      database.add_document(document);
    }
  }
  Xapian::Database(part).compact((folder / "joined").string());
  return folder / "joined";
}

// Written bit by bit: the leaves lie anywhere, and some blocks are free.
fs::path make_grown(const fs::path& folder) {
  const auto path = folder / "grown";
  Xapian::WritableDatabase database(path.string(), Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS |
                                                       Xapian::DB_NO_SYNC | Xapian::DB_NO_TERMLIST);
  for (std::uint32_t article = 0; article < kArticles; ++article) {
    Xapian::Document document;
    for (const auto& word : words_of(article)) document.add_term(word, 1 + article % 3);
    database.add_document(document);
    if (article % 250 == 0) database.commit();
  }
  return path;
}

std::size_t read_all(const fs::path& database) {
  const ArticleTerms terms(database, kArticles);
  std::size_t postings = 0;
  for (const auto* prefix : {"", "w", "w1", "w39", "x", "nul"})
    postings += terms.terms(prefix, prefix, "w2\xFF").size();
  for (std::uint32_t article = 0; article < kArticles; article += 97) {
    for (const auto& word : words_of(article)) {
      postings += terms.frequency(word);
      postings += terms.postings(word).articles.size();
    }
  }
  postings += terms.postings("absent").articles.size() + terms.total_length();
  return postings;
}

// How many of so many copies with changed bytes are refused; the others are read.
int count_refused(const fs::path& database, int copies, std::uint32_t seed) {
  std::mt19937 random(seed);
  const auto file = database / "postlist.glass";
  const auto sound = read_file(file);
  int refused = 0;
  for (int copy = 0; copy < copies; ++copy) {
    auto bytes = sound;
    // Where a block says what it has, or anywhere.
    for (int i = 0; i < 4; ++i) {
      const auto block = random() % (bytes.size() / 8192) * 8192;
      const auto at = random() % 3 == 0 ? random() % 8192 : random() % 64;
      bytes[block + at] = static_cast<char>(random() % 2 == 0 ? 0xFF >> (random() % 8) : random());
    }
    (void)TempDir::write_to(file, bytes);
    try {
      (void)read_all(database);
      ArticleTerms(database, kArticles).check_all();
    } catch (const IndexError& error) {
      CHECK(error.fault() == IndexFault::missing);
      ++refused;
    }
  }
  (void)TempDir::write_to(file, sound);
  return refused;
}

TEST_CASE("the terms of articles are read as they were written", "[index][glass]") {
  const TempDir dir;
  for (const auto& path : {make_joined(dir.path()), make_grown(dir.path())}) {
    CAPTURE(path);
    const ArticleTerms terms(path, kArticles);
    CHECK(terms.article_count() == kArticles);
    CHECK(terms.frequency("all") == kArticles);
    const auto all = terms.postings("all");
    REQUIRE(all.articles.size() == kArticles);
    CHECK(all.articles.back() == kArticles - 1);
    CHECK(all.frequencies[1] == 2);
    CHECK(terms.postings(std::string("nul\0in", 6)).articles.size() == kArticles);
    CHECK(terms.postings("nul").articles.empty());
    CHECK(terms.postings("").articles.empty());
    CHECK(terms.postings(std::string(300, 'w')).articles.empty());
    const auto some = terms.terms("w1", "w10", "w12");
    REQUIRE_FALSE(some.empty());
    CHECK(some.front() == "w10");
    CHECK(some.back() == "w12");
    CHECK(terms.terms("x", "x", "y").empty());
    const auto every = terms.all_terms();
    CHECK(every.front() == "all");
    CHECK(terms.terms("", "", "\xFF").size() == every.size());
    CHECK_NOTHROW(terms.check_all());
  }
}

TEST_CASE("blocks that Xapian has not written are refused before it reads them", "[index][glass]") {
  constexpr std::uint32_t kSeed = 20'011;
  CAPTURE(kSeed);
  const TempDir dir;
  const auto joined = make_joined(dir.path());
  REQUIRE(fs::file_size(joined / "postlist.glass") > (1U << 18U));
  CHECK(count_refused(joined, 150, kSeed) > 100);
  CHECK(count_refused(make_grown(dir.path()), 150, kSeed) > 100);
}

TEST_CASE("a tree that comes round to a block again ends", "[index][glass]") {
  const TempDir dir;
  for (const auto& path : {make_joined(dir.path()), make_grown(dir.path())}) {
    CAPTURE(path);
    const auto file = path / "postlist.glass";
    auto bytes = read_file(file);
    const auto blocks = bytes.size() / 8192;
    std::size_t leaf = 0;
    while (bytes[leaf * 8192 + 4] != 0) ++leaf;
    for (std::size_t block = 0; block < blocks; ++block) {
      if (bytes[block * 8192 + 4] == 0) bytes.replace(block * 8192, 8192, bytes, leaf * 8192, 8192);
    }
    (void)TempDir::write_to(file, bytes);
    CHECK_THROWS_AS(ArticleTerms(path, kArticles).check_all(), IndexError);
    CHECK_THROWS_AS(ArticleTerms(path, kArticles).terms("w", "w", "w\xFF"), IndexError);
  }
}

TEST_CASE("a database that says impossible things of itself is not opened", "[index][glass]") {
  const TempDir dir;
  const auto path = make_joined(dir.path());
  const auto file = path / "iamglass";
  const auto sound = read_file(file);
  constexpr std::size_t kForm = 34;        // behind the mark, the version, the UUID, two numbers
  constexpr std::size_t kBlockBytes = 37;  // behind the number of entries, of two bytes
  const std::vector<std::pair<std::size_t, char>> changes{
      {kForm, '\x7E'}, {kBlockBytes, '\0'}, {kBlockBytes, '\x7F'}, {kBlockBytes, '\3'}, {2, 'x'}};
  for (const auto& [at, byte] : changes) {
    CAPTURE(at, int{byte});
    auto bytes = sound;
    bytes[at] = byte;
    (void)TempDir::write_to(file, bytes);
    CHECK_THROWS_AS(ArticleTerms(path, kArticles), IndexError);
  }
  (void)TempDir::write_to(file, sound.substr(0, 40));
  CHECK_THROWS_AS(ArticleTerms(path, kArticles), IndexError);
  (void)TempDir::write_to(file, sound);
  CHECK_NOTHROW(ArticleTerms(path, kArticles));
}

}  // namespace
}  // namespace dateline::test
