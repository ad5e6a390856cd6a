#include "cli/format_option.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/Option.hpp>
#include <CLI/Validators.hpp>
#include <vector>

namespace dateline {

Format FormatOption::get() const { return format_for(name_).value_or(Format::text); }

void FormatOption::declare(CLI::App& command, std::span<const Format> formats,
                           std::string_view prefix) {
  std::vector<std::string> names;
  for (const auto format : formats) names.emplace_back(format_name(format));
  const auto help = fmt::format("{}{} or {}", prefix,
                                fmt::join(names.begin(), names.end() - 1, ", "), names.back());
  command.add_option("--format", name_, help)->check(CLI::IsMember(names))->capture_default_str();
}

}  // namespace dateline
