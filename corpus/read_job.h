// What every reader of a format is given.
#pragma once

#include <filesystem>
#include <string>

#include "corpus/article_reader.h"

namespace dateline {

/// One file to be read. Refers to what read_articles was given.
struct ReadJob {
  const std::filesystem::path& path;
  const ReadOptions& options;
  const DateFinder& dates;
  const ReadSink& sink;

  /// Refuses the whole file. @throws CorpusError always.
  [[noreturn]] void refuse(const std::string& reason) const {
    throw CorpusError(path.string(), 0, reason);
  }
  /// Part of the file is left out; the rest is read.
  void left_out(std::string message) const { sink.problem(0, std::move(message), true); }
  /// Something was repaired, nothing is lost.
  void repaired(std::string message) const { sink.problem(0, std::move(message), false); }
};

}  // namespace dateline
