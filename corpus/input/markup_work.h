// What parsing markup may cost.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace dateline {

/// Counts what a parser of libxml2 does for a text, so that it can be ended: for each tag it may
/// look through all that is open around it, elements of HTML or namespaces of XML, and a text may
/// have many of both. Steps and not time are counted, so that the same texts are refused
/// everywhere.
class MarkupWork {
 public:
  /// Steps that a text may cost, of some nanoseconds each. A book of 64 MB, with a tag every
  /// twenty bytes, has a tenth.
  static constexpr std::uint64_t kMaxSteps = std::uint64_t{1} << 29;

  /// So much is open now.
  void note_open(std::size_t open) noexcept { most_open_ = std::max(most_open_, open); }
  /// To be called when `piece`, the next one of the text, has been parsed, of which `open` is open
  /// at its end. @return false when the text has had its steps.
  [[nodiscard]] bool count(std::string_view piece, std::size_t open) noexcept {
    const auto tags = std::count(piece.begin(), piece.end(), '<');
    const auto attributes = std::count(piece.begin(), piece.end(), '=');
    steps_ += static_cast<std::uint64_t>(tags + attributes) * (most_open_ + 1);
    most_open_ = open;
    return steps_ <= kMaxSteps;
  }

 private:
  std::uint64_t steps_ = 0;
  std::size_t most_open_ = 0;  // at once, within the piece at hand
};

}  // namespace dateline
