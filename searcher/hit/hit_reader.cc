#include "searcher/hit/hit_reader.h"

#include <algorithm>
#include <map>

#include "index/schema.h"
#include "searcher/hit/acting_persons.h"
#include "searcher/hit/copy_for_display.h"
#include "searcher/match/text_verifier.h"

namespace dateline {
namespace {

constexpr std::size_t kCountriesOfAnArticle = 6;

std::string displayed(std::string_view text, Span span) {
  return copy_for_display(text, span, {}).text;
}

void add_actors(const Segment& segment, std::uint32_t event, Hit& hit) {
  hit.acting = unpack_countries(segment.event_acting[event]);
  for (const auto person : segment.event_persons[event])
    hit.persons.emplace_back(segment.persons.text(person));
  std::sort(hit.persons.begin(), hit.persons.end());
  hit.acts = acting_persons(segment, event);
}

}  // namespace

std::vector<CountryCode> leading_countries(const Segment& segment, std::uint32_t article,
                                           std::size_t limit) {
  std::map<std::uint16_t, std::size_t> counts;
  for (const MentionRow& mention : segment.mentions(article)) {
    if (mention.kind == MentionKind::country) ++counts[mention.value];
  }
  std::vector<std::pair<std::uint16_t, std::size_t>> ordered(counts.begin(), counts.end());
  std::stable_sort(ordered.begin(), ordered.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  std::vector<CountryCode> countries;
  for (std::size_t i = 0; i < std::min(limit, ordered.size()); ++i) {
    countries.push_back(unpack_country(ordered[i].first));
  }
  return countries;
}

HitDate event_date(const Segment& segment, std::uint32_t event) {
  const EventRow& row = segment.event(event);
  return {to_interval(segment.days(event)), segment.precision(event),
          (row.flags & kApproximate) != 0,
          displayed(segment.text(segment.article_of(event)), row.date_span)};
}

std::vector<std::string> sources_of(const Segment& segment, std::uint32_t event) {
  std::vector<std::string> names;
  for (const auto name : segment.event_sources[event])
    names.emplace_back(segment.sources.text(name));
  return names;
}

std::string event_section(const Segment& segment, std::uint32_t event) {
  const auto article = segment.article_of(event);
  const auto* heading = heading_above(segment, article, segment.event(event).block);
  return heading == nullptr ? std::string{} : displayed(segment.text(article), heading->content);
}

Hit read_hit(const Snapshot& snapshot, const DocumentRef& document, const SnippetTarget& target,
             Analyzer& analyzer) {
  const auto& [kind, location] = document;
  const Segment& segment = snapshot.segment(location.segment);
  const bool is_event = kind == DocumentKind::event;
  const auto article = is_event ? segment.article_of(location.ordinal) : location.ordinal;
  const auto pages = segment.page_starts(article);
  Hit hit;
  hit.kind = kind;
  hit.article_id = segment.id(article);
  hit.title = segment.title(article);
  for (const auto author : segment.article_authors[article])
    hit.authors.emplace_back(segment.authors.text(author));
  if (const auto days = segment.published(article); days.known()) hit.published = to_interval(days);
  if (!is_event) {
    hit.id = hit.article_id;
    hit.countries = leading_countries(segment, article, kCountriesOfAnArticle);
    hit.snippet = article_snippet(segment, article, target, analyzer);
    hit.snippet.pages = pages_of(pages, hit.snippet.source);
    return hit;
  }
  hit.id = segment.event_id(location.ordinal);
  hit.section = event_section(segment, location.ordinal);
  hit.pages = pages_of(pages, segment.event(location.ordinal).span);
  hit.date = event_date(segment, location.ordinal);
  hit.origin = segment.origin(location.ordinal);
  hit.countries = unpack_countries(segment.event_countries[location.ordinal]);
  for (const auto name : segment.event_organizations[location.ordinal])
    hit.organizations.emplace_back(segment.organizations.text(name));
  std::sort(hit.organizations.begin(), hit.organizations.end());
  hit.sources = sources_of(segment, location.ordinal);
  add_actors(segment, location.ordinal, hit);
  hit.text = displayed(segment.text(article), segment.event(location.ordinal).span);
  hit.snippet = event_snippet(segment, location.ordinal, target);
  hit.snippet.pages = pages_of(pages, hit.snippet.source);
  return hit;
}

}  // namespace dateline
