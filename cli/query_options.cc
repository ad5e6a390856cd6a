#include "cli/query_options.h"

#include <fmt/format.h>
#include <CLI/Option.hpp>
#include <CLI/Validators.hpp>

#include <algorithm>
#include <utility>

#include "cli/bounded_input.h"
#include "cli/choices.h"
#include "cli/terminal.h"
#include "cli/unknown_option.h"
#include "cli/usage_error.h"
#include "searcher/query/request.h"
#include "searcher/suggest/reading.h"

namespace dateline {
namespace {

// What stands in a file, or comes on standard input ("-"); without the line ends at its end.
std::string read_query(const std::string& file) {
  auto query = read_bounded(file, "--query-file", kMaxQueryBytes);
  if (query.empty() && file != "-")
    throw UsageError(fmt::format("--query-file: nothing is in {}", file));
  while (!query.empty() && (query.back() == '\n' || query.back() == '\r')) query.pop_back();
  return query;
}

// Words that are a date, two countries or persons become filters, as `search` suggests.
bool apply_reading(QueryNode& query) {
  auto found = QueryReader("en").read(query, {});
  if (!found) return false;
  complain(fmt::format("note: read as {}: {}", kind_of_reading(*found), found->label));
  query = std::move(found->root);
  return found->has_names();
}

// As typed: "search", "watch add".
std::string typed_name(const CLI::App& command) {
  const auto* parent = command.get_parent();
  if (parent == nullptr || parent->get_parent() == nullptr) return command.get_name();
  return fmt::format("{} {}", typed_name(*parent), command.get_name());
}

// Whether an argument is two words or more, and nothing of the query language.
bool is_plain_phrase(const std::string& argument) {
  constexpr std::string_view kMarks = "\":()*~,&+\n\t";
  for (const auto* quote : {"\u201C", "\u201D", "\u201E", "\u00AB", "\u00BB"}) {
    if (argument.find(quote) != std::string::npos) return false;
  }
  std::size_t words = 0;
  std::string_view rest = argument;
  while (!rest.empty()) {
    const auto blank = std::min(rest.find(' '), rest.size());
    const auto word = rest.substr(0, blank);
    rest.remove_prefix(std::min(blank + 1, rest.size()));
    if (word.empty()) continue;
    ++words;
    const bool is_operator = word == "AND" || word == "OR" || word == "NOT";
    if (is_operator || word.starts_with('-') || word.find_first_of(kMarks) != word.npos)
      return false;
  }
  return words > 1;
}

// Stands before words that follow "--", which CLI11 would not take: no word is typed with it.
constexpr char kLiteralMark = '\x01';

}  // namespace

std::vector<std::string> mark_literal_words(const std::vector<std::string>& arguments) {
  const auto dashes = std::find(arguments.begin(), arguments.end(), "--");
  std::vector<std::string> marked(arguments.begin(), dashes);
  if (dashes == arguments.end()) return marked;
  for (auto it = std::next(dashes); it != arguments.end(); ++it)
    marked.push_back(kLiteralMark + *it);
  return marked;
}

QueryOptions::QueryOptions(CLI::App& command, IdPlace id_place)
    : command_(command), id_place_(id_place) {
  command.allow_extras();
  command.set_help_flag("--help", "Print this help");
  archive_.declare(command);
  filters_.reserve(kFacetRows.size());  // CLI11 keeps the addresses of the values
  for (const auto& row : kFacetRows) {
    if (row.help.empty()) continue;
    auto& filter = filters_.emplace_back(FilterOption{row.name, {}});
    command.add_option(fmt::format("--{}", row.name), filter.values, std::string{row.help})
        ->allow_extra_args(false);
  }
  command.add_option("--from", from_, "Speaks of this day or a later one");
  command.add_option("--to", to_, "Speaks of this day or an earlier one");
  command
      .add_option("--date-mode", date_mode_,
                  "How dates must lie to those asked for: overlaps, within, contains")
      ->check(CLI::IsMember(choices(kDateModeNames)))
      ->capture_default_str();
  command.add_option("--precision", precision_,
                     "No dates coarser than this: day, week, month, quarter, half, season, year, "
                     "decade, century");
  command.add_flag("--any", any_, "Any of the words will do");
  command.add_flag("--smart", smart_,
                   "Take dates, two countries and persons among the words as filters: Russia Japan "
                   "2001");
  command.add_flag("--expand", expand_,
                   "Rank with what the first hits speak of, too (pseudo-relevance feedback)");
  command
      .add_option("--query-file", query_file_, "Read the query from a file (- is standard input)")
      ->type_name("FILE");
}

std::string QueryOptions::id() const {
  const auto words = command_.remaining();
  const auto name = typed_name(command_);
  if (words.empty()) {
    throw UsageError(
        fmt::format("which article or event? give its id (see 'dateline {} --help')", name));
  }
  refuse_options(words);
  std::string_view id = id_place_ == IdPlace::first ? words.front() : words.back();
  if (id.starts_with(kLiteralMark)) id.remove_prefix(1);
  return std::string{id};
}

void QueryOptions::refuse_options(const std::vector<std::string>& words) const {
  for (const auto& word : words) {
    if (word.starts_with("--") && word.size() > 2)
      throw UsageError(unknown_option(command_, word, typed_name(command_), true));
  }
}

std::vector<std::string> QueryOptions::query_words() const {
  auto words = command_.remaining();
  if (id_place_ == IdPlace::first && !words.empty()) words.erase(words.begin());
  if (id_place_ == IdPlace::last && !words.empty()) words.pop_back();
  return words;
}

std::string QueryOptions::query_text() const {
  const auto words = query_words();
  if (is_given("--query-file")) {
    if (!words.empty())
      throw UsageError("--query-file: give the query there or here, not in both places");
    return read_query(query_file_);
  }
  if (words.size() == 1 && words.front() == "-") return read_query("-");
  refuse_options(words);
  std::string query;
  for (const std::string_view word : words) {
    if (!query.empty()) query += ' ';
    query += word.starts_with(kLiteralMark) ? word.substr(1) : word;
  }
  return query;
}

// The query with arguments of several words in quotes, which a shell has taken off; empty when there
// are none.
std::string QueryOptions::query_with_phrases() const {
  const auto words = query_words();
  if (is_given("--query-file") || std::none_of(words.begin(), words.end(), is_plain_phrase))
    return {};
  std::string query;
  for (const auto& word : words) {
    if (!query.empty()) query += ' ';
    query += is_plain_phrase(word)            ? fmt::format("\"{}\"", word)
             : word.starts_with(kLiteralMark) ? word.substr(1)
                                              : word;
  }
  return query;
}

bool QueryOptions::is_given(const std::string& option) const {
  return command_.get_option(option)->count() > 0;
}

void QueryOptions::set_values(RequestForm& form) const {
  for (const auto& filter : filters_) {
    for (const auto& value : filter.values) form.set(filter.name, value);
  }
  if (is_given("--from")) form.set("from", from_);
  if (is_given("--to")) form.set("to", to_);
  form.set("date-mode", date_mode_);
  if (is_given("--precision")) form.set("precision", precision_);
  if (any_) form.set("any");
  if (expand_) form.set("expand");
}

RequestForm QueryOptions::form() const {
  RequestForm form("--");
  form.set("q", query_text());
  if (const auto phrases = query_with_phrases(); !phrases.empty()) form.set("phrases", phrases);
  set_values(form);
  if (id_place_ == IdPlace::first) form.allow_everything();
  return form;
}

SearchRequest QueryOptions::request(const RequestForm& form) const {
  try {
    auto filled = form.read(smart_ ? apply_reading : RequestForm::QueryRewriter{});
    for (const auto& warning : filled.warnings) complain("warning: " + warning);
    return std::move(filled.request);
  } catch (const QueryError& error) {
    throw with_caret(error, form.query());
  } catch (const EmptyRequestError& error) {
    throw UsageError(
        fmt::format("{} (see 'dateline {} --help')", error.what(), typed_name(command_)));
  } catch (const RequestFormError& error) {
    throw UsageError(error.what());
  }
}

}  // namespace dateline
