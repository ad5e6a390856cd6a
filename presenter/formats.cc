#include "presenter/formats.h"

#include <algorithm>
#include <array>

namespace dateline {
namespace {

constexpr std::array<std::string_view, 8> kNames{"text", "json", "jsonl", "csv",
                                                 "ics",  "md",   "html",  "blocks"};

}  // namespace

std::string_view format_name(Format format) noexcept {
  return kNames[static_cast<std::size_t>(format)];
}

std::optional<Format> format_for(std::string_view name) noexcept {
  const auto* const found = std::find(kNames.begin(), kNames.end(), name);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<Format>(found - kNames.begin());
}

}  // namespace dateline
