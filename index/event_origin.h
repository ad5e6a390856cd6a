// Where in its article an event stands.
#pragma once

#include <cstdint>

namespace dateline {

/// What gave an event: an entry of a chronology, a sentence with a date, an entry of a log. The
/// values are those of the column event.origin.
enum class EventOrigin : std::uint8_t { chronology = 0, prose = 1, log = 2 };

}  // namespace dateline
