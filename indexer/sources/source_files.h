// Which files a batch reads.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace dateline {

/// Something that was left out or altered, and why. `path` may be followed by a line.
struct Problem {
  std::string path;
  std::size_t line = 0;  ///< 1-based; 0: the whole file
  std::string message;
  bool skipped = true;  ///< content was left out, not only altered
};

/// A file to read, and the root that its ids count from.
struct SourceFile {
  std::filesystem::path path;  ///< absolute, without "." and ".."
  std::filesystem::path root;  ///< a directory above it
  bool is_stream = false;      ///< holds what standard input gave; its articles have no path
};

/// A directory that was looked through, or an argument that is absent and may have been one.
struct SearchedDirectory {
  std::string path;  ///< absolute
  /// Nothing to read is in it, or it is absent: perhaps a disk is not mounted.
  bool is_doubtful = false;
};

/// Files in directories that are of no kind that is read.
struct OtherFiles {
  std::size_t count = 0;
  /// How many of each extension, in small letters with its dot; "" where there is none, or none
  /// that could be that of a kind.
  std::map<std::string, std::size_t> kinds;
  std::vector<std::string> paths;  ///< the first kMaxOtherPaths

  void add(const std::filesystem::path& path);
};

inline constexpr std::size_t kMaxOtherPaths = 10'000;

/// What the arguments of a batch come to.
struct SourceFiles {
  std::vector<SourceFile> files;  ///< sorted by path within each argument, each file once
  std::vector<SearchedDirectory> directories;
  std::vector<Problem>
      problems;  ///< arguments that are absent, of an unknown kind, or hold nothing to read
  OtherFiles others;
  std::uintmax_t bytes = 0;  ///< of all files together
};

/// Whether a file or folder below a directory is passed over for its name: it begins with a dot.
[[nodiscard]] bool is_hidden(const std::filesystem::path& path);

/// Whether something below the directory `root` is a symbolic link to something that is not; both
/// absolute.
[[nodiscard]] bool leads_out(const std::filesystem::path& path, const std::filesystem::path& root);

/// Finds the files that `paths` name: files as they are, directories with all below them. Hidden
/// files and folders inside a directory are passed over, and so are indexes (holds_index()) and
/// symbolic links to directories. A link that leads out of the directory becomes a problem, unless
/// `follows`: then it is followed, to directories as well, each once. So does a directory that
/// cannot be read to its end; `directories` lacks the argument that it is below.
/// `roots` are those that the index knows; a file below none of them gets its argument (a
/// directory) or its folder as root. What is neither file nor directory (a FIFO, a device) is
/// refused. Reads no file.
[[nodiscard]] SourceFiles find_source_files(const std::vector<std::filesystem::path>& paths,
                                            const std::vector<std::string>& roots,
                                            bool follows = false);

}  // namespace dateline
