#include "cli/typed_arguments.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>

#include "cli/usage_error.h"
#include "language/utf8.h"
#include "language/words/edit_distance.h"

namespace dateline {
namespace {

struct Short {
  std::string_view typed;
  std::string_view meant;
};
constexpr std::array<Short, 3> kShort{{{"-h", "--help"}, {"-V", "--version"}, {"-n", "--limit"}}};

// Options whose values are names of files, which may be of any bytes.
constexpr std::array<std::string_view, 3> kPaths{"--index", "--query-file", "--names"};

bool is_path_option(std::string_view argument) {
  return std::any_of(kPaths.begin(), kPaths.end(), [&](std::string_view name) {
    return argument == name || argument.starts_with(std::string{name} + "=");
  });
}

}  // namespace

std::vector<std::string> as_meant(std::vector<std::string> typed) {
  const auto end = std::find(typed.begin(), typed.end(), "--");
  for (auto argument = typed.begin(); argument != end; ++argument) {
    const auto* const found = std::find_if(
        kShort.begin(), kShort.end(), [&](const Short& one) { return one.typed == *argument; });
    if (found != kShort.end()) *argument = found->meant;
  }
  if (!typed.empty() && typed.front() == "help") {
    typed.erase(typed.begin());
    typed.emplace_back("--help");
  }
  return typed;
}

Display take_display(std::vector<std::string>& arguments) {
  constexpr auto kColors = kDisplayOptions[0].choices;
  constexpr auto kColor = kDisplayOptions[0].name;
  Display display;
  for (auto it = arguments.begin(); it != arguments.end() && *it != "--";) {
    if (*it == kDisplayOptions[1].name) {
      display.pager = false;
      it = arguments.erase(it);
    } else if (*it == kColor && std::next(it) != arguments.end()) {
      display.color = *std::next(it);
      it = arguments.erase(it, it + 2);
    } else if (it->starts_with(std::string{kColor} + "=")) {
      display.color = it->substr(kColor.size() + 1);
      it = arguments.erase(it);
    } else {
      ++it;
    }
  }
  if (std::find(kColors.begin(), kColors.end(), display.color) == kColors.end()) {
    throw UsageError(fmt::format("--color: '{}' is none of auto, always, never", display.color));
  }
  return display;
}

std::string nearest_to(std::string_view typed, const std::vector<std::string>& names) {
  std::string best;
  auto best_distance = typed.size();
  for (const auto& name : names) {
    if (typed.size() > kLongestCompared) break;
    const auto allowed = std::max<std::size_t>(1, std::max(typed.size(), name.size()) / 3);
    const auto distance = edit_distance(typed, name, allowed);
    const bool is_beginning = typed.size() > 2 && name.starts_with(typed);
    if ((distance <= allowed || is_beginning) && distance < best_distance) {
      best_distance = distance;
      best = name;
    }
  }
  return best;
}

void check_utf8(const std::vector<std::string>& arguments) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (is_path_option(arguments[i]) || (i > 0 && is_path_option(arguments[i - 1]))) continue;
    const auto bad = find_invalid_utf8(arguments[i]);
    if (!bad) continue;
    throw UsageError(
        fmt::format("'{}' is no UTF-8 text (byte {}): set the terminal to UTF-8, or "
                    "give the query in a file (--query-file)",
                    arguments[i], *bad + 1));
  }
}

}  // namespace dateline
