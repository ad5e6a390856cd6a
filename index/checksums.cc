#include "index/checksums.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>
#include <span>
#include <sstream>
#include <string_view>

#include "index/column_table.h"
#include "index/error.h"
#include "index/file_writer.h"
#include "index/folder_listing.h"
#include "index/hex_hash.h"
#include "index/index_file.h"
#include "index/mapped_file.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kHead = "dateline-checksums 1";
constexpr std::size_t kPieceBytes = std::size_t{1} << 16;

[[noreturn]] void fail(const fs::path& path, std::string_view what) {
  throw IndexError(IndexFault::missing, path, fmt::format("{}: {}", path.string(), what));
}

void append_hashes(std::string& out, std::string_view bytes,
                   std::span<const std::uint64_t> offsets) {
  for (std::size_t i = 0; i + 1 < offsets.size(); ++i) {
    const auto hash = hash_piece(bytes, offsets[i], offsets[i + 1]);
    out.append(reinterpret_cast<const char*>(&hash), sizeof hash);
  }
}

// A file that is open, and its hash while it is read.
class FileHasher {
 public:
  explicit FileHasher(const fs::path& path)
      : path_(path), file_(open_to_read(path)), state_(XXH3_createState()) {
    XXH3_64bits_reset(state_.get());
  }

  [[nodiscard]] FileChecksum read(const std::string& name) {
    FileChecksum sum{name, 0, 0};
    std::vector<char> piece(kPieceBytes);
    for (;;) {
      const auto got = ::read(file_.fd(), piece.data(), piece.size());
      if (got < 0 && errno == EINTR) continue;
      if (got < 0) fail_to_read(path_, errno);
      if (got == 0) break;
      sum.size += static_cast<std::uint64_t>(got);
      XXH3_64bits_update(state_.get(), piece.data(), static_cast<std::size_t>(got));
    }
    sum.hash = XXH3_64bits_digest(state_.get());
    return sum;
  }

 private:
  struct Free {
    void operator()(XXH3_state_t* state) const noexcept { XXH3_freeState(state); }
  };
  const fs::path& path_;
  OpenFile file_;
  std::unique_ptr<XXH3_state_t, Free> state_;
};

std::string_view piece_of(std::string_view bytes, std::uint64_t begin, std::uint64_t end) noexcept {
  return begin <= end && end <= bytes.size() ? bytes.substr(begin, end - begin)
                                             : std::string_view{};
}

// Whether a name leads to something below the folder that it is joined to.
bool is_below(const fs::path& name) {
  return !name.empty() && name.is_relative() &&
         std::find(name.begin(), name.end(), "..") == name.end();
}

bool is_of_articles(const FileChecksum& file) { return file.name.starts_with("articles/"); }

void write_file(const fs::path& path, std::string_view bytes) {
  FileWriter file(path);
  file.write(bytes);
  file.finish();
}

}  // namespace

std::uint64_t hash_piece(std::string_view bytes, std::uint64_t begin, std::uint64_t end) noexcept {
  const auto piece = piece_of(bytes, begin, end);
  return XXH3_64bits(piece.data(), piece.size());
}

std::vector<std::string> segment_files(const fs::path& segment) {
  std::vector<std::string> names;
  for (const auto& entry : list_tree(segment)) {
    if (entry.type != fs::file_type::regular) continue;
    auto name = entry.path.lexically_relative(segment).generic_string();
    if (name != "checksums") names.push_back(std::move(name));
  }
  std::sort(names.begin(), names.end());
  return names;
}

void check_sizes(const fs::path& segment, const std::vector<FileChecksum>& recorded) {
  for (const auto& file : recorded) {
    const auto path = segment / file.name;
    struct stat info{};
    if (::lstat(path.c_str(), &info) != 0) fail_to_read(path, errno);
    if (!S_ISREG(info.st_mode) || static_cast<std::uint64_t>(info.st_size) != file.size)
      fail(path, "is not as large as it was written; the index is damaged, build it again");
  }
}

void check_articles(const fs::path& segment, const std::vector<FileChecksum>& recorded) {
  constexpr std::uint64_t kMaxHashedBytes = std::uint64_t{1} << 18;
  check_sizes(segment, recorded);
  std::uint64_t bytes = 0;
  for (const auto& file : recorded) bytes += is_of_articles(file) ? file.size : 0;
  if (bytes > kMaxHashedBytes) return;
  for (const auto& file : recorded) {
    if (is_of_articles(file) && checksum_of(segment, file.name).hash != file.hash)
      fail(segment / file.name, "has changed; the index is damaged, build it again");
  }
}

FileChecksum checksum_of(const fs::path& segment, const std::string& name) {
  const auto path = segment / name;
  return FileHasher(path).read(name);
}

std::string seal_segment(const fs::path& segment) {
  std::string hashes;
  {
    const Columns columns(segment / "columns");
    const MappedFile texts(segment / "texts");
    const MappedFile tokens(segment / "tokens");
    append_hashes(hashes, texts.bytes(), open_column<column::text_offsets>(columns));
    append_hashes(hashes, tokens.bytes(), open_column<column::token_offsets>(columns));
  }
  write_file(segment / "hashes", hashes);
  auto text = fmt::format("{}\n", kHead);
  for (const auto& name : segment_files(segment)) {
    const auto sum = checksum_of(segment, name);
    text += fmt::format("{:016x} {} {}\n", sum.hash, sum.size, sum.name);
  }
  write_file(segment / "checksums", text);
  return hex_hash(text);
}

std::vector<FileChecksum> read_checksums(const fs::path& segment, const std::string& seal) {
  const auto path = segment / "checksums";
  const MappedFile file(path);
  const auto bytes = file.bytes();
  if (hex_hash(bytes) != seal) {
    fail(path, "does not fit the manifest");
  }
  std::istringstream lines{std::string{bytes}};
  std::string line;
  if (!std::getline(lines, line) || line != kHead) fail(path, "is of another version");
  std::vector<FileChecksum> sums;
  while (std::getline(lines, line)) {
    std::istringstream fields{line};
    FileChecksum sum;
    fields >> std::hex >> sum.hash >> std::dec >> sum.size;
    fields.ignore(1);
    std::getline(fields, sum.name);
    if (fields.fail() || !is_below(sum.name)) fail(path, "has a line that cannot be understood");
    sums.push_back(std::move(sum));
  }
  return sums;
}

ArticleHashes read_article_hashes(const fs::path& segment, std::uint32_t articles) {
  const MappedFile file(segment / "hashes");
  const auto bytes = file.bytes();
  const std::size_t half = std::size_t{articles} * sizeof(std::uint64_t);
  if (bytes.size() != 2 * half) fail(segment / "hashes", "is of another size");
  ArticleHashes hashes;
  hashes.texts.resize(articles);
  hashes.tokens.resize(articles);
  if (half > 0) {
    std::memcpy(hashes.texts.data(), bytes.data(), half);
    std::memcpy(hashes.tokens.data(), bytes.data() + half, half);
  }
  return hashes;
}

}  // namespace dateline
