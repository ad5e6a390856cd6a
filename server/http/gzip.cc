#include "server/http/gzip.h"

#include <zlib.h>

#include <array>
#include <memory>
#include <new>
#include <utility>

#include "language/ascii.h"

namespace dateline {
namespace {

constexpr int kLevel = 4;  // a third of the time of level 6, for a twentieth more
constexpr int kGzipWindow = 15 + 16;

// One gzip file, made piece by piece.
class Deflater {
 public:
  Deflater() {
    if (::deflateInit2(&stream_, kLevel, Z_DEFLATED, kGzipWindow, 8, Z_DEFAULT_STRATEGY) != Z_OK)
      throw std::bad_alloc();
  }
  ~Deflater() { ::deflateEnd(&stream_); }
  Deflater(Deflater&&) = delete;

  // What is ready after `text`: all of it at the end of the file.
  std::string add(std::string_view text, bool is_end) {
    std::string out;
    // zlib takes no pointer to const, and writes nothing there.
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream_.avail_in = static_cast<uInt>(text.size());
    std::array<char, std::size_t{32} << 10> piece{};
    do {
      stream_.next_out = reinterpret_cast<Bytef*>(piece.data());
      stream_.avail_out = static_cast<uInt>(piece.size());
      ::deflate(&stream_, is_end ? Z_FINISH : Z_NO_FLUSH);
      out.append(piece.data(), piece.size() - stream_.avail_out);
    } while (stream_.avail_out == 0);
    return out;
  }

 private:
  z_stream stream_{};
};

std::string_view trimmed(std::string_view text) noexcept {
  while (!text.empty() && is_ascii_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_ascii_space(text.back())) text.remove_suffix(1);
  return text;
}

bool has_no_weight(std::string_view parameters) noexcept {
  const auto weight = trimmed(parameters);
  return weight.starts_with("q=0") && weight.find_first_not_of("q=0.") == std::string_view::npos;
}

}  // namespace

bool accepts_gzip(std::string_view accept_encoding) {
  bool accepts = false;
  while (!accept_encoding.empty()) {
    const auto comma = accept_encoding.find(',');
    const auto item = accept_encoding.substr(0, comma);
    const auto semicolon = item.find(';');
    const auto coding = trimmed(item.substr(0, semicolon));
    const bool refused =
        semicolon != std::string_view::npos && has_no_weight(item.substr(semicolon + 1));
    if (coding == "gzip") return !refused;
    if (coding == "*") accepts = !refused;
    if (comma == std::string_view::npos) break;
    accept_encoding.remove_prefix(comma + 1);
  }
  return accepts;
}

std::string gzip_compressed(std::string_view text) { return Deflater().add(text, true); }

BodyPieces gzip_compressed(std::string body, BodyPieces more) {
  struct State {
    Deflater deflater;
    std::string body;
    BodyPieces more;
    bool has_ended = false;
  };
  auto state = std::make_shared<State>();  // a std::function must be copyable
  state->body = std::move(body);
  state->more = std::move(more);
  return [state] {
    std::string out;
    while (out.empty() && !state->has_ended) {
      auto piece = std::exchange(state->body, {});
      if (piece.empty()) piece = state->more();
      state->has_ended = piece.empty();
      out = state->deflater.add(piece, state->has_ended);
    }
    return out;
  };
}

}  // namespace dateline
