// Reads the articles of one file, until a stop is requested.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>

#include "corpus/article_reader.h"

namespace dateline {

/// Who takes what a file holds.
struct SourceSink {
  std::function<void(Article&&)> article;
  /// What was left out or altered, as in ReadSink; the reason for which a file was refused, too.
  std::function<void(std::size_t line, std::string message, bool skipped)> problem;
  std::stop_token stop;
  std::function<void(std::uint64_t bytes)> read_so_far = {};  ///< as in ReadSink
};

/// How the reading of a file ended.
enum class ReadingEnd : std::uint8_t {
  complete,
  refused,  ///< nothing of it can be read
  stopped,  ///< on request: of its articles, some were not handed over
};

/// Reads a file. A stop request is noticed when an article is at hand: neither that one nor those
/// behind it are handed over, and a file that is refused from then on counts as stopped. Passes on
/// what `sink` throws.
[[nodiscard]] ReadingEnd read_source(const std::filesystem::path& path, const ReadOptions& options,
                                     const DateFinder& dates, const SourceSink& sink);

}  // namespace dateline
