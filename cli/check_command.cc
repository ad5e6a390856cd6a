// dateline check: whether the index is still as it was written.
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <CLI/Option.hpp>
#include <CLI/Validators.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include "cli/amount.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/index_location.h"
#include "cli/terminal.h"
#include "index/index_check.h"
#include "index/saved_queries.h"
#include "presenter/json_values.h"
#include "searcher/answers/watch.h"
#include "searcher/query/query.h"

namespace dateline {
namespace {

constexpr const char* kHelp =
    R"(Check the index against the hashes that were kept when it was written.

Every byte is compared; what has changed is told with the articles that it concerns. Saved
queries are read, too.
--deep also reads each article as a search would. Nothing is altered, and writers and
searches may go on meanwhile. Exit codes: 0 all is well, 3 damaged.

Examples:
  dateline check
  dateline check --deep --format json)";

constexpr std::size_t kShownIds = 10;

std::string concerned_text(const Damage& damage) {
  if (damage.article_count == 0) return {};
  auto text = fmt::format("; concerns {}", plural(damage.article_count, "article"));
  if (damage.articles.empty()) return text;
  const auto shown = std::min(damage.articles.size(), kShownIds);
  text += fmt::format(
      ": {}", fmt::join(damage.articles.begin(),
                        damage.articles.begin() + static_cast<std::ptrdiff_t>(shown), ", "));
  return damage.articles.size() > shown ? text + ", …" : text;
}

std::string place_of(const Damage& damage) {
  if (damage.segment.empty()) return damage.file;
  if (damage.file.empty()) return fmt::format("segments/{}", damage.segment);
  return fmt::format("segments/{}/{}", damage.segment, damage.file);
}

bool is_of_queries(const Damage& damage) {
  return damage.segment.empty() && damage.file == kQueriesFile;
}

// Whether this program can still read what was saved; their file was checked before.
void check_queries(const std::filesystem::path& index, CheckReport& report) {
  if (std::any_of(report.damages.begin(), report.damages.end(), is_of_queries)) return;
  for (const auto& query : read_saved_queries(index)) {
    try {
      (void)to_request(query);
    } catch (const QueryError& error) {
      report.damages.push_back(
          {"",
           std::string{kQueriesFile},
           fmt::format("holds the query '{}', which cannot be read any more: {}; give it anew with "
                       "'dateline watch add --replace'",
                       query.name, error.what()),
           {},
           0});
    }
  }
}

std::string to_json(const CheckReport& report) {
  Json damages = Json::array();
  for (const auto& damage : report.damages) {
    damages.push_back({{"place", place_of(damage)},
                       {"what", damage.what},
                       {"article_count", damage.article_count},
                       {"articles", damage.articles}});
  }
  return dump(Json{{"schema", kOutputSchema},
                   {"sound", report.damages.empty()},
                   {"segments", report.segments},
                   {"articles", report.articles},
                   {"bytes", report.bytes},
                   {"without_checksums", report.unsealed},
                   {"damages", std::move(damages)}});
}

class CheckCommand : public Command {
 public:
  explicit CheckCommand(CLI::App& app) {
    auto* command = app.add_subcommand("check", kHelp);
    add_index_option(*command, index_);
    command->add_flag("--deep", deep_, "Read each article, too");
    command->add_option("--format", format_, "text or json")
        ->check(CLI::IsMember({"text", "json"}))
        ->capture_default_str();
  }

  int run() override {
    const auto index = index_location(index_);
    auto report = check_index(index, deep_ ? CheckDepth::articles : CheckDepth::bytes);
    check_queries(index, report);
    if (format_ == "json") {
      print(to_json(report));
    } else {
      tell(report, index);
    }
    return report.damages.empty() ? kDone : kNoIndex;
  }

 private:
  static void tell(const CheckReport& report, const std::filesystem::path& index) {
    for (const auto& damage : report.damages) {
      complain(fmt::format("{} {}{}", place_of(damage), damage.what, concerned_text(damage)));
    }
    if (!report.unsealed.empty()) {
      complain(
          fmt::format("{}: no checksums, made by an earlier version; 'dateline compact' makes "
                      "them",
                      plural(report.unsealed.size(), "segment")));
    }
    if (report.damages.empty()) {
      print(fmt::format("sound: {} in {}, {} compared\n", plural(report.articles, "article"),
                        plural(report.segments, "segment"), bytes_text(report.bytes)));
      return;
    }
    if (std::all_of(report.damages.begin(), report.damages.end(), is_of_queries)) return;
    complain(fmt::format(
        "the index is damaged: restore {} from a backup, or run 'dateline index --rebuild', which "
        "reads the sources again, and keeps from the index what is undamaged and has no source "
        "any more",
        index.string()));
  }

  std::string index_;
  std::string format_ = "text";
  bool deep_ = false;
};

}  // namespace

std::unique_ptr<Command> add_check_command(CLI::App& app) {
  return std::make_unique<CheckCommand>(app);
}

}  // namespace dateline
