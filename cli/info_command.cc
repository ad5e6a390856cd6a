// dateline info: what the index holds.
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <CLI/Option.hpp>
#include <CLI/Validators.hpp>

#include <string>

#include "cli/amount.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/index_location.h"
#include "cli/terminal.h"
#include "index/index_info.h"
#include "index/schema.h"
#include "index/snapshot.h"
#include "index/source_records.h"
#include "index/writer_lock.h"
#include "language/display.h"
#include "presenter/json_values.h"

namespace dateline {
namespace {

constexpr const char* kHelp = R"(Tell what the index holds: counts, spans of days, versions, size.

Examples:
  dateline info
  dateline info --index /srv/ir --format json)";

std::string local_time(std::chrono::system_clock::time_point time) {
  return fmt::format("{:%Y-%m-%dT%H:%M:%S%z}",
                     fmt::localtime(std::chrono::system_clock::to_time_t(time)));
}

std::string span_text(DayRange days) {
  if (!days.known()) return "none";
  const auto interval = to_interval(days);
  return fmt::format("{} to {}", format_day(interval.first), format_day(interval.last));
}

Json span_value(DayRange days) { return days.known() ? interval_json(to_interval(days)) : Json{}; }

Json size_json(const IndexSize& size) {
  return {{"texts", size.texts},       {"tokens", size.tokens}, {"columns", size.columns},
          {"articles", size.articles}, {"other", size.other},   {"total", size.total()},
          {"unnamed", size.unnamed}};
}

std::string to_json(const Snapshot& snapshot, const IndexInfo& info) {
  const Manifest& manifest = snapshot.manifest();
  const auto holder = lock_holder(snapshot.directory());
  const auto duplicates = recorded_duplicates(snapshot.directory());
  return dump(Json{{"schema", kOutputSchema},
                   {"index", snapshot.directory().string()},
                   {"id", manifest.id},
                   {"index_schema", kSchemaVersion},
                   {"analyzer", manifest.analyzer},
                   {"extractor", manifest.extractor},
                   {"language", manifest.language},
                   {"articles", info.articles},
                   {"events", info.events},
                   {"removed", info.removed},
                   {"stale", info.stale},
                   {"duplicates", duplicates ? Json(*duplicates) : Json{}},
                   {"segments", manifest.segments.size()},
                   {"dates", span_value(info.days)},
                   {"published", span_value(info.published)},
                   {"undated", info.undated},
                   {"authors", info.authors},
                   {"organizations", info.organizations},
                   {"bytes", size_json(info.size)},
                   {"generation", manifest.generation},
                   {"last_publication", local_time(info.last_publication)},
                   {"writer", holder ? Json(*holder) : Json{}}});
}

std::string line(std::string_view name, std::string_view value) {
  return fmt::format("{:<14}{}\n", name, printable(value));
}

std::string size_text(const IndexSize& size) {
  auto text = fmt::format("{}: text {}, tokens {}, columns {}, Xapian {}", bytes_text(size.total()),
                          bytes_text(size.texts), bytes_text(size.tokens), bytes_text(size.columns),
                          bytes_text(size.articles));
  if (size.unnamed > 0) {
    text += fmt::format("; beside it {} being written or still read", bytes_text(size.unnamed));
  }
  return text;
}

std::string to_text(const Snapshot& snapshot, const IndexInfo& info) {
  const Manifest& manifest = snapshot.manifest();
  const auto articles = info.removed > 0
                            ? fmt::format("{}; {} removed, still on disk",
                                          with_commas(info.articles), with_commas(info.removed))
                            : with_commas(info.articles);
  auto published = span_text(info.published);
  if (info.undated > 0) published += fmt::format("; undated: {}", with_commas(info.undated));
  auto text = line("index", snapshot.directory().string()) + line("id", manifest.id) +
              line("articles", articles) + line("events", with_commas(info.events)) +
              line("dates", span_text(info.days)) + line("published", published) +
              line("authors", with_commas(info.authors)) +
              line("organizations", with_commas(info.organizations)) +
              line("language", manifest.language) +
              line("schema", fmt::format("{}", kSchemaVersion)) +
              line("analyzer", manifest.analyzer) + line("extractor", manifest.extractor);
  if (const auto duplicates = recorded_duplicates(snapshot.directory()).value_or(0);
      duplicates > 0) {
    text +=
        line("duplicates", fmt::format("{} more of the same content", plural(duplicates, "file")));
  }
  if (info.stale > 0) {
    text += line("stale", fmt::format("facets of {}: dateline index --reannotate",
                                      plural(info.stale, "article")));
  }
  return text + line("segments", fmt::format("{}", manifest.segments.size())) +
         line("size", size_text(info.size)) +
         line("last written", fmt::format("{}, generation {}", local_time(info.last_publication),
                                          manifest.generation)) +
         line("writer", lock_holder(snapshot.directory()).value_or("none"));
}

class InfoCommand : public Command {
 public:
  explicit InfoCommand(CLI::App& app) {
    auto* command = app.add_subcommand("info", kHelp);
    add_index_option(*command, index_);
    command->add_option("--format", format_, "text or json")
        ->check(CLI::IsMember({"text", "json"}))
        ->capture_default_str();
  }

  int run() override {
    const Snapshot snapshot(index_location(index_));
    const auto info = index_info(snapshot);
    print(format_ == "json" ? to_json(snapshot, info) : to_text(snapshot, info));
    return kDone;
  }

 private:
  std::string index_;
  std::string format_ = "text";
};

}  // namespace

std::unique_ptr<Command> add_info_command(CLI::App& app) {
  return std::make_unique<InfoCommand>(app);
}

}  // namespace dateline
