#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "language/display.h"
#include "presenter/acting.h"
#include "presenter/blocks.h"
#include "presenter/facets_presenter.h"
#include "presenter/search_parts.h"
#include "presenter/search_presenter.h"
#include "searcher/query/query_fields.h"
#include "searcher/query/request.h"

namespace dateline {
namespace {

constexpr std::size_t kBucketsShown = 12;

std::string author_list(const std::vector<std::string>& authors) {
  std::string list;
  for (const auto& author : authors) {
    if (!list.empty()) list += ", ";
    list += printable(author);
  }
  return list;
}

// The parts that are not empty, with a dot between each two.
std::string dotted(std::initializer_list<std::string> parts) {
  std::string line;
  for (const auto& part : parts) {
    if (part.empty()) continue;
    if (!line.empty()) line += " · ";
    line += part;
  }
  return line;
}

std::string snippet_text(const Snippet& snippet, std::vector<PaintedSpan>& highlights) {
  constexpr std::string_view kEllipsis = "…\u00A0";
  std::string text = snippet.cut_before ? std::string{kEllipsis} : std::string{};
  const auto shift = static_cast<std::uint32_t>(text.size());
  for (const Span& mark : snippet.highlights)
    highlights.push_back({{mark.begin + shift, mark.end + shift}});
  text += snippet.text;
  if (snippet.cut_after) text += "\u00A0…";
  return text;
}

std::string date_label(const HitDate& date) {
  std::string label = format_interval(date.days);
  if (date.approximate) label += " (approximate)";
  return label;
}

// The other places that tell the same, and their days where those differ.
std::string retellings(const Hit& hit) {
  std::string text;
  for (const auto& one : hit.same) {
    text += text.empty() ? "also told in " : "; ";
    text += printable(one.id);
    if (one.days != hit.date->days) text += fmt::format(" (dated {})", format_interval(one.days));
  }
  return text;
}

std::string numbered_hit(std::size_t number, const Hit& hit, const TextStyle& style) {
  constexpr std::string_view kIndent = "     ";
  std::vector<PaintedSpan> highlights;
  const auto body = printable_painted(snippet_text(hit.snippet, highlights), highlights);
  const auto title = hit.title.empty() ? std::string{"(no title)"} : printable(hit.title);
  const auto dimmed = [&](std::string_view text) {
    return each_line(wrapped(text, {}, kIndent, style),
                     [&](std::string_view line) { return style.dim(line); });
  };
  const auto numbered = [&](std::string text) {
    return text.replace(0, kIndent.size(), fmt::format("{:>3}  ", number));
  };
  if (hit.kind == DocumentKind::article) {
    const auto published = hit.published ? format_interval(*hit.published) : "undated";
    return each_line(numbered(wrapped(title, {}, kIndent, style)),
                     [&](std::string_view line) { return style.bold(line); }) +
           fmt::format("{}{}\n", kIndent,
                       dotted({author_list(hit.authors), style.date(published),
                               style.country(join_codes(hit.countries, " "))})) +
           wrapped(body.text, body.spans, kIndent, style) + dimmed(printable(hit.id));
  }
  const auto head = dotted({style.bold(date_label(*hit.date)), style.country(countries_text(hit)),
                            std::string{event_origin_name(hit.origin)}});
  return fmt::format("{:>3}  {}\n", number, head) + wrapped(body.text, body.spans, kIndent, style) +
         dimmed(dotted({title, printable(hit.section), page_label(hit.pages)})) +
         dimmed(printable(hit.id)) + dimmed(retellings(hit));
}

// The values to show: the most frequent, but buckets in order of time, and selected ones always.
std::vector<FacetValue> shown_values(const FacetCounts& counts) {
  const bool by_time = is_by_time(counts.facet);
  const std::size_t limit = by_time ? kBucketsShown : std::size_t{kValuesShown};
  auto values = counts.values;
  std::stable_sort(values.begin(), values.end(), [](const FacetValue& a, const FacetValue& b) {
    if (a.selected != b.selected) return a.selected;
    return a.count > b.count;
  });
  if (values.size() > limit) values.resize(limit);
  if (by_time) {
    std::sort(values.begin(), values.end(),
              [](const FacetValue& a, const FacetValue& b) { return a.value < b.value; });
  }
  return values;
}

// A no-break space keeps what belongs together on one line.
std::string unbroken(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == ' ') {
      result += "\u00A0";
    } else {
      result += c;
    }
  }
  return result;
}

std::string facet_text(const FacetCounts& counts, const SearchRequest& request,
                       const TextStyle& style) {
  const auto values = shown_values(counts);
  if (values.empty() && counts.coarser == 0) return {};
  std::vector<std::string> items;
  for (const FacetValue& value : values) {
    const auto label =
        value.label == value.value ? value.label : fmt::format("{} {}", value.value, value.label);
    const auto item = fmt::format("{} {}", printable(label), with_commas(value.count));
    items.push_back(value.selected ? fmt::format("[{}]", item) : item);
  }
  const auto note = [&items](std::string_view name, std::uint64_t count) {
    if (count > 0) items.push_back(fmt::format("({} {})", with_commas(count), name));
  };
  note("more values", counts.different - std::min<std::uint64_t>(counts.different, values.size()));
  note("with a coarser date", counts.coarser);
  note(is_by_time(counts.facet) ? "undated" : "without any", counts.none);
  std::string list;
  for (const auto& item : items) {
    if (!list.empty()) list += " · ";
    list += unbroken(item);
  }
  const auto title =
      fmt::format("{}, of {} {}", facet_title(counts.facet, bucket_of(counts, request.date_bucket)),
                  with_commas(counts.total), unit_name(request.kind, counts.total));
  return style.bold(title) + "\n" + wrapped(list, {}, "     ", style);
}

// The values that have room on a line, and how many more there are.
std::string listed_values(const FacetCounts& counts, std::size_t room) {
  std::string line;
  std::uint64_t listed = 0;
  const auto rest_of = [&](std::uint64_t done) {
    const auto more = counts.different - std::min(counts.different, done);
    return more == 0 ? std::string{} : fmt::format(" · {} more", with_commas(more));
  };
  for (const FacetValue& value : shown_values(counts)) {
    const auto label =
        value.label == value.value ? value.label : fmt::format("{} {}", value.value, value.label);
    auto item = fmt::format("{} {}", printable(label), with_commas(value.count));
    if (value.selected) item = fmt::format("[{}]", item);
    const auto longer = line.empty() ? item : fmt::format("{} · {}", line, item);
    if (!line.empty() && display_width(longer) + display_width(rest_of(listed + 1)) > room) break;
    line = longer;
    ++listed;
  }
  return line + rest_of(listed);
}

// Buckets as one series, without holes: "2001 ▁▃▂█ 2004 by year, most in 2003: 12".
std::string series(const FacetCounts& counts, Bucket by) {
  const auto& values = counts.values;
  if (values.empty()) return {};
  const auto most = std::max_element(
      values.begin(), values.end(), [](const auto& a, const auto& b) { return a.count < b.count; });
  const auto peak = fmt::format("most in {}: {}", most->value, with_commas(most->count));
  if (values.size() == 1) return fmt::format("{} {}", most->value, with_commas(most->count));
  constexpr std::size_t kColumns = 40;
  const auto each = (values.size() + kColumns - 1) / kColumns;
  std::vector<std::optional<double>> heights((values.size() + each - 1) / each, 0.0);
  for (std::size_t i = 0; i < values.size(); ++i)
    *heights[i / each] += static_cast<double>(values[i].count);
  return fmt::format("{} {} {} by {}, {}", values.front().value, sparkline(heights),
                     values.back().value, bucket_word(by), peak);
}

bool says_nothing(const FacetCounts& counts) {
  const bool is_selected = std::any_of(counts.values.begin(), counts.values.end(),
                                       [](const FacetValue& value) { return value.selected; });
  return counts.values.empty() ||
         (counts.different == 1 && counts.values.front().count == counts.total && !is_selected);
}

bool say_the_same(const FacetCounts& a, const FacetCounts& b) {
  return is_by_time(a.facet) && is_by_time(b.facet) && a.values == b.values;
}

std::string_view short_title(Facet facet) {
  return facet == Facet::date ? "Dates" : facet_row(facet).title;
}

// The facets that say something of their own, at most kFacetLines.
std::vector<const FacetCounts*> telling_facets(const SearchResult& result) {
  constexpr std::size_t kFacetLines = 6;
  std::vector<const FacetCounts*> telling;
  for (const auto& counts : result.facets) {
    const bool is_repeated = std::any_of(telling.begin(), telling.end(), [&](const auto* earlier) {
      return say_the_same(*earlier, counts);
    });
    if (!says_nothing(counts) && !is_repeated && telling.size() < kFacetLines)
      telling.push_back(&counts);
  }
  return telling;
}

// A line for each of them.
std::string facet_lines(const SearchRequest& request, const SearchResult& result,
                        const TextStyle& style) {
  const auto telling = telling_facets(result);
  std::size_t width = 0;
  for (const auto* counts : telling)
    width = std::max(width, display_width(short_title(counts->facet)));
  const auto room = style.width - std::min(style.width, width + 2);
  std::string out;
  for (const auto* counts : telling) {
    const auto title = short_title(counts->facet);
    const auto text = is_by_time(counts->facet)
                          ? series(*counts, bucket_of(*counts, request.date_bucket))
                          : listed_values(*counts, room);
    out += style.bold(title) + std::string(width - display_width(title) + 2, ' ') + text + "\n";
  }
  return out;
}

}  // namespace

std::string suggestion_line(const Suggestion& suggestion) {
  const auto smart = [&](std::string_view kind) {
    return fmt::format("{}: {}? add --smart, or search for: {}", kind, suggestion.label,
                       suggestion.query);
  };
  switch (suggestion.kind) {
    case Suggestion::Kind::date:
      return smart("date");
    case Suggestion::Kind::pair:
      return smart("pair");
    case Suggestion::Kind::person:
      return smart("person");
    case Suggestion::Kind::relation:
      return fmt::format("{}: search for: {}", suggestion.label, suggestion.query);
    case Suggestion::Kind::country:
      return fmt::format("country: {}? search for: {}", suggestion.label, suggestion.query);
    case Suggestion::Kind::spelling:
      break;
  }
  return fmt::format("did you mean {}? search for: {}", suggestion.label, suggestion.query);
}

std::string search_head_text(const SearchRequest& request, const SearchResult& result,
                             std::size_t shown) {
  auto out = fmt::format("{} {}", with_commas(result.total), unit_name(result.kind, result.total));
  if (result.different) out += fmt::format(", {} different", with_commas(*result.different));
  const auto entries = result.different.value_or(result.total);
  if (request.limit > 0 && entries > 0 && (request.offset > 0 || shown < entries)) {
    out += shown == 0
               ? fmt::format("; none after the first {}", with_commas(request.offset))
               : fmt::format(", {} to {} shown", with_commas(request.offset + std::uint64_t{1}),
                             with_commas(request.offset + shown));
  }
  return out + "\n";
}

std::string hit_text(std::size_t number, const Hit& hit, const TextStyle& style) {
  return "\n" + numbered_hit(number, hit, style);
}

std::string search_facets_text(const SearchRequest& request, const SearchResult& result,
                               bool at_length, const TextStyle& style) {
  if (result.total == 0 || result.facets.empty()) return {};
  std::string out = "\n";
  if (!at_length) return out + facet_lines(request, result, style);
  for (const auto& counts : result.facets) out += facet_text(counts, request, style);
  return out;
}

std::string to_text(const SearchAnswer& answer, const TextStyle& style) {
  const auto& request = answer.request;
  const auto& result = answer.result;
  auto out = search_head_text(request, result, result.hits.size());
  std::size_t number = request.offset;
  for (const Hit& hit : result.hits) out += hit_text(++number, hit, style);
  return out + search_facets_text(request, result, answer.all_facets, style);
}

}  // namespace dateline
