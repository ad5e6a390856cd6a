// An index in a folder of a test's own, and what the program answers from it.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/catch.h"
#include "tests/support/program.h"
#include "tests/support/temp_dir.h"

namespace dateline::test {

/// Runs `dateline COMMAND… --index idx ARGUMENTS…` in a folder, whether an index is there or not.
inline Outcome run_on_index(const TempDir& dir, std::vector<std::string> command,
                            const std::vector<std::string>& arguments = {},
                            const std::string& input = {}) {
  command.insert(command.end(), {"--index", "idx"});
  command.insert(command.end(), arguments.begin(), arguments.end());
  return run_dateline(dir.path(), command, input);
}

/// Checks that a command was refused, exit code 2, with one message and nothing else.
inline void check_refused(const Outcome& outcome) {
  CHECK(outcome.code == 2);
  CHECK(outcome.out.empty());
  CHECK_THAT(outcome.err, Catch::StartsWith("dateline: "));
}

/// A folder with files in it, and the index that `dateline index` makes of them.
class IndexedFolder {
 public:
  using Files = std::vector<std::pair<std::string, std::string>>;  ///< path and bytes

  /// @param indexed what of the folder is read, or another path.
  explicit IndexedFolder(const Files& files, const std::string& indexed = "in") {
    for (const auto& [path, bytes] : files) (void)dir_.write(path, bytes);
    REQUIRE(run_on_index(dir_, {"index", "--quiet"}, {indexed}).code == 0);
  }

  [[nodiscard]] Outcome run(const std::string& command, const std::vector<std::string>& arguments,
                            const std::string& input = {}) const {
    return run_on_index(dir_, {command}, arguments, input);
  }
  /// What a command answers in JSON.
  [[nodiscard]] nlohmann::json answer(const std::string& command,
                                      std::vector<std::string> arguments) const {
    arguments.insert(arguments.end(), {"--format", "json"});
    return nlohmann::json::parse(run(command, arguments).out);
  }
  /// The ids of the hits that a command lists.
  [[nodiscard]] std::vector<std::string> ids(const std::string& command,
                                             const std::vector<std::string>& arguments) const {
    std::vector<std::string> ids;
    const auto answered = answer(command, arguments);
    for (const auto& hit : answered.at("hits")) ids.push_back(hit.at("id").get<std::string>());
    return ids;
  }
  [[nodiscard]] const TempDir& dir() const noexcept { return dir_; }

 private:
  TempDir dir_;
};

}  // namespace dateline::test
