// What the program's exit codes mean.
#pragma once

namespace dateline {

/// Documented in README and docs/operations.md; scripts rely on them.
enum ExitCode : int {
  kDone = 0,  ///< found, or done
  kNothingFound = 1,
  kUsage = 2,          ///< the command line or the query cannot be understood
  kNoIndex = 3,        ///< missing, damaged, or of another schema
  kLocked = 4,         ///< another writer holds the index
  kSkippedInputs = 5,  ///< done, but some inputs were left out
  kIoError = 6,        ///< the operating system refused: disk full, permissions
  kInterrupted = 130,
};

}  // namespace dateline
