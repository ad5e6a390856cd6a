// What is set above the line.
#pragma once

#include <cstddef>
#include <string_view>

namespace dateline {

/// A mark of a note is not longer, brackets included.
inline constexpr std::size_t kMaxNoteMarkBytes = 40;

/// Whether text above the line points at a note: "4", "[12]", "1, 2", "a", "*", "†", nothing.
/// "rd" and "TM" do not.
[[nodiscard]] bool is_note_mark(std::string_view raised) noexcept;

}  // namespace dateline
