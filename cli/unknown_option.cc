#include "cli/unknown_option.h"

#include <fmt/format.h>

#include <CLI/Option.hpp>
#include <vector>

#include "cli/archive_location.h"
#include "cli/typed_arguments.h"

namespace dateline {

std::string unknown_option(const CLI::App& command, std::string_view word, std::string_view name,
                           bool takes_query) {
  if (word.substr(0, word.find('=')) == "--cluster" && !takes_cluster(name))
    return only_local(name);
  std::vector<std::string> names;
  for (const auto* option : command.get_options()) {
    for (const auto& one : option->get_lnames()) names.push_back(one);
  }
  const auto plain = word.substr(0, word.find('=')).substr(2);
  const auto near = nearest_to(plain, names);
  auto message = fmt::format("unknown option {}", word);
  if (!near.empty()) message += fmt::format(": did you mean --{}?", near);
  if (takes_query) {
    message += fmt::format("{} To search for the word, put it behind --: dateline {} -- {}",
                           near.empty() ? "." : "", name, word);
  }
  return message + fmt::format(" (see 'dateline {} --help')", name);
}

}  // namespace dateline
