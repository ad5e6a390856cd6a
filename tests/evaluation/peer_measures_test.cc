// Our measures beside those of the scorer that is shared with other engines.
#include <fmt/format.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <random>
#include <string>

#include "evaluation/qrels.h"
#include "evaluation/retrieval_measures.h"
#include "evaluation/run_file.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

namespace dateline::test {
namespace {

const std::filesystem::path kPeer = DATELINE_SHARED_DIR "/peers/trec_eval.py";

std::string output_of(const std::string& command) {
  std::string output;
  auto* pipe = ::popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::array<char, 4096> buffer{};
  while (std::fgets(buffer.data(), static_cast<int>(buffer.size()), pipe) != nullptr)
    output += buffer.data();
  ::pclose(pipe);
  return output;
}

/// Small numbers, the same on every machine.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : random_(seed) {}
  std::size_t below(std::size_t bound) { return static_cast<std::size_t>(random_() % bound); }

 private:
  std::mt19937_64 random_;
};

// Grades from −1 to 3, some topics without a relevant document.
std::string random_qrels(Dice& dice) {
  std::string text;
  for (std::size_t topic = 0; topic < 30; ++topic) {
    const std::size_t step = 1 + dice.below(60);
    for (std::size_t document = dice.below(step); document < 1500; document += step)
      text += fmt::format("{} 0 d{} {}\n", topic, document, static_cast<int>(dice.below(5)) - 1);
  }
  return text;
}

// Many equal scores, the same documents again, topics that are absent or nobody judged.
std::string random_run(Dice& dice) {
  std::string text;
  for (std::size_t topic = 2; topic < 35; ++topic) {
    const std::size_t size = dice.below(2) == 0 ? dice.below(20) : 1200;
    for (std::size_t rank = 1; rank <= size; ++rank) {
      text += fmt::format("{} Q0 d{} {} {:.1f} x\n", topic, dice.below(1500), rank,
                          static_cast<double>(dice.below(400)) / 10);
    }
  }
  return text;
}

TEST_CASE("random runs score as the shared scorer scores them", "[evaluation][measures]") {
  if (!std::filesystem::exists(kPeer) || output_of("python3 -c 'print(1)' 2>&1") != "1\n") {
    WARN("the shared scorer or python3 is absent: skipped");
    return;
  }
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    CAPTURE(seed);
    Dice dice{seed};
    const TempDir dir;
    const auto qrels = dir.write("qrels", random_qrels(dice));
    const auto run = dir.write("run", random_run(dice));
    const auto topics = measure_run(read_run(run), read_qrels(qrels));
    CHECK(topics.size() > 20);
    CHECK(mean(topics).ndcg > 0);
    CHECK(measures_line(topics) + "\n" ==
          output_of(fmt::format("python3 {} {} {}", kPeer.string(), qrels.string(), run.string())));
  }
}

}  // namespace
}  // namespace dateline::test
