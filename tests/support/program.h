// Runs the program as a user does.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace dateline::test {

/// What a run left behind.
struct Outcome {
  int code = 0;  ///< exit code; 128 + the signal that ended it
  std::string out;
  std::string err;
};

/// Runs `dateline ARGUMENTS…` in `directory`, with `input` on standard input and no index named by
/// the environment.
[[nodiscard]] Outcome run_dateline(const std::filesystem::path& directory,
                                   const std::vector<std::string>& arguments,
                                   const std::string& input = {});

}  // namespace dateline::test
