#include "cli/option_facts.h"

#include <CLI/Option.hpp>
#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string_view>

#include "cli/command_tree.h"
#include "cli/help.h"
#include "cli/typed_arguments.h"

namespace dateline {
namespace {

// CLI11 writes a type and what checks it as "TEXT:{a,b}", "UINT:UINT in [0 - 5]".
void set_value(OptionFacts& facts, const CLI::Option& option) {
  if (option.get_items_expected_max() == 0) return;
  const auto type = option.get_type_name();
  const auto end = std::min(type.find_first_of(":["), type.size());
  facts.value = option.get_option_text().empty() ? type.substr(0, end) : option.get_option_text();
  if (facts.value == "UINT" || facts.value == "INT" || facts.value == "FLOAT")
    facts.value = "NUMBER";
  const auto open = type.find('{');
  const auto close = type.rfind('}');
  if (open == std::string::npos || close == std::string::npos) return;
  std::istringstream names{type.substr(open + 1, close - open - 1)};
  for (std::string name; std::getline(names, name, ',');) facts.choices.push_back(name);
}

OptionFacts facts_of(const CLI::Option& option) {
  OptionFacts facts;
  for (const auto& name : option.get_snames()) facts.names.push_back("-" + name);
  for (const auto& name : option.get_lnames()) facts.names.push_back("--" + name);
  set_value(facts, option);
  facts.help = option.get_description();
  facts.usual = option.get_default_str();
  facts.repeats = option.get_items_expected_max() > 1;
  return facts;
}

std::vector<std::string> words_of(std::string_view name) {
  std::istringstream stream{std::string{name}};
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

}  // namespace

std::vector<OptionFacts> options_of(const CLI::App& command) {
  std::vector<OptionFacts> all;
  for (const auto* option : command.get_options()) {
    if (!option->get_positional() || !option->get_lnames().empty())
      all.push_back(facts_of(*option));
  }
  for (const auto& shown : kDisplayOptions) {
    auto& facts = all.emplace_back();
    facts.names.emplace_back(shown.name);
    facts.value = shown.choices.front().empty() ? "" : "WHEN";
    for (const auto choice : shown.choices) {
      if (!choice.empty()) facts.choices.emplace_back(choice);
    }
    facts.help = shown.help;
  }
  return all;
}

const OptionFacts* find_option(const std::vector<OptionFacts>& options, std::string_view typed) {
  const auto found = std::find_if(options.begin(), options.end(), [&](const OptionFacts& option) {
    return std::find(option.names.begin(), option.names.end(), typed) != option.names.end();
  });
  return found == options.end() ? nullptr : &*found;
}

std::string commands_json() {
  using Json = nlohmann::ordered_json;
  Json all = Json::array();
  for (const auto& row : command_helps()) {
    CommandTree tree;
    const auto* command = tree.declared(words_of(row.name));
    if (command == nullptr) continue;
    Json options = Json::array();
    for (const auto& option : options_of(*command)) {
      options.push_back(Json{{"names", option.names},
                             {"value", option.value},
                             {"choices", option.choices},
                             {"help", option.help},
                             {"default", option.usual},
                             {"repeats", option.repeats}});
    }
    all.push_back(Json{{"name", row.name},
                       {"arguments", row.arguments},
                       {"summary", row.summary},
                       {"group", row.group},
                       {"help", command->get_description()},
                       {"options", std::move(options)}});
  }
  return Json{{"version", DATELINE_VERSION}, {"commands", std::move(all)}}.dump(1) + "\n";
}

}  // namespace dateline
