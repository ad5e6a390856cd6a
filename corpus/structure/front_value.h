// What front matter says, whatever language it is written in.
#pragma once

#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// A value of front matter: nothing (absent, `~`, `null`), a text, a list or a map. Numbers, dates
/// and truth values are texts, as they are written; a date of TOML is one by ISO 8601.
struct FrontValue {
  enum class Kind : std::uint8_t { nothing, text, list, map };
  Kind kind = Kind::nothing;
  std::string text;
  std::vector<FrontValue> items;  ///< of a list; of a map, its values
  std::vector<std::string> keys;  ///< of a map: one for each item, empty where it is no text
  std::size_t line = 0;           ///< where it begins, from 0
};

/// Front matter is at most so deep, and has at most so many values, those that YAML's aliases
/// repeat included.
inline constexpr std::size_t kMaxFrontDepth = 32;
inline constexpr std::size_t kMaxFrontValues = 10'000;

/// Front matter that cannot be read; the message says what a line does ("is malformed: …").
class FrontMatterError : public std::runtime_error {
 public:
  FrontMatterError(std::size_t line, const std::string& reason)
      : std::runtime_error(reason), line_(line) {}
  /// From 0.
  [[nodiscard]] std::size_t line() const noexcept { return line_; }

 private:
  std::size_t line_;
};

/// Reads the first YAML document in `text` (UTF-8, lines end in LF). Aliases of what is complete
/// are resolved. @throws FrontMatterError when it is malformed or beyond the limits.
[[nodiscard]] FrontValue parse_yaml(std::string_view text);

/// Reads a TOML document: a map. @throws FrontMatterError as parse_yaml.
[[nodiscard]] FrontValue parse_toml(std::string_view text);

}  // namespace dateline
