// Words of a query that are not searched for.
#pragma once

#include <cstdint>
#include <string>

namespace dateline {

/// A word of a query that is not searched for.
struct LeftOutWord {
  enum class Reason : std::uint8_t {
    stop_word,   ///< beside other words it says nothing
    punctuation  ///< no letter or digit is in it
  };
  std::string text;  ///< as typed
  Reason reason = Reason::stop_word;
};

}  // namespace dateline
