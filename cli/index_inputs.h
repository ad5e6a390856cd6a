// What a batch gets that is no file: standard input.
#pragma once

#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <string_view>

namespace dateline {

/// What standard input gave, in a file of its own below the temporary directory, which lasts as
/// long as this: readers need to know the kind, and some go through a file more than once.
class SpooledInput {
 public:
  /// Reads standard input to its end, or until a stop is asked for. `extension` (".txt") is that of
  /// its kind. @throws IndexError (io) when it cannot be read or kept, and when it is larger than
  /// `max_bytes`.
  SpooledInput(std::string_view extension, std::uint64_t max_bytes, const std::stop_token& stop);
  ~SpooledInput();
  SpooledInput(SpooledInput&&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const noexcept { return path_; }
  /// Whether its end was reached.
  [[nodiscard]] bool is_whole() const noexcept { return is_whole_; }

 private:
  void copy(std::uint64_t max_bytes, const std::stop_token& stop);

  std::filesystem::path directory_;
  std::filesystem::path path_;
  bool is_whole_ = false;
};

}  // namespace dateline
