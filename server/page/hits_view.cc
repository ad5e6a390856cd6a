#include <fmt/format.h>
#include <fmt/ranges.h>

#include "language/countries/country_finder.h"
#include "language/period_name.h"
#include "presenter/date_label.h"
#include "server/page/citation.h"
#include "server/page/view.h"

namespace dateline {
namespace {

constexpr std::size_t kMostChips = 12;

std::string title_or(const PageCall& call, const std::string& title) {
  return title.empty() ? call.texts.of("untitled") : title;
}

// The parts that are not empty, with a dot between each two.
std::string joined_parts(std::initializer_list<std::string> parts) {
  std::string line;
  for (const auto& part : parts) {
    if (part.empty()) continue;
    line += (line.empty() ? "" : " · ") + part;
  }
  return line;
}

View chip(const PageCall& call, const Hit& hit, std::string_view facet, const std::string& value,
          const std::string& label) {
  const Parameters asked{{"why", fmt::format("{}:{}", facet, value)}, {"id", hit.id}};
  return {{"facet", facet},
          {"label", label},
          {"tip", call.texts.filled("why_heading", label)},
          {"why", fmt::format("{}/why?{}", call.base, to_query_string(asked))}};
}

View same_view(const PageCall& call, const Hit& hit) {
  View same = View::array();
  for (const auto& one : hit.same) {
    same.push_back({{"title", title_or(call, one.title)},
                    {"url", reader_url(call.base, one.id)},
                    {"days", format_interval(one.days)},
                    {"differs", one.days != hit.date->days}});
  }
  return same;
}

}  // namespace

std::string vagueness(const PageCall& call, const HitDate& date) {
  if (date.precision == Precision::day)
    return date.approximate ? call.texts.of("vague_day") : std::string{};
  return call.texts.filled(date.approximate ? "vague_about" : "vague",
                           precision_name(date.precision));
}

std::size_t dated_head(const Hit& hit, std::string_view text) noexcept {
  const std::string_view written = hit.date->written;
  if (written.empty() || !text.starts_with(written)) return 0;
  auto at = written.size();
  if (at == text.size() || text[at] != ':') return 0;
  ++at;
  while (at < text.size() && text[at] == ' ') ++at;
  return at == text.size() ? 0 : at;
}

std::string source_text(const PageCall& call, const Hit& hit) {
  const auto published = hit.published ? period_name(*hit.published) : std::string{};
  if (hit.kind == DocumentKind::event)
    return joined_parts({title_or(call, hit.title), hit.section, published});
  return joined_parts({fmt::format("{}", fmt::join(hit.authors, ", ")), published, hit.id});
}

View snippet_view(const Snippet& snippet, std::size_t from) {
  View pieces = View::array();
  const std::string_view text = snippet.text;
  std::size_t at = from;
  const auto add = [&](std::size_t end, bool is_marked) {
    if (end > at)
      pieces.push_back({{"text", std::string{text.substr(at, end - at)}}, {"marked", is_marked}});
    at = std::max(at, end);
  };
  if (snippet.cut_before) pieces.push_back({{"text", "… "}});
  for (const Span& mark : snippet.highlights) {
    add(mark.begin, false);
    add(mark.end, true);
  }
  add(text.size(), false);
  if (snippet.cut_after) pieces.push_back({{"text", " …"}});
  return pieces;
}

View chips_view(const PageCall& call, const Hit& hit) {
  View chips = View::array();
  for (const auto code : hit.countries) {
    if (chips.size() == kMostChips) return chips;
    chips.push_back(
        chip(call, hit, "country", code.str(), country_name(code).value_or(code.str())));
  }
  for (const auto& name : hit.organizations) {
    if (chips.size() == kMostChips) return chips;
    chips.push_back(chip(call, hit, "organization", name, name));
  }
  return chips;
}

View hits_view(const PageCall& call, const std::vector<Hit>& hits, std::size_t first) {
  View list = View::array();
  for (const auto& hit : hits) {
    const bool is_event = hit.kind == DocumentKind::event;
    View view{
        {"number", std::to_string(first + list.size())},
        {"is_event", is_event},
        {"url", reader_url(call.base, hit.id)},
        {"title", title_or(call, hit.title)},
        {"source", source_text(call, hit)},
        {"snippet",
         snippet_view(hit.snippet,
                      is_event && !hit.snippet.cut_before ? dated_head(hit, hit.snippet.text) : 0)},
        {"pages", page_label(is_event ? hit.pages : hit.snippet.pages)},
        {"chips", chips_view(call, hit)},
        {"same", same_view(call, hit)},
        {"coins", coins_of({hit.article_id.empty() ? hit.id : hit.article_id, hit.title,
                            hit.authors, hit.published})},
        {"similar", fmt::format("{}/similar?{}", call.base, to_query_string({{"id", hit.id}}))}};
    if (is_event) {
      view["date"] = chronology_date(*hit.date);
      view["vague"] = vagueness(call, *hit.date);
      view["origin"] = event_origin_name(hit.origin);
    }
    list.push_back(std::move(view));
  }
  return list;
}

}  // namespace dateline
