// dateline timeline: events in the order of their days.
#include <CLI/Option.hpp>
#include <CLI/Validators.hpp>

#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "cli/choices.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/format_option.h"
#include "cli/notes.h"
#include "cli/query_options.h"
#include "cli/terminal.h"
#include "cli/usage_error.h"
#include "presenter/timeline_pieces.h"
#include "presenter/timeline_presenter.h"
#include "searcher/answers/timeline.h"

namespace dateline {
namespace {

constexpr const char* kTimelineHelp =
    R"(Events in the order of their days, under a heading for each month.

Beside a heading stands how many of the archive's events of that month are shown: an archive
that grows is not taken for news.

Examples:
  dateline timeline pair:JP-RU                        what happened between Japan and Russia
  dateline timeline treaty --country 'CN&RU' --from 2001-02 --to 2001-03
  dateline timeline country:TW --by year --reverse    the latest first
  dateline timeline summit --fold                     told several times, shown once
  dateline timeline country:TW --limit 20             a page; its last line tells the next one
  dateline timeline pair:CN-RU --format ics > talks.ics     for a calendar
  dateline timeline pair:CN-RU --format md            a chronology, ready to paste
  dateline timeline pair:CN-RU --format html > talks.html   a page of its own, for a website

The query language: dateline-query(7), or docs/query-language.md; the formats: docs/output.md.)";

class TimelineCommand : public Command {
 public:
  explicit TimelineCommand(CLI::App& command) : options_(command) {
    command.add_option("--by", by_, "Headings: year, quarter, month, week, day")
        ->check(CLI::IsMember(choices(kBucketWords)))
        ->capture_default_str();
    command.add_flag("--reverse", reverse_, "The latest first");
    command.add_option("--limit", limit_, "Entries to show (0: all)")
        ->check(CLI::Range(std::uint32_t{0}, kMaxHits))
        ->capture_default_str();
    command.add_option("--cursor", cursor_, "Go on where a page ended");
    command.add_flag("--fold", fold_, "One entry for the same happening told several times");
    format_.declare<TimelineAnswer>(command);
  }

  int run() override {
    const auto request = this->request();
    const auto archive = options_.open_archive();
    try {
      return format_.get() == Format::text ? print_text(*archive, request)
                                           : print_pieces(*archive, request);
    } catch (const CursorError& error) {
      throw UsageError(error.what());
    }
  }

 private:
  static int print_text(Archive& archive, const TimelineRequest& request) {
    auto reader = archive.timeline(request);
    const auto timeline = whole_timeline(reader);
    tell(timeline.notices);
    print(present(TimelineAnswer{request, timeline}, Format::text, style_for(stdout)));
    return timeline.total > 0 ? kDone : kNothingFound;
  }

  // Entry by entry, so that memory does not grow with their number.
  [[nodiscard]] int print_pieces(Archive& archive, const TimelineRequest& request) const {
    constexpr std::size_t kEntriesAtOnce = 256;
    auto reader = archive.timeline(request);
    TimelinePieces pieces(format_.get(), reader.request(), reader.summary());
    if (format_.get() != Format::json) tell(reader.summary().notices);
    auto text = pieces.before();
    for (auto entries = reader.next(kEntriesAtOnce); !entries.empty();
         entries = reader.next(kEntriesAtOnce)) {
      for (const auto& entry : entries) text += pieces.entry(entry);
      print(text);
      text.clear();
    }
    print(text + pieces.after());
    return reader.summary().total > 0 ? kDone : kNothingFound;
  }

  [[nodiscard]] TimelineRequest request() const {
    auto form = options_.form();
    form.allow_everything();
    form.set("events");
    form.set("by", by_);
    form.set("limit", std::to_string(limit_));
    if (fold_) form.set("fold");
    auto search = options_.request(form);
    const auto [by, limit, fold] = std::tuple{search.date_bucket, search.limit, search.fold};
    return {std::move(search), by, reverse_, limit, cursor_, fold};
  }

  QueryOptions options_;
  std::string by_ = "month";
  std::string cursor_;
  FormatOption format_;
  std::uint32_t limit_ = 0;
  bool reverse_ = false;
  bool fold_ = false;
};

}  // namespace

CommandEntry timeline_command() noexcept {
  return {"timeline", kTimelineHelp, make_command<TimelineCommand>};
}

}  // namespace dateline
