// A file in memory.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string_view>

namespace dateline {

class OpenFile;

/// A whole file, mapped for reading. Views into it live as long as the object; the file may be
/// unlinked meanwhile.
class MappedFile {
 public:
  MappedFile() = default;
  /// @throws IndexError: missing (absent, or no regular file), io.
  explicit MappedFile(const std::filesystem::path& path);
  /// One that is open, which need not stay so; `path` is for messages. @throws IndexError (io).
  MappedFile(const OpenFile& file, const std::filesystem::path& path);
  ~MappedFile();
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;

  [[nodiscard]] std::string_view bytes() const noexcept { return {data_, size_}; }

 private:
  const char* data_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace dateline
