#include "language/dates/addresses.h"

#include <array>
#include <cstddef>

#include "language/ascii.h"
#include "language/dates/word_table.h"

namespace dateline::dates {
namespace {

bool is_word_byte(std::string_view run, std::size_t i) noexcept {
  return i < run.size() && (is_ascii_letter(run[i]) || is_ascii_digit(run[i]));
}

// Whether the letters behind the full stop at `stop` are a suffix of file names or hosts, and end
// there.
bool is_suffix(std::string_view run, std::size_t stop) noexcept {
  std::array<char, kMaxWordBytes> letters{};
  std::uint32_t hash = kHashSeed;
  std::size_t length = 0;
  std::size_t i = stop + 1;
  for (; is_word_byte(run, i) && length < letters.size(); ++i) {
    const char low = ascii_lower(run[i]);
    hash = add_to_hash(hash, static_cast<unsigned char>(low));
    letters[length++] = low;
  }
  if (length < 2 || (i < run.size() && run[i] != '/' && run[i] != '?' && run[i] != '#')) {
    return false;
  }
  return WordTable::built_in().find({letters.data(), length}, hash).kind == Kind::suffix;
}

}  // namespace

std::string_view without_closing_marks(std::string_view run) noexcept {
  constexpr std::string_view kClosing = ".,;:!?)]}>\"'*";
  while (!run.empty() && kClosing.find(run.back()) != std::string_view::npos) {
    run.remove_suffix(1);
  }
  return run;
}

bool is_address(std::string_view run) noexcept {
  constexpr std::string_view kOpening = "([{<\"'*";
  while (!run.empty() && kOpening.find(run.front()) != std::string_view::npos) {
    run.remove_prefix(1);
  }
  run = without_closing_marks(run);
  if (run.starts_with("www.")) return true;
  for (std::size_t i = 1; i < run.size(); ++i) {
    switch (run[i]) {
      case ':':
        if (run.substr(i, 3) == "://") return true;
        break;
      case '@':
      case '_':
        if (is_word_byte(run, i - 1) && is_word_byte(run, i + 1)) return true;
        break;
      case '.':
        if (is_word_byte(run, i - 1) && is_suffix(run, i)) return true;
        break;
      default:
        break;
    }
  }
  return false;
}

}  // namespace dateline::dates
