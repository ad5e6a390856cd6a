// How the files of an index are opened: here, and nowhere else.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <utility>

namespace dateline {

class IndexError;

// An index may lie in a folder that somebody else has packed. So whatever is inside one is only
// opened when it is what an index has: directories and regular files. A symbolic link is not
// followed, a FIFO is not waited for, and what is written is a file that was not there before. The
// folder of the index itself may be reached by a link.
//
// What is missing or of another kind is damage (IndexFault::missing); what the system refuses (no
// permission, no descriptors, a bad disk) says nothing of the index (IndexFault::io).

/// An open file; closed at the end of its life.
class OpenFile {
 public:
  OpenFile() = default;
  /// Takes over a descriptor; negative: none.
  explicit OpenFile(int fd) noexcept : fd_(fd) {}
  ~OpenFile();
  OpenFile(OpenFile&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  OpenFile& operator=(OpenFile&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
  }

  [[nodiscard]] bool is_open() const noexcept { return fd_ >= 0; }
  /// Negative when none is open.
  [[nodiscard]] int fd() const noexcept { return fd_; }
  /// Gives the descriptor away.
  [[nodiscard]] int release() noexcept { return std::exchange(fd_, -1); }

 private:
  int fd_ = -1;
};

/// Opens a regular file to be read. Never waits. @throws IndexError: missing (absent, or something
/// else than a regular file), io.
[[nodiscard]] OpenFile open_to_read(const std::filesystem::path& path);
/// The same; a file that is not open where there is none.
[[nodiscard]] OpenFile open_if_there(const std::filesystem::path& path);
/// Makes a new file, to be written; whatever had its name is unlinked, and not touched otherwise.
/// @throws IndexError (io).
[[nodiscard]] OpenFile create_anew(const std::filesystem::path& path);
/// Opens a file that is kept, to be locked and written in place; makes it where there is none.
/// @throws IndexError (io), for a link, a FIFO or a file that has other names, too.
[[nodiscard]] OpenFile open_lock_file(const std::filesystem::path& path);
/// Whether there is something of this name; a link counts as what it leads to. @throws IndexError
/// (io) when the system does not say.
[[nodiscard]] bool is_there(const std::filesystem::path& path);
/// Opens the folder of an index, or one below it, which may be reached by a link. Not open where
/// that fails; errno says why.
[[nodiscard]] OpenFile open_folder(const std::filesystem::path& path) noexcept;
/// Opens a directory. @throws IndexError: missing (absent, a link, or no directory), io.
[[nodiscard]] OpenFile open_directory(const std::filesystem::path& path);

/// All bytes of an open file. `path` is for the message. @throws IndexError: missing (more than
/// `limit_bytes`), io.
[[nodiscard]] std::string read_whole(const OpenFile& file, const std::filesystem::path& path,
                                     std::size_t limit_bytes);

/// Whether the files of a directory may have names elsewhere, too: what is only read may.
enum class OtherNames : bool { refused, allowed };

/// Looks at a directory whose files a library will open by itself: it and all in it must be what
/// they are in an index, regular files. @throws IndexError: missing, io.
void check_plain_files(const std::filesystem::path& directory, OtherNames other_names);

/// Fails for what the system said of a file that is to be read: `error` as in errno.
/// @throws IndexError: missing where it is absent or no such file, io.
[[noreturn]] void fail_to_read(const std::filesystem::path& path, int error);

/// For who catches an error and goes on without what is damaged: throws it again when it is none of
/// damage. What the system refuses now, it may give the next time.
void pass_over_damage(const IndexError& error);

}  // namespace dateline
