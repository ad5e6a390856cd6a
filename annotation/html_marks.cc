#include "annotation/html_marks.h"

#include <fmt/format.h>

#include <algorithm>

#include "presenter/html_escape.h"

namespace dateline {
namespace {

// Where a run of text with the same places ends: at the next begin or end of a place.
std::uint32_t end_of_run(std::uint32_t at, std::uint32_t end, const std::vector<Place>& places,
                         std::size_t first) {
  for (std::size_t i = first; i < places.size() && places[i].span.begin < end; ++i) {
    const Span span = places[i].span;
    if (span.begin > at) end = std::min(end, span.begin);
    if (span.end > at) end = std::min(end, span.end);
  }
  return end;
}

}  // namespace

std::string describe_place(const AnnotatedArticle& article, const Place& place) {
  const auto proof = proof_of(article, place);
  return fmt::format("{} {} ({}) · rule {}{}{} · line {}, bytes {}-{}",
                     mention_kind_name(place.kind), place_value(place), describe_value(place),
                     place.rule, proof.empty() ? "" : " · by ", proof,
                     article.line_of(place.span.begin), place.span.begin, place.span.end);
}

std::string html_marked(const AnnotatedArticle& article, Span span,
                        const std::vector<Place>& places) {
  const std::string_view text = article.article().text;
  std::string out;
  std::size_t first = 0;
  for (std::uint32_t at = span.begin; at < span.end;) {
    while (first < places.size() && places[first].span.end <= at) ++first;
    const auto end = end_of_run(at, span.end, places, first);
    std::string kinds;
    std::string title;
    for (std::size_t i = first; i < places.size() && places[i].span.begin <= at; ++i) {
      if (places[i].span.end <= at) continue;
      if (!kinds.empty()) kinds += ' ', title += "; ";
      kinds += mention_kind_name(places[i].kind);
      title += describe_place(article, places[i]);
    }
    const auto words = html_escaped(text.substr(at, end - at));
    out += kinds.empty() ? words
                         : fmt::format(R"(<mark class="{}" title="{}">{}</mark>)", kinds,
                                       html_escaped(title), words);
    at = end;
  }
  return out;
}

}  // namespace dateline
