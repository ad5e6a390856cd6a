// An index that version 0.1.0 made (tests/fixtures/index-0.1.0), in the hands of this program.
#include <filesystem>
#include <regex>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "index/manifest.h"
#include "language/words/analyzer.h"
#include "tests/support/catch.h"
#include "tests/support/program.h"
#include "tests/support/temp_dir.h"

namespace dateline::test {

using Catch::Contains;

namespace {

namespace fs = std::filesystem;

const fs::path kFixture = DATELINE_SOURCE_DIR "/tests/fixtures/index-0.1.0";

// The words of a command; one in single quotes may have spaces.
std::vector<std::string> words_of(std::string_view command) {
  std::vector<std::string> words(1);
  bool is_quoted = false;
  for (const char letter : command) {
    if (letter == '\'') {
      is_quoted = !is_quoted;
    } else if (letter == ' ' && !is_quoted) {
      words.emplace_back();
    } else {
      words.back() += letter;
    }
  }
  return words;
}

// What was recorded: each command, and what it wrote with its exit code.
std::vector<std::pair<std::string, std::string>> recorded(const std::string& file) {
  std::vector<std::pair<std::string, std::string>> answers;
  std::istringstream lines(read_file(kFixture / file));
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("=== ")) {
      answers.emplace_back(line.substr(4), "");
    } else {
      answers.back().second += line + "\n";
    }
  }
  return answers;
}

// The size of an index grows with the length of the path of its folder.
std::string without_sizes(const std::string& text) {
  static const std::regex kSize(R"([0-9.]+ kB compared)");
  return std::regex_replace(text, kSize, "<size> compared");
}

// A copy of the index in a folder of the test's own. Its articles' files are nowhere.
class OldIndex {
 public:
  OldIndex() { fs::copy(kFixture / "index", path(), fs::copy_options::recursive); }

  [[nodiscard]] fs::path path() const { return dir_.path() / "idx"; }
  [[nodiscard]] const TempDir& dir() const noexcept { return dir_; }
  [[nodiscard]] Outcome run(std::vector<std::string> arguments) const {
    arguments.insert(arguments.end(), {"--index", path().string()});
    return run_dateline(dir_.path(), arguments);
  }
  [[nodiscard]] std::string answer(std::string_view command) const {
    const auto outcome = run(words_of(command));
    return without_sizes(outcome.out + outcome.err) + "--- exit " + std::to_string(outcome.code) +
           "\n";
  }
  // Another release of ICU takes other letters into words: then the index is refused until it is
  // built anew.
  [[nodiscard]] bool has_this_analyzer() const {
    return dateline::read_manifest(path()).analyzer == dateline::Analyzer("en").fingerprint();
  }

 private:
  TempDir dir_;
};

void check_answers(const OldIndex& index, const std::string& file) {
  const auto answers = recorded(file);
  REQUIRE(answers.size() > 30);
  for (const auto& [command, expected] : answers) {
    CAPTURE(file, command);
    CHECK(index.answer(command) == expected);
  }
}

void check_sound(const OldIndex& index, const std::string& holds) {
  const auto outcome = index.run({"check", "--deep"});
  CHECK(outcome.code == 0);
  CHECK_THAT(outcome.out, Contains("sound: " + holds));
}

}  // namespace

TEST_CASE("an index of version 0.1.0 answers as it did", "[cli][old-index]") {
  const OldIndex index;
  if (index.has_this_analyzer()) {
    check_answers(index, "answers.txt");
  } else {
    const auto outcome = index.run({"search", "railway"});
    CHECK(outcome.code == 3);
    CHECK_THAT(outcome.err, Contains("'dateline index --rebuild'"));
    check_sound(index, "8 articles in 2 segments");
  }
}

TEST_CASE("an index of version 0.1.0 is renewed from its stored texts", "[cli][old-index]") {
  const OldIndex index;
  const bool is_readable = index.has_this_analyzer();
  (void)index.dir().write("names.tsv", "add\tRepublic of Atlantis\tIS\n");
  SECTION("annotated again") {
    if (!is_readable) return;
    CHECK_THAT(index.run({"info"}).out,
               Contains("facets of 8 articles: dateline index --reannotate"));
    const auto outcome = index.run({"index", "--names", "names.tsv", "--reannotate"});
    CHECK(outcome.code == 0);
    CHECK_THAT(outcome.out + outcome.err, Contains("8 renewed"));
  }
  SECTION("built anew") {
    const auto outcome = index.run({"index", "--names", "names.tsv", "--rebuild"});
    CHECK(outcome.code == 0);
    CHECK_THAT(outcome.out + outcome.err,
               Contains("0 articles from their sources, 8 from the index itself"));
  }
  check_sound(index, "8 articles in 1 segment");
  check_answers(index, "answers-renewed.txt");
}

TEST_CASE("new articles go into an index of version 0.1.0, and merge with it", "[cli][old-index]") {
  const OldIndex index;
  if (!index.has_this_analyzer()) return;
  (void)index.dir().write("in/ferry.txt",
                          "The Ferry\n\nOn July 7, 2009, the ferry from Busan to Japan sank.\n");
  REQUIRE(index.run({"index", "--quiet", "in"}).code == 0);
  check_sound(index, "9 articles in 3 segments");
  CHECK_THAT(index.run({"search", "ferry"}).out, Contains("ferry.txt"));
  const auto news = index.run({"watch", "run"});
  CHECK(news.code == 1);  // of its saved query nothing has come

  REQUIRE(index.run({"compact"}).code == 0);
  check_sound(index, "9 articles in 1 segment");
  CHECK_THAT(index.run({"search", "ferry"}).out, Contains("ferry.txt"));
  for (const auto& [command, expected] : recorded("answers-renewed.txt")) {
    if (!command.starts_with("show")) continue;
    CAPTURE(command);
    CHECK(index.answer(command) == expected);
  }

  REQUIRE(index.run({"remove", "ferry.txt"}).code == 0);
  (void)index.dir().write("names.tsv", "add\tRepublic of Atlantis\tIS\n");
  REQUIRE(index.run({"index", "--names", "names.tsv", "--reannotate"}).code == 0);
  REQUIRE(index.run({"compact"}).code == 0);
  check_answers(index, "answers-renewed.txt");
}

}  // namespace dateline::test
