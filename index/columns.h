// Columns: arrays of fixed-width values in one file, mapped into memory and read in place.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <vector>

#include "index/mapped_file.h"

namespace dateline {

// The file: magic "DLCOLUMN", u32 version, u32 count; then a table row a column (name of at most 31
// bytes, padded with NUL; u64 offset; u64 bytes; u64 XXH3 of its bytes), then u64 XXH3 of all
// before it; then the columns, each at a multiple of eight bytes. Little-endian, as every machine
// that Debian's amd64 and arm64 run on.

/// Collects columns and writes them as one file.
class ColumnWriter {
 public:
  /// Adds a column; `name` at most 31 bytes and new. Copies the values.
  template <typename T>
    requires std::is_trivially_copyable_v<T>
  void add(std::string_view name, const std::vector<T>& values) {
    add_bytes(name, {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T)});
  }
  void add_bytes(std::string_view name, std::string_view bytes);

  /// Writes the file and syncs it. @throws IndexError (io).
  void write(const std::filesystem::path& path) const;

 private:
  struct Column {
    std::string name;
    std::string bytes;
  };
  std::vector<Column> columns_;
};

/// A column file, open for reading. Views live as long as the object. Safe for many threads at
/// once.
class Columns {
 public:
  Columns() = default;
  /// Maps the file and checks its table (not the columns' bytes: verify() does).
  /// @throws IndexError: missing when the file is absent or its table is damaged; io.
  explicit Columns(const std::filesystem::path& path);
  /// Of a file that is open, which need not stay so; `path` is for messages.
  Columns(const OpenFile& file, const std::filesystem::path& path);

  /// The values of a column. @throws IndexError (missing) when absent, or its size is no multiple
  /// of T's.
  template <typename T>
    requires std::is_trivially_copyable_v<T>
  [[nodiscard]] std::span<const T> get(std::string_view name) const {
    const auto bytes = get_bytes(name, sizeof(T));
    return {reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T)};
  }
  [[nodiscard]] std::string_view get_bytes(std::string_view name, std::size_t unit = 1) const;
  /// Whether there is a column of this name: for what a file need not have.
  [[nodiscard]] bool has(std::string_view name) const {
    return entries_.contains(std::string{name});
  }

  /// The names of the columns whose bytes do not match their hash. Reads the whole file.
  [[nodiscard]] std::vector<std::string> verify() const;

 private:
  struct Entry {
    std::string_view bytes;
    std::uint64_t hash;
  };
  void read_table();

  std::filesystem::path path_;
  MappedFile file_;
  std::unordered_map<std::string, Entry> entries_;
};

}  // namespace dateline
