#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "language/display.h"
#include "presenter/blocks.h"
#include "presenter/facets_presenter.h"
#include "presenter/search_presenter.h"
#include "searcher/query/request.h"

namespace dateline {
namespace {

constexpr std::size_t kValueBarWidth = 20;

// A value as it is listed: how deep it is indented, and its words.
struct Line {
  std::string words;
  const FacetValue* value;
};

// How many of the listed regions hold this one, one inside the other.
std::size_t depth_of(const FacetValue& value, const std::map<std::string, const FacetValue*>& all) {
  std::size_t depth = 0;
  for (auto above = all.find(value.parent); above != all.end();
       above = all.find(above->second->parent))
    ++depth;
  return depth;
}

// Regions as a tree: each below the one that holds it, siblings as they came.
void add_tree(const std::vector<FacetValue>& values, const std::string& parent, bool top,
              const std::map<std::string, const FacetValue*>& all, std::vector<Line>& lines) {
  for (const auto& value : values) {
    const bool is_top = !all.contains(value.parent);
    if (top ? !is_top : value.parent != parent) continue;
    lines.push_back({std::string(2 * depth_of(value, all), ' ') + value.label, &value});
    add_tree(values, value.value, false, all, lines);
  }
}

std::vector<Line> lines_of(const FacetCounts& counts) {
  std::vector<Line> lines;
  if (counts.facet == Facet::region) {
    std::map<std::string, const FacetValue*> all;
    for (const auto& value : counts.values) all.emplace(value.value, &value);
    add_tree(counts.values, {}, true, all, lines);
    return lines;
  }
  for (const auto& value : counts.values) {
    lines.push_back({value.label == value.value
                         ? printable(value.label)
                         : fmt::format("{}  {}", printable(value.value), printable(value.label)),
                     &value});
  }
  return lines;
}

std::string note_text(std::string_view words, std::uint64_t count) {
  return count == 0 ? std::string{} : fmt::format("  ({} {})\n", with_commas(count), words);
}

std::string facet_lines(const FacetCounts& counts, const SearchRequest& request,
                        const TextStyle& style) {
  const auto lines = lines_of(counts);
  std::size_t width = 0;
  std::uint64_t most = 1;
  for (const auto& line : lines) {
    width = std::max(width, display_width(line.words));
    most = std::max(most, line.value->count);
  }
  std::string out =
      style.bold(fmt::format("{}, of {} {}",
                             facet_title(counts.facet, bucket_of(counts, request.date_bucket)),
                             with_commas(counts.total), unit_name(request.kind, counts.total))) +
      "\n";
  for (const auto& line : lines) {
    const auto padding = std::string(width - display_width(line.words), ' ');
    const auto text = fmt::format("{} {}{}  {:>9}", line.value->selected ? "*" : " ", line.words,
                                  padding, with_commas(line.value->count));
    const auto share = static_cast<double>(line.value->count) / static_cast<double>(most);
    out += fmt::format("{}  {}\n", line.value->selected ? style.bold(text) : text,
                       style.country(block_bar(share, kValueBarWidth)));
  }
  const auto shown = static_cast<std::uint64_t>(counts.values.size());
  out += note_text("more values: --top 0 lists all",
                   counts.different - std::min(counts.different, shown));
  out += note_text("with a coarser date", counts.coarser);
  out += note_text(is_by_time(counts.facet) ? "undated" : "without any", counts.none);
  return out;
}

}  // namespace

Bucket bucket_of(const FacetCounts& counts, Bucket otherwise) noexcept {
  if (counts.values.empty()) return otherwise;
  const std::string_view name = counts.values.front().value;
  if (name.find('Q') != std::string_view::npos) return Bucket::quarter;
  if (name.find('W') != std::string_view::npos) return Bucket::week;
  constexpr std::size_t kYear = 4;
  constexpr std::size_t kMonth = 7;
  return name.size() == kYear ? Bucket::year : name.size() == kMonth ? Bucket::month : Bucket::day;
}

std::string facet_title(Facet facet, Bucket bucket) {
  const FacetRow& row = facet_row(facet);
  return row.titles_bucket ? fmt::format("{} {}", row.title, bucket_word(bucket))
                           : std::string{row.title};
}

std::string to_text(const FacetsAnswer& answer, const TextStyle& style) {
  const auto& [request, result] = answer;
  std::string out;
  out += fmt::format("{} {}\n", with_commas(result.total), unit_name(result.kind, result.total));
  if (result.total == 0) return out;
  for (const auto& counts : result.facets) out += "\n" + facet_lines(counts, request, style);
  return out;
}

}  // namespace dateline
