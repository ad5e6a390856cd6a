// What happens to the files below some directories.
#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <stop_token>
#include <string>
#include <unordered_map>
#include <vector>

namespace dateline {

/// Follows directories, with all below them and all that comes to be below them, by inotify(7).
/// Hidden files and folders, symbolic links to directories and out of them, indexes and names that
/// no reader knows are passed over. On network file systems only what this machine does is seen.
class DirectoryWatch {
 public:
  using Clock = std::chrono::steady_clock;

  /// What has come to rest.
  struct Changes {
    std::vector<std::filesystem::path> written;  ///< files that are new, changed or moved here
    std::vector<std::filesystem::path> gone;     ///< files and folders removed or moved away
    std::vector<std::filesystem::path> lost;     ///< of the directories given: there no more
    bool overflowed = false;  ///< events were dropped: everything must be looked at
  };

  /// `roots` are existing directories, absolute. @throws IndexError (io) when the system allows no
  /// more watches, naming the setting. `follows`: links to files that lead out of the roots count
  /// as files.
  explicit DirectoryWatch(std::vector<std::filesystem::path> roots, bool follows = false);
  ~DirectoryWatch();
  DirectoryWatch(DirectoryWatch&&) = delete;

  /// Waits until some path has not been touched for as long as `rest`, and returns all such;
  /// nothing when a stop is requested, which is noticed within a fifth of a second.
  /// @throws IndexError (io) as the constructor, for new folders.
  [[nodiscard]] Changes wait(std::chrono::milliseconds rest, const std::stop_token& stop);

 private:
  struct Touch {
    Clock::time_point at;
    bool is_gone = false;
  };

  void follow(const std::filesystem::path& directory, bool report_files);
  void forget(const std::filesystem::path& directory);
  void read_events();
  void take(int watch, std::uint32_t mask, const std::string& name);
  [[nodiscard]] bool is_passed_over(const std::filesystem::path& path) const;
  void touch(const std::filesystem::path& path, bool is_gone);
  void move_settled(std::chrono::milliseconds rest, Changes& changes);

  int fd_ = -1;
  std::vector<std::filesystem::path> roots_;
  bool follows_ = false;
  std::unordered_map<int, std::filesystem::path> directories_;  // by watch
  std::map<std::filesystem::path, Touch> touched_;
  std::vector<std::filesystem::path> lost_;
  bool overflowed_ = false;
};

}  // namespace dateline
