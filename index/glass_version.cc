#include "index/glass_version.h"

#include <fmt/format.h>

#include <bit>
#include <string>
#include <string_view>

#include "index/error.h"
#include "index/index_file.h"
#include "index/varint.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

// The format is that of Xapian 1.4 (glass_version.cc, glass_freelist.h there): a mark, the format's
// version, a UUID, the revision; then for each table its root; then figures of all documents.
constexpr std::string_view kMark = "\x0f\x0dXapian Glass";
constexpr std::size_t kUuidBytes = 16;
constexpr std::size_t kVersionBytes = 2;
constexpr std::size_t kTables = 6;             // postlist is the first
constexpr std::size_t kMaxVersionBytes = 256;  // Xapian reads no more
constexpr std::size_t kMaxReadBytes = std::size_t{1} << 20;
constexpr std::uint32_t kMinBlock = 1U << 11U;
constexpr std::uint32_t kMaxBlock = 1U << 16U;

// Reads numbers one after another.
class Numbers {
 public:
  explicit Numbers(std::string_view bytes) : at_(bytes.data()), end_(at_ + bytes.size()) {}

  std::uint32_t next() {
    std::uint32_t value = 0;
    is_good_ = is_good_ && read_varint(at_, end_, value);
    return is_good_ ? value : 0;
  }
  std::uint64_t next_large() {
    std::uint64_t value = 0;
    is_good_ = is_good_ && read_varint(at_, end_, value);
    return is_good_ ? value : 0;
  }
  std::string_view bytes(std::size_t count) {
    is_good_ = is_good_ && count <= static_cast<std::size_t>(end_ - at_);
    if (!is_good_) return {};
    const std::string_view read(at_, count);
    at_ += count;
    return read;
  }
  [[nodiscard]] bool is_good() const noexcept { return is_good_; }

 private:
  const char* at_;
  const char* end_;
  bool is_good_ = true;
};

// Offsets within a block are kept as numbers of words of four bytes.
std::uint32_t byte_of(std::uint32_t word, std::uint32_t block_bytes) {
  return word < block_bytes / 4 ? word * 4 : block_bytes;
}

// Whether a list may begin or end at a byte: behind the head of its block, before the number of the
// next one.
bool may_stand_at(std::uint32_t byte, std::uint32_t block_bytes) {
  constexpr std::uint32_t kHead = 8;
  return byte == 0 || (byte >= kHead && byte <= block_bytes - 4);
}

bool read_free_list(std::string_view bytes, std::uint32_t block_bytes, GlassFreeList& list) {
  if (bytes.empty()) return true;
  Numbers in(bytes);
  in.next();  // a revision
  list.first_unused = in.next();
  list.begin_block = in.next();
  list.begin_byte = byte_of(in.next(), block_bytes);
  list.end_block = in.next();
  list.end_byte = byte_of(in.next(), block_bytes);
  return in.is_good() && may_stand_at(list.begin_byte, block_bytes) &&
         may_stand_at(list.end_byte, block_bytes);
}

bool read_root(Numbers& in, GlassRoot& root) {
  root.block = in.next();
  const auto form = in.next();
  root.level = form >> 2U;
  root.is_sequential = (form & 2U) != 0;
  root.is_empty = (form & 1U) != 0;
  in.next_large();  // how many entries
  const auto kilobytes = in.next();
  in.next();  // from which size on values are compressed
  const auto free_list = in.bytes(in.next());
  if (!in.is_good() || kilobytes < 1 || kilobytes > kMaxBlock / kMinBlock) return false;
  root.block_bytes = kilobytes * kMinBlock;
  return std::has_single_bit(kilobytes) && root.level <= kMaxGlassLevel &&
         (!root.is_empty || root.level == 0) &&
         read_free_list(free_list, root.block_bytes, root.free_list);
}

bool read_version(std::string_view bytes, GlassRoot& postlist) {
  if (!bytes.starts_with(kMark) || bytes.size() > kMaxVersionBytes) return false;
  Numbers in(bytes.substr(kMark.size()));
  in.bytes(kVersionBytes + kUuidBytes);
  in.next();  // the revision
  if (!read_root(in, postlist)) return false;
  for (std::size_t table = 1; table < kTables; ++table) {
    GlassRoot root;
    if (!read_root(in, root) || !root.is_empty) return false;
  }
  return true;
}

}  // namespace

GlassRoot read_glass_version(const fs::path& database) {
  const auto path = database / "iamglass";
  const auto bytes = read_whole(open_to_read(path), path, kMaxReadBytes);
  GlassRoot root;
  if (read_version(bytes, root)) return root;
  throw IndexError(IndexFault::missing, path,
                   fmt::format("{}: is none that Xapian has written; the index is damaged, build "
                               "it again",
                               path.string()));
}

}  // namespace dateline
