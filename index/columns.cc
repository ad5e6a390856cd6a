#include "index/columns.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <array>
#include <cstring>

#include "index/error.h"
#include "index/file_writer.h"
#include "index/index_file.h"

namespace dateline {
namespace {

constexpr std::string_view kMagic = "DLCOLUMN";
constexpr std::uint32_t kVersion = 1;
constexpr std::size_t kNameBytes = 32;
constexpr std::size_t kHeaderBytes = 16;
constexpr std::size_t kAlignment = 8;

struct TableRow {
  std::array<char, kNameBytes> name{};
  std::uint64_t offset = 0;
  std::uint64_t size = 0;
  std::uint64_t hash = 0;
};

constexpr std::size_t aligned(std::size_t n) noexcept {
  return (n + kAlignment - 1) / kAlignment * kAlignment;
}

template <typename T>
void append(std::string& out, const T& value) {
  out.append(reinterpret_cast<const char*>(&value), sizeof(T));
}

template <typename T>
T read_at(std::string_view bytes, std::size_t offset) noexcept {
  T value;
  std::memcpy(&value, bytes.data() + offset, sizeof(T));
  return value;
}

[[noreturn]] void damaged(const std::filesystem::path& path, std::string_view what) {
  throw IndexError(
      IndexFault::missing, path,
      fmt::format("{}: {}; the index is damaged, build it again", path.string(), what));
}

}  // namespace

void ColumnWriter::add_bytes(std::string_view name, std::string_view bytes) {
  columns_.push_back({std::string{name}, std::string{bytes}});
}

void ColumnWriter::write(const std::filesystem::path& path) const {
  std::string header{kMagic};
  append(header, kVersion);
  append(header, static_cast<std::uint32_t>(columns_.size()));
  std::size_t offset =
      aligned(kHeaderBytes + columns_.size() * sizeof(TableRow) + sizeof(std::uint64_t));
  for (const Column& column : columns_) {
    TableRow row;
    column.name.copy(row.name.data(), kNameBytes - 1);
    row.offset = offset;
    row.size = column.bytes.size();
    row.hash = XXH3_64bits(column.bytes.data(), column.bytes.size());
    append(header, row);
    offset = aligned(offset + column.bytes.size());
  }
  append(header, static_cast<std::uint64_t>(XXH3_64bits(header.data(), header.size())));

  FileWriter file(path);
  const auto write_padded = [&file](std::string_view bytes) {
    file.write(bytes);
    file.write(std::string(aligned(bytes.size()) - bytes.size(), '\0'));
  };
  write_padded(header);
  for (const Column& column : columns_) write_padded(column.bytes);
  file.finish();
}

Columns::Columns(const std::filesystem::path& path) : Columns(open_to_read(path), path) {}

Columns::Columns(const OpenFile& file, const std::filesystem::path& path)
    : path_(path), file_(file, path) {
  read_table();
}

void Columns::read_table() {
  const auto bytes = file_.bytes();
  if (bytes.size() < kHeaderBytes || !bytes.starts_with(kMagic) ||
      read_at<std::uint32_t>(bytes, kMagic.size()) != kVersion) {
    damaged(path_, "no column file of this version");
  }
  const std::size_t count = read_at<std::uint32_t>(bytes, kMagic.size() + sizeof(std::uint32_t));
  const std::size_t table_end = kHeaderBytes + count * sizeof(TableRow);
  if (bytes.size() < table_end + sizeof(std::uint64_t) ||
      read_at<std::uint64_t>(bytes, table_end) != XXH3_64bits(bytes.data(), table_end)) {
    damaged(path_, "the table of columns does not match its hash");
  }
  for (std::size_t i = 0; i < count; ++i) {
    const auto row = read_at<TableRow>(bytes, kHeaderBytes + i * sizeof(TableRow));
    if (row.offset > bytes.size() || row.size > bytes.size() - row.offset)
      damaged(path_, "the file is cut short");
    if (row.offset % kAlignment != 0 || row.name.back() != '\0')
      damaged(path_, "the table of columns is none that was written");
    entries_.emplace(row.name.data(), Entry{bytes.substr(row.offset, row.size), row.hash});
  }
}

std::string_view Columns::get_bytes(std::string_view name, std::size_t unit) const {
  const auto found = entries_.find(std::string{name});
  if (found == entries_.end() || found->second.bytes.size() % unit != 0) {
    damaged(path_, fmt::format("the column '{}' is missing or misshapen", name));
  }
  return found->second.bytes;
}

std::vector<std::string> Columns::verify() const {
  std::vector<std::string> bad;
  for (const auto& [name, entry] : entries_) {
    if (XXH3_64bits(entry.bytes.data(), entry.bytes.size()) != entry.hash) bad.push_back(name);
  }
  return bad;
}

}  // namespace dateline
