#include "corpus/input/byte_stream.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>
#include <utility>

#include "corpus/reading.h"
#include "language/utf8.h"

namespace dateline {
namespace {

constexpr std::size_t kInputBytes = std::size_t{64} << 10;
constexpr std::size_t kFirstRead = std::size_t{64} << 10;

bool has_gzip_name(const std::string& path) {
  return path.size() >= 3 && fold(path.substr(path.size() - 3)) == ".gz";
}

std::string reason_of(int error) {
  if (error == ENOENT || error == ENOTDIR) return "no such file";
  return std::generic_category().message(error);
}

}  // namespace

struct ByteStream::State {
  State(const std::filesystem::path& file, std::size_t max)
      : path(file.string()),
        max_bytes(max),
        // Not blocking, or opening a FIFO would wait for a writer before it can be refused.
        fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {
    if (fd < 0) fail(reason_of(errno));
  }
  State(std::string bytes, std::string name, std::size_t max)
      : path(std::move(name)), max_bytes(max), memory(std::move(bytes)) {}
  ~State() {
    if (gzip) ::inflateEnd(&inflater);
    if (fd >= 0) ::close(fd);
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  [[noreturn]] void fail(const std::string& reason) const { throw CorpusError(path, 0, reason); }

  void check_file() const;
  void start_inflating();
  std::size_t read_raw(std::span<char> buffer);
  std::size_t copy_some(std::span<char> buffer) noexcept;
  bool fill_input();
  std::size_t inflate_some(std::span<char> buffer);
  bool next_member();

  std::string path;
  std::size_t max_bytes;
  std::size_t delivered = 0;
  std::uint64_t taken = 0;  ///< of the file, not yet inflated bytes included
  std::string memory;       ///< where there is no file
  std::size_t memory_used = 0;
  int fd = -1;
  bool gzip = false;
  bool in_member = true;
  bool finished = false;
  z_stream inflater{};
  std::array<char, kInputBytes> input{};
};

void ByteStream::State::check_file() const {
  struct stat status{};
  if (::fstat(fd, &status) != 0) fail(reason_of(errno));
  if (S_ISDIR(status.st_mode)) fail("a directory, not a file");
  if (!S_ISREG(status.st_mode)) fail("not a regular file (a FIFO, socket or device)");
  if (status.st_size > 0 && static_cast<std::uintmax_t>(status.st_size) > max_bytes) {
    fail(fmt::format("too large: {} bytes, the limit is {}", status.st_size, max_bytes));
  }
}

void ByteStream::State::start_inflating() {
  constexpr int kGzipOnly =
      16;  // zlib's flag, added to the window bits: no zlib header, no raw data
  if (::inflateInit2(&inflater, MAX_WBITS + kGzipOnly) != Z_OK) fail("no memory to inflate");
  gzip = true;
}

std::size_t ByteStream::State::copy_some(std::span<char> buffer) noexcept {
  const auto count = memory.copy(buffer.data(), buffer.size(), memory_used);
  memory_used += count;
  taken += count;
  return count;
}

std::size_t ByteStream::State::read_raw(std::span<char> buffer) {
  if (fd < 0) return copy_some(buffer);
  while (true) {
    const auto count = ::read(fd, buffer.data(), buffer.size());
    if (count < 0 && errno != EINTR) fail("cannot be read: " + reason_of(errno));
    if (count < 0) continue;
    taken += static_cast<std::uint64_t>(count);
    return static_cast<std::size_t>(count);
  }
}

bool ByteStream::State::fill_input() {
  if (inflater.avail_in > 0) return true;
  const auto count = read_raw(input);
  // zlib's interface takes unsigned characters.
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast)
  inflater.next_in = reinterpret_cast<Bytef*>(input.data());
  inflater.avail_in = static_cast<uInt>(count);
  return count > 0;
}

// After a member's end: another member, or zeros up to the end of the file (tapes and block devices
// pad so).
bool ByteStream::State::next_member() {
  while (fill_input()) {
    if (*inflater.next_in != 0) {
      if (::inflateReset(&inflater) != Z_OK) fail("damaged gzip data");
      in_member = true;
      return true;
    }
    ++inflater.next_in;
    --inflater.avail_in;
  }
  return false;
}

std::size_t ByteStream::State::inflate_some(std::span<char> buffer) {
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): as above
  inflater.next_out = reinterpret_cast<Bytef*>(buffer.data());
  const auto room = static_cast<uInt>(std::min(buffer.size(), kInputBytes * 16));
  inflater.avail_out = room;
  while (inflater.avail_out == room) {
    if (!in_member && !next_member()) return 0;
    if (!fill_input()) fail("gzip data are cut off: the file is incomplete");
    const int result = ::inflate(&inflater, Z_NO_FLUSH);
    if (result == Z_STREAM_END) {
      in_member = false;
    } else if (result != Z_OK && result != Z_BUF_ERROR) {
      fail(fmt::format("damaged gzip data: {}",
                       inflater.msg != nullptr ? inflater.msg : "not in gzip format"));
    }
  }
  return room - inflater.avail_out;
}

ByteStream::ByteStream(const std::filesystem::path& path, std::size_t max_bytes)
    : state_(std::make_unique<State>(path, max_bytes)) {
  state_->check_file();
  if (has_gzip_name(state_->path)) state_->start_inflating();
}

ByteStream::ByteStream(std::string bytes, std::string name, std::size_t max_bytes)
    : state_(std::make_unique<State>(std::move(bytes), std::move(name), max_bytes)) {}

ByteStream::~ByteStream() = default;
ByteStream::ByteStream(ByteStream&&) noexcept = default;
ByteStream& ByteStream::operator=(ByteStream&&) noexcept = default;

std::size_t ByteStream::read(std::span<char> buffer) {
  State& state = *state_;
  if (buffer.empty() || state.finished) return 0;
  // Up to the bound everything is delivered; only a byte beyond it is an error.
  char beyond = 0;
  const auto room = state.max_bytes - state.delivered;
  const auto target =
      room == 0 ? std::span{&beyond, 1} : buffer.first(std::min(room, buffer.size()));
  const auto count = state.gzip ? state.inflate_some(target) : state.read_raw(target);
  state.finished = count == 0;
  if (room == 0 && count > 0) {
    state.fail(fmt::format("too large: more than the limit of {} bytes{}", state.max_bytes,
                           state.gzip ? " after inflation" : ""));
  }
  state.delivered += count;
  return count;
}

std::uint64_t ByteStream::taken() const noexcept {
  return state_->taken - (state_->gzip ? state_->inflater.avail_in : 0);
}

std::string read_all(ByteStream& stream) {
  std::string bytes;
  std::size_t used = 0;
  while (true) {
    if (used == bytes.size()) bytes.resize(std::max(kFirstRead, bytes.size() * 2));
    const auto count = stream.read(std::span{bytes}.subspan(used));
    if (count == 0) break;
    used += count;
  }
  bytes.resize(used);
  return bytes;
}

}  // namespace dateline
