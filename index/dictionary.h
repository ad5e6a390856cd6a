// Strings by number, and numbers by string.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "index/columns.h"
#include "language/words/string_table.h"

namespace dateline {

/// Gives each different string a number, in the order of first use, while a segment is being
/// written.
class DictionaryBuilder {
 public:
  [[nodiscard]] std::uint32_t id(std::string_view text);
  [[nodiscard]] std::size_t size() const noexcept { return strings_.size(); }
  /// Adds the columns `<name>.offsets`, `<name>.bytes` and `<name>.sorted`.
  void write(std::string_view name, ColumnWriter& columns) const;

 private:
  std::deque<std::string> strings_;  // by number; they stay where they are
  StringTable ids_;
};

/// A dictionary in a segment's columns; reads in place. Views live as long as the columns.
class Dictionary {
 public:
  Dictionary() = default;
  /// @throws IndexError (missing) when its columns are absent or do not fit each other.
  Dictionary(const Columns& columns, std::string_view name);

  [[nodiscard]] std::uint32_t size() const noexcept {
    return static_cast<std::uint32_t>(sorted_.size());
  }
  /// Empty for an id that is not below size().
  [[nodiscard]] std::string_view text(std::uint32_t id) const noexcept;
  /// Logarithmic.
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view text) const noexcept;
  /// The ids of the strings that begin with `prefix`, in byte order of the strings.
  [[nodiscard]] std::span<const std::uint32_t> with_prefix(std::string_view prefix) const noexcept;

 private:
  std::span<const std::uint32_t> offsets_;
  std::string_view bytes_;
  std::span<const std::uint32_t> sorted_;
};

}  // namespace dateline
