// The options of `evaluate` that score searches, and what they do.
#pragma once

#include <CLI/App.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cli/archive_location.h"
#include "evaluation/qrels.h"
#include "evaluation/retrieval_report.h"
#include "evaluation/run_file.h"
#include "evaluation/topics.h"

namespace dateline {

/// Declares its options on a subcommand, and runs what they ask for when they have been filled in.
class RetrievalOptions {
 public:
  explicit RetrievalOptions(CLI::App& command);

  /// Whether any of them was given.
  [[nodiscard]] bool is_given() const noexcept {
    return !topics_.empty() || !qrels_.empty() || !score_.empty();
  }

  /// Searches or reads a run, writes it if asked to, and scores it. @return the exit code.
  /// @throws UsageError when nothing can be scored, IndexError when there is no index.
  int run(Format format);

 private:
  void check() const;
  [[nodiscard]] Run search(const std::optional<Qrels>& qrels);
  void add_compared(const Qrels& qrels, RetrievalReport& report);
  void report(const Run& run, const Qrels& qrels, Format format);

  ArchiveOptions archive_;
  std::string topics_;
  std::string qrels_;
  std::string run_;
  std::string score_;
  std::string compare_;
  bool per_topic_ = false;
  bool events_ = false;
  bool expand_ = false;
  std::uint32_t limit_ = 1000;
  bool skipped_ = false;
};

}  // namespace dateline
