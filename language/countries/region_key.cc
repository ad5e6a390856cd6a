#include "language/countries/region_key.h"

#include <algorithm>

#include "language/ascii.h"
#include "language/utf8.h"

namespace dateline {

std::string region_key(std::string_view name) {
  const auto folded = fold(name);
  std::string_view rest{folded};
  constexpr std::string_view kBlanks = " \t\r\n-_";
  rest.remove_prefix(std::min(rest.find_first_not_of(kBlanks), rest.size()));
  if (rest.size() > 3 && rest.starts_with("the") &&
      kBlanks.find(rest[3]) != std::string_view::npos) {
    rest.remove_prefix(4);
  }
  std::string key;
  for (const char c : rest) {
    if (c == '&') {
      key += "and";
    } else if (is_ascii_small(c) || is_ascii_digit(c) || static_cast<unsigned char>(c) >= 0x80) {
      key += c;
    }
  }
  return key;
}

}  // namespace dateline
