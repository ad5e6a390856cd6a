// Reading articles in tests: from bytes to what came out.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/article_reader.h"

namespace dateline::test {

/// What a reader reported besides articles.
struct Problem {
  std::size_t line = 0;
  std::string message;
  bool skipped = false;
};

/// Everything that came of one file.
struct Reading {
  std::vector<Article> articles;
  std::vector<Problem> problems;
  std::string refusal;  ///< the message of CorpusError; empty when the file was read
  std::size_t refusal_line = 0;
};

/// Reads a file that exists.
Reading read_path(const std::filesystem::path& path, const ReadOptions& options = {});
/// Writes the bytes under this name in a new directory, reads them and removes the directory.
Reading read_bytes(std::string_view name, std::string_view bytes, const ReadOptions& options = {});
/// The only article of such a file; fails the test if there is none or more.
Article read_one(std::string_view name, std::string_view bytes, const ReadOptions& options = {});

/// A file of tests/corpus/fixtures; see the README there.
std::filesystem::path fixture(std::string_view name);
/// The only article of such a file; fails the test if there is none or more.
Article read_fixture(std::string_view name);

/// Finds the structure of `article.text`, the whole of a text file of that name.
void find_structure_of_text(Article& article, std::string_view file_name, bool markdown);

/// gzip'ed bytes.
std::string gzip(std::string_view bytes);

/// The blocks, one a line: "heading: What Was Bought". Line ends inside become "|", page breaks
/// "//".
std::string describe(const Article& article);

/// What every article must keep to: blocks in order, not overlapping, inside the text, begun and
/// ended at code points; content inside span, pieces in order from its begin to its end. @return
/// the first breach, or "".
std::string broken_invariant(const Article& article);

}  // namespace dateline::test
