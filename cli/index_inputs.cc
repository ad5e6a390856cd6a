#include "cli/index_inputs.h"

#include <fmt/format.h>
#include <poll.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fstream>

#include "index/error.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kChunk = std::size_t{64} << 10;
constexpr int kPollMilliseconds = 100;  // how soon a stop is seen while nothing comes

[[noreturn]] void fail(const std::string& message) {
  throw IndexError(IndexFault::io, {}, "standard input: " + message);
}

// Waits for bytes, an end or an error of standard input; false when a stop was asked for first.
bool can_read(const std::stop_token& stop) {
  pollfd input{STDIN_FILENO, POLLIN, 0};
  while (!stop.stop_requested()) {
    if (::poll(&input, 1, kPollMilliseconds) > 0) return true;
  }
  return false;
}

}  // namespace

SpooledInput::SpooledInput(std::string_view extension, std::uint64_t max_bytes,
                           const std::stop_token& stop) {
  std::error_code error;
  auto pattern = (fs::temp_directory_path(error) / "dateline-XXXXXX").string();
  if (error || ::mkdtemp(pattern.data()) == nullptr) fail("no temporary folder can be made");
  directory_ = pattern;
  path_ = directory_ / fmt::format("stdin{}", extension);
  try {
    copy(max_bytes, stop);
  } catch (...) {
    fs::remove_all(directory_, error);
    throw;
  }
}

SpooledInput::~SpooledInput() {
  std::error_code ignored;
  fs::remove_all(directory_, ignored);
}

void SpooledInput::copy(std::uint64_t max_bytes, const std::stop_token& stop) {
  std::ofstream file(path_, std::ios::binary);
  std::array<char, kChunk> chunk{};
  for (std::uint64_t size = 0; can_read(stop);) {
    const auto got = ::read(STDIN_FILENO, chunk.data(), chunk.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail(fmt::format("cannot be read ({})", std::strerror(errno)));
    if (got == 0) {
      is_whole_ = true;
      break;
    }
    size += static_cast<std::uint64_t>(got);
    if (size > max_bytes) fail(fmt::format("more than {} bytes", max_bytes));
    if (!file.write(chunk.data(), got)) break;
  }
  file.close();
  if (!file) fail(fmt::format("cannot be kept in {}: free some space", path_.string()));
}

}  // namespace dateline
