#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>

#include "language/display.h"
#include "presenter/date_label.h"
#include "presenter/facets_presenter.h"
#include "searcher/query/filter_condition.h"
#include "searcher/query/query_parser.h"
#include "server/page/view.h"

// A histogram of the days spoken of. Its window is what is asked for and half as much on each side, so
// that the neighbours show; without that, all days, or those of all but some hundredth of the
// documents where a few lie centuries apart. The width of a bar follows from the window.

namespace dateline {
namespace {

constexpr double kWidth = 720;
constexpr double kHeight = 96;
constexpr double kHighest = 90;  // of a bar
constexpr double kGap = 14;      // before the bars of vague and unknown dates
constexpr double kExtraWidth = 18;
constexpr std::int64_t kMaxBars = 240;

struct Bar {
  std::uint32_t number = 0;
  std::uint64_t count = 0;
};

struct Chart {
  Bucket by = Bucket::year;
  DayRange window;
  std::vector<Bar> bars;
  std::uint64_t coarser = 0;
  std::uint64_t undated = 0;
  std::uint64_t outside = 0;  // documents in buckets beyond the window, summed up
  std::map<std::uint32_t, std::uint64_t> archive;  // of the same buckets; for shares
  std::optional<DayRange> selected;
};

// The number of a bucket from its name: "2001", "2001Q1", "2001-02-19".
std::optional<std::uint32_t> number_of(Bucket by, const std::string& name) {
  if (by == Bucket::week) {
    for (const auto year : {std::stoi(name.substr(0, 4))}) {
      const auto january = parse_query_date(fmt::format("{:04}-01-04", year));
      if (!january) return std::nullopt;
      const auto first = bucket_number(Bucket::week, to_day_range(*january).first);
      return first + static_cast<std::uint32_t>(std::stoi(name.substr(6))) - 1;
    }
  }
  const auto days = parse_query_date(name);
  if (!days) return std::nullopt;
  return bucket_number(by, to_day_range(*days).first);
}

// Buckets and their counts, those that are empty left out.
std::vector<Bar> bars_of(Bucket by, const FacetCounts& counts) {
  std::vector<Bar> bars;
  for (const auto& value : counts.values) {
    const auto number = value.count > 0 ? number_of(by, value.value) : std::nullopt;
    if (number) bars.push_back({*number, value.count});
  }
  return bars;
}

// What the fields ask for.
std::optional<DayRange> selected_days(const SearchRequest& request) {
  std::optional<DayRange> days;
  for (const auto& selection : request.selections) {
    if (selection.facet != Facet::date) continue;
    for_each_date(selection.condition,
                  [&](const AskedDays& asked) { days = to_day_range(asked.interval); });
  }
  return days;
}

// The years in which nearly all documents lie. Years are cut from the ends only where that makes the
// window much smaller.
DayRange all_days(const std::vector<Bar>& years) {
  std::uint64_t total = 0;
  for (const auto& year : years) total += year.count;
  constexpr std::uint64_t kHundred = 100;
  constexpr std::uint32_t kManyYears = 60;
  std::size_t first = 0;
  std::size_t last = years.size() - 1;
  std::uint64_t cut = 0;
  while (years[last].number - years[first].number > kManyYears) {
    const bool at_start = years[first + 1].number - years[first].number >=
                          years[last].number - years[last - 1].number;
    cut += at_start ? years[first].count : years[last].count;
    if (cut * kHundred > total) break;
    at_start ? ++first : --last;
  }
  return {bucket_days(Bucket::year, years[first].number).first,
          bucket_days(Bucket::year, years[last].number).last};
}

DayRange window_of(const std::vector<Bar>& years, const std::optional<DayRange>& selected) {
  const DayRange all{bucket_days(Bucket::year, years.front().number).first,
                     bucket_days(Bucket::year, years.back().number).last};
  if (!selected) return all_days(years);
  const auto first = std::clamp(selected->first, all.first, all.last);
  const auto last = std::clamp(selected->last, all.first, all.last);
  constexpr std::int32_t kLeastAround = 10;
  const auto around = std::max(kLeastAround, (last - first + 1) / 2);
  return {std::max(all.first, first - around), std::min(all.last, last + around)};
}

Bucket usual_width(DayRange window) noexcept {
  const auto days = window.last - window.first + 1;
  constexpr std::int32_t kYear = 366;
  constexpr std::int32_t kDays = 100;
  if (days > 12 * kYear) return Bucket::year;
  if (days > 4 * kYear) return Bucket::quarter;
  return days > kDays ? Bucket::month : Bucket::day;
}

// The width that is asked for, unless that makes more bars than can be seen.
Bucket width_of(const PageCall& call, DayRange window) {
  const auto asked = call.state.value("by");
  auto by = usual_width(window);
  for (std::size_t i = 0; i < kBucketWords.size(); ++i) {
    if (kBucketWords[i] == asked) by = static_cast<Bucket>(i);
  }
  const auto bars = [&] {
    return std::int64_t{bucket_number(by, window.last)} - bucket_number(by, window.first) + 1;
  };
  while (by != Bucket::year && bars() > kMaxBars)
    by = static_cast<Bucket>(static_cast<std::uint8_t>(by) - 1);
  return by;
}

void add_archive(const PageCall& call, DocumentKind kind, Chart& chart) {
  SearchRequest everything;
  everything.kind = kind;
  everything.limit = 0;
  const auto all = call.reader.searcher().match(everything);
  for (const auto& bar : bars_of(chart.by, all.count(Facet::date, {chart.by, 0, {}})))
    chart.archive[bar.number] = bar.count;
}

std::optional<Chart> chart_of(const PageCall& call, const PageMatches& matches) {
  const auto& found = matches.found.matches;
  const auto by_year = found.count(Facet::date, {Bucket::year, 0, {}});
  const auto years = bars_of(Bucket::year, by_year);
  Chart chart;
  chart.undated = by_year.none;
  chart.coarser = by_year.coarser;
  if (years.empty()) return std::nullopt;
  chart.selected = selected_days(matches.request);
  chart.window = window_of(years, chart.selected);
  chart.by = width_of(call, chart.window);
  const auto counts =
      chart.by == Bucket::year ? by_year : found.count(Facet::date, {chart.by, 0, {}});
  chart.coarser = counts.coarser;
  const auto first = bucket_number(chart.by, chart.window.first);
  const auto last = bucket_number(chart.by, chart.window.last);
  for (auto number = first; number <= last; ++number) chart.bars.push_back({number, 0});
  for (const auto& bar : bars_of(chart.by, counts)) {
    if (bar.number >= first && bar.number <= last) {
      chart.bars[bar.number - first].count = bar.count;
    } else {
      chart.outside += bar.count;
    }
  }
  if (call.state.flag("share")) add_archive(call, matches.request.kind, chart);
  return chart;
}

// A bar's height: its count, or its share of the archive's.
double height_of(const Chart& chart, const Bar& bar) {
  if (chart.archive.empty()) return static_cast<double>(bar.count);
  const auto found = chart.archive.find(bar.number);
  if (found == chart.archive.end() || found->second == 0) return 0;
  return static_cast<double>(bar.count) / static_cast<double>(found->second);
}

std::string figure(const Chart& chart, const Bar& bar) {
  const auto count = with_commas(bar.count);
  if (chart.archive.empty()) return count;
  return fmt::format("{} ({:.1f} %)", count, 100 * height_of(chart, bar));
}

std::string number_text(double value) { return fmt::format("{:.2f}", value); }

std::string day_text(std::int32_t day) { return format_day(to_interval(DayRange{day, day}).first); }

// The address of a period: as short as it can be written.
PageState of_period(const PageState& state, Bucket by, std::uint32_t number) {
  if (by == Bucket::week) {
    const auto days = bucket_days(by, number);
    return state.with("from", day_text(days.first)).with("to", day_text(days.last)).with("by", "");
  }
  const auto name = bucket_name(by, number);
  return state.with("from", name).with("to", name).with("by", "");
}

View bars_view(const PageCall& call, const Chart& chart, double highest, double width) {
  View bars = View::array();
  const double slot = width / static_cast<double>(chart.bars.size());
  constexpr double kFill = 0.86;
  for (std::size_t i = 0; i < chart.bars.size(); ++i) {
    const auto& bar = chart.bars[i];
    const auto days = bucket_days(chart.by, bar.number);
    const double height = highest > 0 ? kHighest * height_of(chart, bar) / highest : 0;
    const bool is_selected =
        chart.selected && days.first <= chart.selected->last && days.last >= chart.selected->first;
    bars.push_back({{"x", number_text(slot * static_cast<double>(i))},
                    {"slot", number_text(slot)},
                    {"w", number_text(slot * kFill)},
                    {"y", number_text(kHeight - height)},
                    {"h", number_text(height)},
                    {"first", day_text(days.first)},
                    {"last", day_text(days.last)},
                    {"name", bucket_title(chart.by, bar.number)},
                    {"text", figure(chart, bar)},
                    {"selected", is_selected},
                    {"url", call.url(of_period(call.state, chart.by, bar.number))}});
  }
  return bars;
}

// Names on the axis stand at numbers of bars that divide by a step: whole years where there are many.
std::uint32_t tick_step(const Chart& chart) noexcept {
  using Steps = std::array<std::uint32_t, 6>;
  constexpr std::array<Steps, kBucketWords.size()> kSteps{{{1, 2, 5, 10, 20, 50},
                                                           {1, 2, 4, 8, 20, 40},
                                                           {1, 3, 6, 12, 24, 60},
                                                           {1, 2, 4, 13, 26, 52},
                                                           {1, 2, 7, 14, 28, 91}}};
  constexpr std::size_t kNames = 6;
  const auto& steps = kSteps[static_cast<std::size_t>(chart.by)];
  for (const auto step : steps) {
    if (chart.bars.size() <= kNames * step) return step;
  }
  return std::max(steps.back(), static_cast<std::uint32_t>(chart.bars.size() / kNames));
}

// As short as the query language takes it.
std::string tick_name(Bucket by, std::uint32_t number) {
  const std::uint32_t a_year = by == Bucket::month ? 12 : by == Bucket::quarter ? 4 : 0;
  if (a_year != 0 && number % a_year == 0) return bucket_name(Bucket::year, number / a_year);
  return bucket_name(by, number);
}

View ticks_view(const Chart& chart, double width) {
  View ticks = View::array();
  const double slot = width / static_cast<double>(chart.bars.size());
  constexpr double kLast = 0.93;  // a name needs some room before the edge
  const auto step = tick_step(chart);
  for (std::size_t i = 0; i < chart.bars.size(); ++i) {
    const auto number = chart.bars[i].number;
    const double x = slot * static_cast<double>(i) / kWidth;
    if (number % step != 0 || x > kLast) continue;
    ticks.push_back({{"x", number_text(100 * x)},
                     {"name", tick_name(chart.by, number)},
                     {"minor", number / step % 2 != 0}});
  }
  return ticks;
}

View extra(std::string_view kind, double x, double height, std::string text) {
  return {{"kind", kind},
          {"x", number_text(x)},
          {"w", number_text(kExtraWidth)},
          {"y", number_text(kHeight - height)},
          {"h", number_text(height)},
          {"text", std::move(text)}};
}

// Vague and unknown dates: bars of their own beside the periods, on the same scale up to its top.
View extras_view(const PageCall& call, const Chart& chart, double highest) {
  View extras = View::array();
  double x = kWidth - kExtraWidth;
  const auto add = [&](std::string_view kind, std::uint64_t count) {
    if (count == 0) return;
    const double scale =
        chart.archive.empty() && highest > 0 ? highest : static_cast<double>(count);
    const double height = std::min(1.0, static_cast<double>(count) / scale) * kHighest;
    extras.push_back(
        extra(kind, x, height, call.texts.filled(fmt::format("{}_bar", kind), with_commas(count))));
    x -= kExtraWidth + 4;
  };
  add("undated", chart.undated);
  add("coarser", chart.coarser);
  std::reverse(extras.begin(), extras.end());
  return extras;
}

View widths_view(const PageCall& call, const Chart& chart) {
  View widths = View::array();
  for (const auto word : kBucketWords) {
    widths.push_back({{"label", call.texts.of(fmt::format("width_{}", word))},
                      {"url", call.url(call.state.with("by", word))},
                      {"current", word == bucket_word(chart.by)}});
  }
  return widths;
}

void add_controls(const PageCall& call, const Chart& chart, View& view) {
  const auto& state = call.state;
  view["from"] = state.value("from");
  view["to"] = state.value("to");
  view["out_url"] = chart.selected ? call.url(state.with("from", "").with("to", "").with("by", ""))
                                   : std::string{};
  view["widths"] = widths_view(call, chart);
  const bool is_share = state.flag("share");
  view["share_url"] = call.url(state.with("share", is_share ? "" : "1"));
  view["share_label"] = call.texts.of(is_share ? "counts" : "share");
}

}  // namespace

View histogram_view(const PageCall& call, const PageMatches& matches) {
  const auto chart = chart_of(call, matches);
  if (!chart) return nullptr;
  double highest = 0;
  std::uint64_t most = 0;
  for (const auto& bar : chart->bars) {
    highest = std::max(highest, height_of(*chart, bar));
    most = std::max(most, bar.count);
  }
  auto extras = extras_view(call, *chart, highest);
  const double aside =
      extras.empty() ? 0 : kGap + (kExtraWidth + 4) * static_cast<double>(extras.size());
  const auto unit = unit_name(matches.request.kind, 2);
  const auto width_word = call.texts.of(fmt::format("width_{}", bucket_word(chart->by)));
  View view{
      {"width", number_text(kWidth)},
      {"height", number_text(kHeight)},
      {"unit", unit},
      {"unit_title", call.texts.of(unit)},
      {"label", call.texts.filled("histogram_label", call.texts.of(unit), width_word,
                                  chart->bars.size(), with_commas(most))},
      {"bars", bars_view(call, *chart, highest, kWidth - aside)},
      {"extras", std::move(extras)},
      {"ticks", ticks_view(*chart, kWidth - aside)},
      {"scale", call.texts.filled("scale",
                                  chart->archive.empty() ? with_commas(most)
                                                         : fmt::format("{:.1f} %", 100 * highest),
                                  width_word)},
      {"controls", call.path != "/" || call.state.asks()}};
  view["clipped"] = chart->outside > 0 ? call.texts.filled("clipped", with_commas(chart->outside))
                                       : std::string{};
  add_controls(call, *chart, view);
  return view;
}

}  // namespace dateline
