// What goes wrong with an index.
#pragma once

#include <filesystem>
#include <string>

#include "language/error.h"

namespace dateline {

/// Why an index cannot be used; decides the exit code.
enum class IndexFault {
  missing,  ///< there is none, or it is damaged, or of another schema
  locked,   ///< another writer holds it
  io,       ///< the operating system refused: disk full, permissions
};

/// An index cannot be opened, read or written. The message names the path and what to do.
class IndexError : public Error {
 public:
  IndexError(IndexFault fault, const std::filesystem::path& path, const std::string& message)
      : Error(message), fault_(fault), path_(path) {}
  [[nodiscard]] IndexFault fault() const noexcept { return fault_; }
  [[nodiscard]] const std::filesystem::path& path() const noexcept { return path_; }

 private:
  IndexFault fault_;
  std::filesystem::path path_;
};

}  // namespace dateline
