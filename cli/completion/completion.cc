#include "cli/completion/completion.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <sstream>
#include <string_view>

#include "cli/command_tree.h"
#include "cli/completion/candidate.h"
#include "cli/completion/index_values.h"
#include "cli/completion/values.h"
#include "cli/environment.h"
#include "cli/help.h"
#include "cli/index_location.h"
#include "cli/option_facts.h"
#include "cli/typed_arguments.h"
#include "cli/usage_error.h"
#include "language/display.h"
#include "language/error.h"
#include "searcher/query/facet.h"
#include "searcher/query/query_fields.h"

namespace dateline {
namespace {

// What stands before the word that is being typed.
struct Line {
  std::vector<std::string> command;      // "watch", "add"
  const OptionFacts* pending = nullptr;  // the option whose value is being typed
  std::size_t arguments = 0;             // that are no options
  bool literal = false;                  // behind "--"
  std::string index;
  bool asks_cluster = false;  // by --cluster
};

// The folder that is meant: no shell has put $HOME for the tilde of a word that is not complete.
std::string expanded(const std::string& path) {
  if (path != "~" && !path.starts_with("~/")) return path;
  return std::string{environment("HOME")} + path.substr(1);
}

// The words of arguments of a command: "ID [QUERY…]" is ID, QUERY.
std::vector<std::string> argument_kinds(std::string_view arguments) {
  std::vector<std::string> kinds;
  std::istringstream words{std::string{arguments}};
  for (std::string word; words >> word;) {
    std::erase_if(word, [](char c) { return c < 'A' || c > 'Z'; });
    if (!word.empty()) kinds.push_back(word);
  }
  return kinds;
}

std::string joined(const std::vector<std::string>& words) {
  return fmt::format("{}", fmt::join(words, " "));
}

const CommandHelp* help_of(const std::vector<std::string>& command) {
  const auto rows = command_helps();
  const auto name = joined(command);
  const auto found =
      std::find_if(rows.begin(), rows.end(), [&](const auto& row) { return row.name == name; });
  return found == rows.end() ? nullptr : &*found;
}

// Commands below the one that is typed; all where none is.
Candidates commands(const std::vector<std::string>& above, std::string_view typed) {
  const auto prefix = above.empty() ? std::string{} : joined(above) + " ";
  Candidates candidates;
  for (const auto& row : command_helps()) {
    if (!row.name.starts_with(prefix)) continue;
    const auto name = row.name.substr(prefix.size());
    if (name.find(' ') == std::string_view::npos && name.starts_with(typed))
      candidates.push_back({CandidateKind::whole, std::string{name}, std::string{row.summary}});
  }
  return candidates;
}

std::size_t take_command(const std::vector<std::string>& words, Line& line) {
  std::size_t at = 0;
  while (at + 1 < words.size()) {
    auto longer = line.command;
    longer.push_back(words[at]);
    if (help_of(longer) == nullptr) break;
    line.command = std::move(longer);
    ++at;
  }
  return at;
}

void take_words(const std::vector<std::string>& words, std::size_t at,
                const std::vector<OptionFacts>& options, Line& line) {
  for (; at + 1 < words.size(); ++at) {
    const auto& word = words[at];
    if (line.pending != nullptr) {
      if (line.pending->names.back() == "--index") line.index = word;
      if (line.pending->names.back() == "--cluster") line.asks_cluster = true;
      line.pending = nullptr;
    } else if (line.literal || !word.starts_with('-')) {
      ++line.arguments;
    } else if (word == "--") {
      line.literal = true;
    } else if (word.starts_with("--index=")) {
      line.index = word.substr(word.find('=') + 1);
    } else if (word.starts_with("--cluster=")) {
      line.asks_cluster = true;
    } else if (const auto* option = find_option(options, word == "-n" ? "--limit" : word)) {
      line.pending = option->value.empty() ? nullptr : option;
    } else {
      line.arguments += word.starts_with("--") ? 0U : 1U;  // an exclusion
    }
  }
}

class Completer {
 public:
  Completer(Line line, std::string_view typed) : line_(std::move(line)), typed_(typed) {}

  [[nodiscard]] Candidates option_value(const OptionFacts& option, std::string_view typed) const {
    Candidates candidates;
    for (const auto& choice : option.choices) {
      if (choice.starts_with(typed)) candidates.push_back({CandidateKind::whole, choice, {}});
    }
    if (!option.choices.empty()) return candidates;
    if (option.value == "FILE") return {{CandidateKind::file, {}, {}}};
    if (option.value == "DIR") return {{CandidateKind::folder, {}, {}}};
    const auto name = std::string_view{option.names.back()}.substr(2);
    return name == "why" ? fields(typed, true) : values(name, typed, false);
  }

  [[nodiscard]] Candidates options(const std::vector<OptionFacts>& all) const {
    if (const auto equals = typed_.find('='); equals != std::string_view::npos) {
      const auto* const option = find_option(all, typed_.substr(0, equals));
      if (option == nullptr || option->value.empty()) return {};
      auto candidates = option_value(*option, typed_.substr(equals + 1));
      for (auto& candidate : candidates) candidate.text.insert(0, typed_.substr(0, equals + 1));
      return candidates;
    }
    Candidates candidates;
    for (const auto& option : all) {
      if (option.names.back().starts_with(typed_))
        candidates.push_back({CandidateKind::whole, option.names.back(), option.help});
    }
    return candidates;
  }

  [[nodiscard]] Candidates argument(std::string_view kind) const {
    if (kind == "PATH" || kind == "FILE" || kind == "WHERE") return {{CandidateKind::file, {}, {}}};
    if (kind == "ID") return values("id", typed_, false);
    if (kind == "REGION") return values("region", typed_, false);
    if (kind == "NAME") return saved_queries_in(index(), typed_);
    if (kind == "QUERY") return query_word();
    return {};
  }

  [[nodiscard]] const Line& line() const noexcept { return line_; }

 private:
  // A key pressed does not wait for a network.
  [[nodiscard]] std::string index() const {
    if (line_.asks_cluster) throw UsageError("clusters are not asked for values");
    return index_location(expanded(line_.index)).string();
  }

  [[nodiscard]] Candidates values(std::string_view name, std::string_view typed,
                                  bool is_query) const {
    return values_of(name, typed, is_query, [this] { return index(); });
  }

  // `country:RU`, or the beginning of a field's name; of facets alone for --why.
  [[nodiscard]] Candidates fields(std::string_view typed, bool of_facets) const {
    Candidates candidates;
    if (const auto colon = typed.find(':'); colon != std::string_view::npos) {
      candidates = values(typed.substr(0, colon), typed.substr(colon + 1), !of_facets);
      for (auto& candidate : candidates) candidate.text.insert(0, typed.substr(0, colon + 1));
      return candidates;
    }
    for (const auto& rule : field_rules()) {
      if (begins_with(rule.name, typed) && (!of_facets || is_filter(rule.name)))
        candidates.push_back({CandidateKind::open, fmt::format("{}:", rule.name),
                              fmt::format("as in {}", rule.example)});
    }
    return candidates;
  }

  // Behind the signs that may stand before a field: `-country:US`, `(country:US`.
  [[nodiscard]] Candidates query_word() const {
    const auto begin = std::min(typed_.find_first_not_of("-("), typed_.size());
    auto candidates = fields(typed_.substr(begin), false);
    for (auto& candidate : candidates) candidate.text.insert(0, typed_.substr(0, begin));
    return candidates;
  }

  Line line_;
  std::string_view typed_;
};

Candidates arguments(const Completer& completer) {
  const auto* const help = help_of(completer.line().command);
  const auto kinds = argument_kinds(help == nullptr ? std::string_view{} : help->arguments);
  if (kinds.empty()) return {};
  const auto at = completer.line().arguments;
  if (kinds.front() != "QUERY") return completer.argument(kinds[std::min(at, kinds.size() - 1)]);
  auto candidates = completer.argument("QUERY");
  if (kinds.back() == "ID" && at > 0) {  // QUERY… ID: either may come
    auto ids = completer.argument("ID");
    candidates.insert(candidates.end(), ids.begin(), ids.end());
  }
  if (candidates.empty() && kinds.size() > 1) return completer.argument(kinds.back());
  return candidates;
}

Candidates candidates_for(const std::vector<std::string>& words) {
  const std::string_view typed = words.back();
  Line line;
  const auto at = take_command(words, line);
  if (line.command.empty()) {
    if (words.size() > 1) return {};
    auto candidates = commands({}, typed);
    for (const auto* word : {"help", "--help", "--version"}) {
      if (std::string_view{word}.starts_with(typed) && typed.starts_with('-') == (*word == '-'))
        candidates.push_back({CandidateKind::whole, word, {}});
    }
    return candidates;
  }
  if (auto below = commands(line.command, typed); !below.empty()) return below;
  CommandTree tree;
  const auto* const command = tree.declared(line.command);
  if (command == nullptr) return {};
  const auto options = options_of(*command);
  take_words(words, at, options, line);
  const Completer completer(line, typed);
  if (line.pending != nullptr) return completer.option_value(*line.pending, typed);
  const bool is_option = typed == "-" || (typed.starts_with("--"));
  if (is_option && !line.literal) return completer.options(options);
  return arguments(completer);
}

std::string_view name_of(CandidateKind kind) noexcept {
  constexpr std::array<std::string_view, 4> kNames{"whole", "open", "file", "folder"};
  return kNames[static_cast<std::size_t>(kind)];
}

}  // namespace

std::string complete(const std::vector<std::string>& words) {
  auto typed = words.empty() ? std::vector<std::string>{{}} : words;
  const bool asks_help = typed.size() > 1 && typed.front() == "help";
  if (asks_help) typed.erase(typed.begin());
  Candidates candidates;
  try {
    candidates = asks_help ? commands({typed.begin(), typed.end() - 1}, typed.back())
                           : candidates_for(typed);
  } catch (const Error&) {
    candidates.clear();  // no index, or none that can be read
  }
  std::string lines;
  for (const auto& candidate : candidates) {
    if (candidate.text != printable(candidate.text)) continue;  // no shell can type it
    lines += fmt::format("{}\t{}\t{}\n", name_of(candidate.kind), candidate.text,
                         printable(candidate.note));
  }
  return lines;
}

}  // namespace dateline
