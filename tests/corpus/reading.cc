#include "tests/corpus/reading.h"

#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "corpus/markdown/markdown_reader.h"
#include "corpus/structure/front_matter.h"
#include "corpus/structure/structure.h"
#include "language/utf8.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

namespace dateline::test {
namespace {

std::string one_line(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '\r') continue;
    result += c == '\n' ? '|' : c;
  }
  return result;
}

bool at_code_points(std::string_view text, Span span) {
  return floor_code_point(text, span.begin) == span.begin &&
         floor_code_point(text, span.end) == span.end;
}

std::string broken_block(const Article& article, const Block& block) {
  const auto where = fmt::format(" at [{},{})", block.span.begin, block.span.end);
  if (block.span.begin >= block.span.end) return "empty block" + where;
  if (block.span.end > article.text.size()) return "block beyond the text" + where;
  if (!block.span.contains(block.content)) return "content outside its block" + where;
  if (!at_code_points(article.text, block.span)) return "block cuts a code point" + where;
  if (!at_code_points(article.text, block.content)) return "content cuts a code point" + where;
  if (block.pieces.empty()) return {};
  if (block.pieces.size() < 2) return "a single piece" + where;
  if (block.pieces.front().begin != block.span.begin || block.pieces.back().end != block.span.end) {
    return "pieces do not reach from begin to end" + where;
  }
  for (std::size_t i = 1; i < block.pieces.size(); ++i) {
    if (block.pieces[i].begin < block.pieces[i - 1].end) return "pieces out of order" + where;
  }
  return {};
}

}  // namespace

Reading read_path(const std::filesystem::path& path, const ReadOptions& options) {
  Reading reading;
  const DateFinder dates;
  const ReadSink sink{[&](Article&& article) { reading.articles.push_back(std::move(article)); },
                      [&](std::size_t line, std::string message, bool skipped) {
                        reading.problems.push_back({line, std::move(message), skipped});
                      }};
  try {
    read_articles(path, options, dates, sink);
  } catch (const CorpusError& error) {
    reading.refusal = error.what();
    reading.refusal_line = error.line();
    CHECK(error.path() == path.string());
  }
  return reading;
}

Reading read_bytes(std::string_view name, std::string_view bytes, const ReadOptions& options) {
  const TempDir dir;
  return read_path(dir.write(name, bytes), options);
}

Article read_one(std::string_view name, std::string_view bytes, const ReadOptions& options) {
  auto reading = read_bytes(name, bytes, options);
  CAPTURE(reading.refusal);
  REQUIRE(reading.articles.size() == 1);
  return std::move(reading.articles.front());
}

std::filesystem::path fixture(std::string_view name) {
  return std::filesystem::path{DATELINE_SOURCE_DIR} / "tests/corpus/fixtures" / name;
}

Article read_fixture(std::string_view name) {
  auto reading = read_path(fixture(name));
  CAPTURE(name, reading.refusal);
  REQUIRE(reading.articles.size() == 1);
  return std::move(reading.articles.front());
}

void find_structure_of_text(Article& article, std::string_view file_name, bool markdown) {
  const auto begin = front_matter_end(article.text);
  const DateFinder dates;
  if (!markdown) return find_structure(article, {begin, Marks::plain}, file_name, dates);
  const std::filesystem::path path{file_name};
  const ReadOptions options;
  const ReadSink sink;
  find_markdown_structure(article, begin, {path, options, dates, sink});
}

std::string gzip(std::string_view bytes) {
  constexpr int kGzip = 16;
  constexpr int kMemory = 8;
  z_stream stream{};
  if (::deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, MAX_WBITS + kGzip, kMemory,
                     Z_DEFAULT_STRATEGY) != Z_OK) {
    throw std::runtime_error("deflateInit2");
  }
  std::string input{bytes};
  std::string out(::deflateBound(&stream, static_cast<uLong>(input.size())), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(input.data());
  stream.avail_in = static_cast<uInt>(input.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int result = ::deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  ::deflateEnd(&stream);
  if (result != Z_STREAM_END) throw std::runtime_error("deflate");
  return out;
}

std::string describe(const Article& article) {
  std::string result;
  for (const auto& block : article.blocks) {
    result += block_kind_name(block.kind);
    result += ": ";
    if (block.pieces.empty()) {
      result += one_line(block.content.of(article.text));
    } else {
      for (std::size_t i = 0; i < block.pieces.size(); ++i) {
        if (i > 0) result += " // ";
        result += one_line(block.pieces[i].of(article.text));
      }
    }
    result += '\n';
  }
  return result;
}

std::string broken_invariant(const Article& article) {
  std::uint32_t end = 0;
  if (find_invalid_utf8(article.text)) return "text is not UTF-8";
  for (const auto& block : article.blocks) {
    if (block.span.begin < end) return fmt::format("blocks overlap at {}", block.span.begin);
    end = block.span.end;
    if (auto broken = broken_block(article, block); !broken.empty()) return broken;
  }
  for (const auto& author : article.authors) {
    if (author.name.empty()) return "an author without a name";
    if (author.name_span.end > article.text.size()) return "an author's span beyond the text";
  }
  return {};
}

}  // namespace dateline::test
