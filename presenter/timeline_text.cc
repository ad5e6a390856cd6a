#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "language/display.h"
#include "language/period_name.h"
#include "presenter/acting.h"
#include "presenter/blocks.h"
#include "presenter/date_label.h"
#include "presenter/timeline_entry.h"
#include "presenter/timeline_presenter.h"
#include "searcher/query/request.h"

namespace dateline {
namespace {

constexpr std::size_t kBarWidth = 10;
constexpr std::string_view kIndent = "    ";

double share_of(std::uint64_t count, std::uint64_t archive) {
  return archive == 0 ? 0 : static_cast<double>(count) / static_cast<double>(archive);
}

std::string percent(double share) {
  constexpr double kFine = 0.0995;  // smaller shares show tenths of a percent
  if (share > 0 && share < 0.0005) return "<0.1 %";
  return fmt::format("{:.{}f} %", share * 100, share < kFine ? 1 : 0);
}

double highest_share(const Timeline& timeline) {
  double highest = 0;
  for (const auto& bucket : timeline.buckets)
    highest = std::max(highest, share_of(bucket.count, bucket.archive));
  return highest;
}

// The buckets' shares in at most `columns`: neighbours are merged, as many to each column.
std::vector<std::optional<double>> merged_shares(const Timeline& timeline, std::size_t columns) {
  struct Column {
    std::uint64_t count = 0;
    std::uint64_t archive = 0;
  };
  const auto first = timeline.buckets.front().number;
  const std::size_t span = timeline.buckets.back().number - first + std::size_t{1};
  const std::size_t each = (span + columns - 1) / columns;
  std::vector<Column> merged((span + each - 1) / each);
  for (const auto& bucket : timeline.buckets) {
    auto& column = merged[(bucket.number - first) / each];
    column.count += bucket.count;
    column.archive += bucket.archive;
  }
  std::vector<std::optional<double>> shares;
  shares.reserve(merged.size());
  for (const auto& column : merged) {
    shares.push_back(column.archive == 0 ? std::nullopt
                                         : std::optional{share_of(column.count, column.archive)});
  }
  return shares;
}

// "2001-01 ▁▂█▃ 2001-04", and what it is.
std::string course(const TimelineRequest& request, const Timeline& timeline,
                   const TextStyle& style) {
  if (timeline.buckets.size() < 2) return {};
  const auto& first = timeline.buckets.front().name;
  const auto& last = timeline.buckets.back().name;
  const auto room = style.width - std::min(style.width - 1, first.size() + last.size() + 2);
  return fmt::format(
      "{} {} {}\n{}", style.dim(first), style.country(sparkline(merged_shares(timeline, room))),
      style.dim(last),
      each_line(wrapped(fmt::format("share of the archive's events by {}, at most {}",
                                    bucket_word(request.by), percent(highest_share(timeline))),
                        {}, "", style),
                [&](std::string_view line) { return style.dim(line); }));
}

std::string head_text(const TimelineRequest& request, const Timeline& timeline,
                      const TextStyle& style) {
  std::string out;
  out += fmt::format("{} {}", with_commas(timeline.total),
                     unit_name(DocumentKind::event, timeline.total));
  if (timeline.coarser > 0)
    out += fmt::format(" ({} with a date coarser than a {})", with_commas(timeline.coarser),
                       bucket_word(request.by));
  if (timeline.different < timeline.total)
    out += fmt::format(", told as {}", with_commas(timeline.different));
  out += "\n";
  if (style.on_terminal) out += course(request, timeline, style);
  return out;
}

// The bar is as long as the number beside it is large.
std::string heading_text(const std::string& title, const TimelineBucket* bucket, std::uint64_t most,
                         const TextStyle& style) {
  auto line = style.bold(title);
  if (bucket == nullptr || bucket->count == 0) return line + "\n";
  const auto share = share_of(bucket->count, bucket->archive);
  if (style.on_terminal) {
    const auto bar = block_bar(share_of(bucket->count, most), kBarWidth);
    line +=
        fmt::format("  {}{}", style.country(bar), std::string(kBarWidth - display_width(bar), ' '));
  }
  return fmt::format(
      "{}  {}\n", line,
      style.dim(fmt::format("{} of {} {}, {}", with_commas(bucket->count),
                            with_commas(bucket->archive),
                            unit_name(DocumentKind::event, bucket->archive), percent(share))));
}

std::vector<PaintedSpan> painted_words(const Hit& hit) {
  std::vector<PaintedSpan> spans;
  for (const Span& span : matching_words(hit)) spans.push_back({span});
  return spans;
}

// Article and section, then the id on a line of its own, so that it can be copied.
std::string source_text(const Hit& hit, std::string_view before, const TextStyle& style) {
  std::string line{before};
  line += hit.title.empty() ? std::string{"(no title)"} : printable(hit.title);
  if (!hit.section.empty()) line += " · " + printable(hit.section);
  if (hit.pages.known()) line += " · " + page_label(hit.pages);
  const auto dim = [&](std::string_view text) { return style.dim(text); };
  return each_line(wrapped(line, {}, kIndent, style), dim) +
         each_line(wrapped(printable(hit.id), {}, kIndent, style), dim);
}

std::string entry_text(const TimelineEntry& entry, const TextStyle& style) {
  const Hit& hit = entry.hit;
  auto line = "  " + style.bold(short_date(*hit.date));
  if (!hit.countries.empty()) line += "  " + style.country(countries_text(hit));
  const auto shown = printable_painted(hit.text, painted_words(hit));
  auto out =
      line + "\n" + wrapped(shown.text, shown.spans, kIndent, style) + source_text(hit, "", style);
  for (const Hit& same : entry.same) {
    const auto also = entry.dates_differ ? fmt::format("also, dated {}: ", short_date(*same.date))
                                         : std::string{"also: "};
    out += source_text(same, also, style);
  }
  return out;
}

}  // namespace

std::string to_text(const TimelineAnswer& answer, const TextStyle& style) {
  const auto& [request, timeline] = answer;
  auto out = head_text(request, timeline, style);
  std::map<std::string_view, const TimelineBucket*> buckets;
  for (const auto& bucket : timeline.buckets) buckets.emplace(bucket.name, &bucket);
  std::uint64_t most = 1;
  for (const auto& bucket : timeline.buckets) most = std::max(most, bucket.count);
  std::string heading;
  for (const auto& entry : timeline.entries) {
    if (auto title = entry_title(request, entry); title != heading) {
      heading = std::move(title);
      const auto found = buckets.find(entry.heading);
      const bool is_bucket = found != buckets.end() && has_period(request, entry);
      out += "\n" + heading_text(heading, is_bucket ? found->second : nullptr, most, style);
    }
    out += "\n" + entry_text(entry, style);
  }
  if (!timeline.next.empty()) {
    out += "\n" +
           style.dim(fmt::format("{} more: the same command with --cursor {}",
                                 with_commas(timeline.left), timeline.next)) +
           "\n";
  }
  return out;
}

}  // namespace dateline
