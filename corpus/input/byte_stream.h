// Bytes of a file, inflated where it is gzip'ed, never more than a bound.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>

namespace dateline {

/// Reads a regular file from its first byte to its last. A name that ends in ".gz" (in any case) is
/// inflated: one gzip member or several in a row (RFC 1952), with their checksums verified. At most
/// `max_bytes` bytes come out; memory is constant, whatever the file claims to hold.
class ByteStream {
 public:
  /// @throws CorpusError when there is no such file, it cannot be opened, is no regular file
  /// (directories, FIFOs, sockets and devices are refused without waiting for them), or is larger
  /// than `max_bytes` as it stands.
  ByteStream(const std::filesystem::path& path, std::size_t max_bytes);
  /// Reads bytes in memory, whose name is `name`, as they are.
  ByteStream(std::string bytes, std::string name, std::size_t max_bytes);
  ~ByteStream();
  ByteStream(ByteStream&&) noexcept;
  ByteStream& operator=(ByteStream&&) noexcept;

  /// Fills `buffer` from its front.
  /// @return how many bytes; 0 only at the end of the file (or for an empty buffer).
  /// @throws CorpusError when the disk fails, the gzip data are damaged or cut off, or the bound is
  /// passed. Bytes that were returned before are good, as far as no checksum behind them fails.
  [[nodiscard]] std::size_t read(std::span<char> buffer);
  /// How many bytes of the file as it stands (compressed) what was read has taken.
  [[nodiscard]] std::uint64_t taken() const noexcept;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Everything that is left in `stream`.
/// @throws CorpusError as ByteStream::read.
[[nodiscard]] std::string read_all(ByteStream& stream);

}  // namespace dateline
