// Damage in an index: every changed byte is found, and reported with the articles that it concerns.
#include "index/index_check.h"
#include "tests/support/catch.h"

#include <fmt/format.h>

#include <xapian.h>
#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <vector>

#include "index/error.h"
#include "index/manifest.h"
#include "index/snapshot.h"
#include "indexer/indexer.h"
#include "indexer/removal.h"
#include "tests/support/temp_dir.h"

namespace dateline::test {

using Catch::Contains;

namespace {

namespace fs = std::filesystem;

constexpr unsigned kSeed = 20260101;

void index(const TempDir& dir, const std::string& path) {
  dateline::IndexOptions options;
  options.index = dir.path() / "idx";
  options.paths = {dir.path() / path};
  options.threads = 1;
  (void)index_files(options, {}, {});
}

// Two segments; in the first, one article is no longer in force.
void sound_index(const TempDir& dir) {
  for (int i = 0; i < 5; ++i) {
    (void)dir.write(fmt::format("in/{}.txt", i),
                    fmt::format("On May {}, 1999, Russia and Japan signed accord {} at the UN. It "
                                "was not the first one.\n",
                                i + 1, i));
  }
  index(dir, "in");
  (void)dir.write("in/0.txt", "On June 3, 2004, the accord was extended by Japan.\n");
  index(dir, "in");
  REQUIRE(Snapshot(dir.path() / "idx").segment_count() == 2);
}

// Changes one bit while it lives.
class Flip {
 public:
  Flip(fs::path path, std::size_t at, std::size_t bit)
      : path_(std::move(path)), whole_(read_file(path_)) {
    auto bytes = whole_;
    bytes[at] = static_cast<char>(static_cast<unsigned char>(bytes[at]) ^ (1U << bit));
    (void)TempDir::write_to(path_, bytes);
  }
  ~Flip() { (void)TempDir::write_to(path_, whole_); }
  Flip(Flip&&) = delete;

 private:
  fs::path path_;
  std::string whole_;
};

// Whether anything is reported: an index that cannot even be opened is.
bool is_sound(const TempDir& dir, CheckDepth depth = CheckDepth::bytes) {
  try {
    return check_index(dir.path() / "idx", depth).damages.empty();
  } catch (const IndexError&) {
    return false;
  }
}

// All but the records of sources: a cache, which vouches for itself.
std::vector<fs::path> files_of(const TempDir& dir) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(dir.path() / "idx")) {
    if (entry.is_regular_file() && entry.file_size() > 0 &&
        entry.path().parent_path().filename() != "sources") {
      files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

TEST_CASE("an index as it was written is sound", "[indexer][check]") {
  const TempDir dir;
  sound_index(dir);
  for (const auto depth : {CheckDepth::bytes, CheckDepth::articles}) {
    const auto report = check_index(dir.path() / "idx", depth);
    CHECK(report.damages.empty());
    CHECK(report.unsealed.empty());
    CHECK(report.segments == 2);
    CHECK(report.articles == 5);
    CHECK(report.bytes > 10'000);
  }
}

TEST_CASE("a changed bit is found wherever it is", "[indexer][check]") {
  const TempDir dir;
  sound_index(dir);
  std::mt19937 random(kSeed);
  CAPTURE(kSeed);
  const auto files = files_of(dir);
  REQUIRE(files.size() ==
          15);  // manifest; twice Xapian's two, columns, hashes, texts, tokens, checksums
  for (const auto& file : files) {
    const auto size = fs::file_size(file);
    for (int i = 0; i < 40; ++i) {
      const auto at = random() % size;
      const auto bit = random() % 8;
      const Flip flip(file, at, bit);
      CAPTURE(file, at, bit);
      CHECK_FALSE(is_sound(dir));
    }
  }
  CHECK(is_sound(dir));
}

TEST_CASE("Xapian opens no database whose bytes have changed", "[indexer][check]") {
  const TempDir dir;
  sound_index(dir);
  const auto postlist = dir.path() / "idx/segments/000001/articles/postlist.glass";
  const Snapshot snapshot(dir.path() / "idx");
  CHECK_NOTHROW(snapshot.segment(0).open_articles());
  {
    const Flip flip(postlist, fs::file_size(postlist) / 2, 3);
    CHECK_THROWS_WITH(snapshot.segment(0).open_articles(), Contains("has changed"));
  }
  fs::resize_file(postlist, fs::file_size(postlist) / 2);
  CHECK_THROWS_WITH(snapshot.segment(0).open_articles(), Contains("is not as large"));
}

TEST_CASE("a figure of the manifest that does not fit the segments is found", "[indexer][check]") {
  const TempDir dir;
  sound_index(dir);
  auto manifest = dateline::read_manifest(dir.path() / "idx");
  auto& segment = manifest.segments[0];
  SECTION("articles") { segment.articles -= 1; }
  SECTION("more articles than there is time to count") { segment.articles = 0xFFFFFFFF; }
  SECTION("events") { segment.events += 1; }
  write_manifest(dir.path() / "idx", manifest);
  CHECK_FALSE(is_sound(dir));
}

TEST_CASE("a missing, cut or grown file is found", "[indexer][check]") {
  const TempDir dir;
  sound_index(dir);
  for (const auto& file : files_of(dir)) {
    CAPTURE(file);
    const auto whole = read_file(file);
    fs::remove(file);
    CHECK_FALSE(is_sound(dir));
    (void)TempDir::write_to(file, whole.substr(0, whole.size() - 1));
    CHECK_FALSE(is_sound(dir));
    (void)TempDir::write_to(file, whole + "x");
    CHECK_FALSE(is_sound(dir));
    (void)TempDir::write_to(file, whole);
  }
  CHECK(is_sound(dir));
}

TEST_CASE("damage names the articles that it concerns", "[indexer][check]") {
  const TempDir dir;
  sound_index(dir);
  const auto segment = dir.path() / "idx/segments/000001";
  const auto damages = [&] { return check_index(dir.path() / "idx", CheckDepth::bytes).damages; };
  SECTION("one text") {
    const auto at = read_file(segment / "texts").find("accord 3");
    const Flip flip(segment / "texts", at, 0);
    REQUIRE(damages().size() == 1);
    CHECK(damages()[0].articles == std::vector<std::string>{"3.txt"});
    CHECK(damages()[0].file == "texts");
  }
  SECTION("a text that is no longer in force") {
    const Flip flip(segment / "texts", 0, 0);
    REQUIRE(damages().size() == 1);
    CHECK(damages()[0].articles.empty());
    CHECK(damages()[0].article_count == 0);
  }
  SECTION("one token stream") {
    const Flip flip(segment / "tokens", fs::file_size(segment / "tokens") - 1, 3);
    REQUIRE(damages().size() == 1);
    CHECK(damages()[0].articles == std::vector<std::string>{"4.txt"});
  }
  SECTION("a whole segment") {
    const Flip flip(segment / "articles/postlist.glass", 100, 3);
    REQUIRE(damages().size() == 1);
    CHECK(damages()[0].articles == std::vector<std::string>{"1.txt", "2.txt", "3.txt", "4.txt"});
  }
}

TEST_CASE("saved queries that cannot be read are damage that concerns no article",
          "[indexer][check][watch]") {
  const TempDir dir;
  sound_index(dir);
  (void)dir.write("idx/queries.json", "{");
  const auto report = check_index(dir.path() / "idx", CheckDepth::articles);
  REQUIRE(report.damages.size() == 1);
  CHECK(report.damages[0].segment.empty());
  CHECK(report.damages[0].file == "queries.json");
  CHECK_THAT(report.damages[0].what, Contains("is damaged"));
  CHECK(report.damages[0].article_count == 0);
  fs::remove(dir.path() / "idx/queries.json");
  CHECK(is_sound(dir));
}

TEST_CASE("a lock that is no file is found", "[indexer][check]") {
  const TempDir dir;
  sound_index(dir);
  const auto lock = dir.path() / "idx/lock";
  fs::remove(lock);
  CHECK(is_sound(dir));
  fs::create_symlink("/dev/null", lock);
  CHECK_FALSE(is_sound(dir));
  fs::remove(lock);
  fs::create_directory(lock);
  const auto report = check_index(dir.path() / "idx", CheckDepth::bytes);
  REQUIRE(report.damages.size() == 1);
  CHECK(report.damages[0].file == "lock");
}

void take_checksums_away(const TempDir& dir) {
  auto manifest = dateline::read_manifest(dir.path() / "idx");
  for (auto& segment : manifest.segments) {
    segment.seal.clear();
    fs::remove(dir.path() / "idx/segments" / segment.name / "checksums");
    fs::remove(dir.path() / "idx/segments" / segment.name / "hashes");
  }
  write_manifest(dir.path() / "idx", manifest);
}

// Whoever crafts an index makes its checksums, too.
TEST_CASE("a merge of crafted words is refused", "[indexer][check]") {
  const TempDir dir;
  (void)dir.write("in/late.txt",
                  "It was late in spring. On May 1, 1999, Russia and Japan signed an accord.\n");
  index(dir, "in");
  (void)dir.write("in/more.txt", "On June 3, 2004, the accord was extended by Japan.\n");
  index(dir, "in");
  take_checksums_away(dir);
  // Tokens of the first term, all of them empty and before the event.
  const auto tokens = dir.path() / "idx/segments/000001/tokens";
  (void)TempDir::write_to(tokens, std::string(fs::file_size(tokens), '\0'));
  CHECK_THROWS_AS(compact_index(dir.path() / "idx", {}, {}), IndexError);
}

TEST_CASE("an index without checksums is usable, and says that it has none", "[indexer][check]") {
  const TempDir dir;
  sound_index(dir);
  take_checksums_away(dir);
  const auto report = check_index(dir.path() / "idx", CheckDepth::articles);
  CHECK(report.damages.empty());
  CHECK(report.unsealed == std::vector<std::string>{"000001", "000002"});

  // What was read of an article is hashed in its description, so that its text is checked even so.
  const auto texts = dir.path() / "idx/segments/000001/texts";
  const Flip flip(texts, read_file(texts).find("accord 2"), 1);
  CHECK(is_sound(dir));
  const auto damages = check_index(dir.path() / "idx", CheckDepth::articles).damages;
  REQUIRE(damages.size() == 1);
  CHECK(damages[0].articles == std::vector<std::string>{"2.txt"});
}

TEST_CASE("a merge does not vouch for what is damaged", "[indexer][check][merge]") {
  const TempDir dir;
  sound_index(dir);
  const std::string file = GENERATE("texts", "tokens", "columns", "articles/postlist.glass");
  CAPTURE(file);
  const auto path = dir.path() / "idx/segments/000001" / file;
  // Where it does no harm to opening: in a text, in a word of a dictionary, in the midst of lists.
  const auto size = fs::file_size(path);
  const auto at = file == "texts"     ? read_file(path).find("accord 2")
                  : file == "columns" ? read_file(path).find("accord")
                                      : size - size / 8;
  const Flip flip(path, at, 1);
  const auto add_until_merge = [&] {
    for (int i = 0; i < 8; ++i) {
      const auto name = fmt::format("more/{}.txt", i);
      (void)dir.write(name, fmt::format("Another text, number {}.\n", i));
      index(dir, name);
    }
  };
  CHECK_THROWS_WITH(add_until_merge(),
                    Contains("cannot be merged; see 'dateline check'") ||
                        Contains("does not fit the others; the index is damaged") ||
                        Contains("glass: has changed; the index is damaged"));
  CHECK_FALSE(is_sound(dir));
}

}  // namespace dateline::test
