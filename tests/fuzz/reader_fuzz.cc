// Fuzzes the reader of one kind of file, which FUZZED_KIND names (".html"): only CorpusError leaves
// it, and every article keeps to what articles keep to.
#include <filesystem>
#include <string>

#include "corpus/article_reader.h"
#include "language/utf8.h"
#include "tests/fuzz/invariants.h"
#include "tests/support/temp_dir.h"

namespace {

using namespace dateline;

void check(const Article& article) {
  fuzz::require(!find_invalid_utf8(article.text), "a text is no UTF-8");
  std::uint32_t end = 0;
  for (const auto& block : article.blocks) {
    fuzz::require(block.span.begin >= end, "blocks overlap");
    fuzz::require(block.span.begin <= block.span.end, "a block ends before it begins");
    fuzz::require(block.span.begin <= block.content.begin && block.content.end <= block.span.end,
                  "the content of a block lies outside of it");
    end = block.span.end;
    auto piece_end = block.span.begin;
    for (const auto& piece : block.pieces) {
      fuzz::require(piece_end <= piece.begin && piece.begin <= piece.end, "pieces out of order");
      piece_end = piece.end;
    }
    fuzz::require(piece_end <= end, "a piece lies outside of its block");
  }
  fuzz::require(end <= article.text.size(), "a block ends behind the text");
  for (const auto& author : article.authors) {
    fuzz::require(!author.name.empty(), "an author without a name");
    fuzz::require(author.name_span.end <= article.text.size(), "a name stands behind the text");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const test::TempDir directory;
  static const DateFinder dates;
  const auto path = directory.write(std::string("a") + FUZZED_KIND, fuzz::as_text(data, size));
  const ReadSink sink{[](Article&& article) { check(article); },
                      [](std::size_t /*line*/, std::string message, bool /*skipped*/) {
                        fuzz::require(!message.empty(), "a problem without a message");
                      },
                      {}};
  try {
    read_articles(path, ReadOptions{}, dates, sink);
  } catch (const CorpusError& error) {
    fuzz::require(*error.what() != '\0', "an error without a message");
  }
  return 0;
}
