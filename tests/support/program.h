// Runs the program as a user does.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "tests/support/temp_dir.h"

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

/// `dateline ARGUMENTS…` as run_dateline() starts it, running beside the test. Killed at the end of
/// its life if it still runs.
class RunningDateline {
 public:
  /// Without `input` nothing comes on standard input, and no end of it either.
  RunningDateline(const std::filesystem::path& directory, const std::vector<std::string>& arguments,
                  const std::optional<std::string>& input = std::string{});
  ~RunningDateline();
  RunningDateline(RunningDateline&&) = delete;

  void send(int signal) const;
  /// What it has in its temporary directory.
  [[nodiscard]] std::vector<std::filesystem::path> temporary_files() const;
  /// What it has written to standard error so far.
  [[nodiscard]] std::string err() const;
  [[nodiscard]] bool has_ended();
  /// Waits for its end, however long that takes.
  [[nodiscard]] Outcome wait();

 private:
  TempDir streams_;
  pid_t child_ = -1;
  std::optional<int> status_;  // as waitpid(2) gives it; absent while it runs
};

/// Asks again and again, for up to a minute, whether something is so that another process brings
/// about in its own time. @return whether it came to be so.
[[nodiscard]] bool eventually(const std::function<bool()>& is_so);

}  // namespace dateline::test
