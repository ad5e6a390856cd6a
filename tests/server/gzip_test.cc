#include "server/http/gzip.h"

#include <zlib.h>

#include "tests/support/catch.h"

namespace dateline::test {
namespace {

std::string inflated(const std::string& bytes) {
  z_stream stream{};
  REQUIRE(::inflateInit2(&stream, 15 + 16) == Z_OK);
  std::string out(1 << 20, '\0');
  std::string in = bytes;
  stream.next_in = reinterpret_cast<Bytef*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  CHECK(::inflate(&stream, Z_FINISH) == Z_STREAM_END);
  out.resize(out.size() - stream.avail_out);
  ::inflateEnd(&stream);
  return out;
}

}  // namespace

TEST_CASE("a body is compressed for who takes that", "[server]") {
  CHECK(accepts_gzip("gzip"));
  CHECK(accepts_gzip("deflate, gzip;q=0.5, br"));
  CHECK(accepts_gzip("*"));
  CHECK_FALSE(accepts_gzip(""));
  CHECK_FALSE(accepts_gzip("br"));
  CHECK_FALSE(accepts_gzip("gzip;q=0"));
  CHECK_FALSE(accepts_gzip("gzip;q=0.000"));
  CHECK_FALSE(accepts_gzip("*;q=0"));
}

TEST_CASE("compressed text is itself again, whole or in pieces", "[server]") {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += std::to_string(i * 7919) + " ";
  CHECK(inflated(gzip_compressed(text)) == text);
  std::size_t at = 100;
  const BodyPieces rest = [&] {
    const auto piece = text.substr(at, 999);
    at += piece.size();
    return piece;
  };
  const auto pieces = gzip_compressed(text.substr(0, 100), rest);
  std::string all;
  for (auto piece = pieces(); !piece.empty(); piece = pieces()) all += piece;
  CHECK(inflated(all) == text);
}

}  // namespace dateline::test
