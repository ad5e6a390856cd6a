#include "searcher/explain/document_facts.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <map>
#include <set>

#include "corpus/article.h"
#include "index/schema.h"
#include "language/countries/country_finder.h"
#include "language/persons/person_name.h"
#include "searcher/hit/copy_for_display.h"
#include "searcher/hit/hit_reader.h"
#include "searcher/hit/text_places.h"
#include "searcher/match/text_verifier.h"
#include "searcher/query/query_fields.h"
#include "searcher/query/request.h"

namespace dateline {
namespace {

std::string named(std::uint16_t packed) {
  const auto code = unpack_country(packed);
  const auto name = country_name(code);
  return name ? fmt::format("{} {}", code.view(), *name) : code.str();
}

// An event may share a value with its sentence, and not mention it itself: then there is no count.
std::string times(std::string_view what, std::size_t count) {
  return count == 0 ? std::string{what} : fmt::format("{} {}×", what, count);
}

// At most kFactsShown, and how many more there are.
std::vector<std::string> shortened(std::vector<std::string> facts) {
  if (facts.size() <= kFactsShown + 1) return facts;
  const auto left = facts.size() - kFactsShown;
  facts.resize(kFactsShown);
  facts.push_back(fmt::format("and {} more", left));
  return facts;
}

// By how many days a date misses what is asked for; 0 when it meets it.
std::int64_t misfit(DayRange days, const AskedDays& asked_days) {
  const auto asked = to_day_range(asked_days.interval);
  const auto beyond = [](std::int64_t a, std::int64_t b) {
    return std::max<std::int64_t>(0, a - b);
  };
  switch (asked_days.mode) {
    case DateMode::within:
      return beyond(asked.first, days.first) + beyond(days.last, asked.last);
    case DateMode::contains:
      return beyond(days.first, asked.first) + beyond(asked.last, days.last);
    case DateMode::overlaps:
      break;
  }
  return beyond(days.first, asked.last) + beyond(asked.first, days.last);
}

std::string date_fact(const HitDate& date) {
  auto fact = format_interval(date.days);
  if (!date.written.empty()) fact += fmt::format(", written “{}”", date.written);
  if (date.precision != Precision::day)
    fact += fmt::format(" ({})", precision_name(date.precision));
  return fact;
}

}  // namespace

DocumentFacts::DocumentFacts(const Snapshot& snapshot, Analyzer& analyzer, DocumentRef document)
    : segment_(snapshot.segment(document.location.segment)),
      analyzer_(analyzer),
      document_(document),
      article_(document.kind == DocumentKind::event ? segment_.article_of(document.location.ordinal)
                                                    : document.location.ordinal) {}

std::vector<std::string> DocumentFacts::of(const Condition& condition, bool passed) const {
  if (const auto* filter = get_if<FilterCondition>(condition)) return of_filter(*filter, passed);
  const auto* text = get_if<TextCondition>(condition);
  if (text == nullptr) return {};
  if (text->field == TextField::author) return authors();
  return text_places(segment_, analyzer_, document_, *text);
}

std::vector<std::string> DocumentFacts::of_filter(const FilterCondition& filter,
                                                  bool passed) const {
  switch (filter.kind) {
    case FilterKind::country:
      return shortened(countries(countries_named(filter),
                                 std::get<AskedCountries>(filter.value).match_all, passed));
    case FilterKind::named:
      return shortened(countries(countries_named(filter),
                                 std::get<AskedCountries>(filter.value).match_all, passed));
    case FilterKind::relation:
      return is_event() ? shortened(countries(countries_named(filter), false, passed)) : about();
    case FilterKind::person:
      return shortened(persons(std::get<AskedPerson>(filter.value), passed));
    case FilterKind::region:
      return shortened(countries(countries_named(filter), false, passed));
    case FilterKind::about:
      return about();
    case FilterKind::pair:
      return is_event() ? shortened(countries(countries_named(filter), true, passed)) : about();
    case FilterKind::organization:
      return shortened(organizations(std::get<AskedName>(filter.value).name, passed));
    case FilterKind::date:
      return is_event() ? std::vector{date_fact(event_date(segment_, document_.location.ordinal))}
                        : shortened(dates(std::get<AskedDays>(filter.value), passed));
    case FilterKind::published:
      return published();
    case FilterKind::origin:
      return origins();
    case FilterKind::source:
      return shortened(sources());
    case FilterKind::id:
      return {is_event() ? segment_.event_id(document_.location.ordinal)
                         : std::string{segment_.id(article_)}};
  }
  return {};
}

// How often each value of a kind is mentioned in the document.
std::map<std::uint16_t, std::size_t> DocumentFacts::mentioned(MentionKind kind) const {
  std::map<std::uint16_t, std::size_t> counts;
  const auto whole = is_event() ? segment_.event(document_.location.ordinal).span
                                : Span{0, std::numeric_limits<std::uint32_t>::max()};
  for (const MentionRow& mention : segment_.mentions(article_)) {
    if (is_event() && mention.span.empty()) continue;
    if (mention.kind == kind && whole.contains(mention.span)) ++counts[mention.value];
  }
  return counts;
}

// Countries of the document: where the condition holds, those that it asks for; where it fails, all
// of them, and first those that are missing.
std::vector<std::string> DocumentFacts::countries(const std::vector<CountryCode>& asked,
                                                  bool needs_all, bool passed) const {
  const auto counts = mentioned(MentionKind::country);
  const auto own = is_event() ? segment_.event_countries[document_.location.ordinal]
                              : segment_.article_countries[article_];
  const auto is_asked = [&](std::uint16_t packed) {
    return std::find(asked.begin(), asked.end(), unpack_country(packed)) != asked.end();
  };
  std::vector<std::pair<std::size_t, std::uint16_t>> shown;
  for (const auto packed : own) {
    const auto count = counts.find(packed);
    if (!passed || is_asked(packed))
      shown.emplace_back(count == counts.end() ? 0 : count->second, packed);
  }
  std::stable_sort(shown.begin(), shown.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<std::string> facts;
  for (const auto code : asked) {
    const auto packed = pack_country(code);
    if (needs_all && std::find(own.begin(), own.end(), packed) == own.end())
      facts.push_back("not " + named(packed));
  }
  for (const auto& [count, packed] : shown) facts.push_back(times(named(packed), count));
  return facts;
}

std::vector<std::string> DocumentFacts::about() const {
  std::string list;
  for (const auto packed : segment_.article_about[article_])
    list += (list.empty() ? "about " : ", ") + named(packed);
  if (list.empty()) return {};
  return {list};
}

std::vector<std::string> DocumentFacts::organizations(const std::string& asked, bool passed) const {
  const auto counts = mentioned(MentionKind::organization);
  const auto own = is_event() ? segment_.event_organizations[document_.location.ordinal]
                              : segment_.article_organizations[article_];
  std::vector<std::string> facts;
  for (const auto number : own) {
    const auto name = segment_.organizations.text(number);
    const auto count = counts.find(number);
    if (!passed || name == asked)
      facts.push_back(times(name, count == counts.end() ? 0 : count->second));
  }
  return facts;
}

std::vector<std::string> DocumentFacts::persons(const AskedPerson& asked, bool passed) const {
  const persons::NameReader reader{persons::PersonWords::built_in()};
  const auto own = is_event() ? segment_.event_persons[document_.location.ordinal]
                              : segment_.article_persons[article_];
  std::vector<std::string> facts;
  for (const auto number : own) {
    const auto name = segment_.persons.text(number);
    const bool is_asked =
        std::any_of(asked.names.begin(), asked.names.end(), [&](const std::string& one) {
          return persons::can_be_same(reader.name(one), reader.name(name));
        });
    if (!passed || is_asked) facts.emplace_back(name);
  }
  return facts;
}

// Dates of the document, the nearest to those asked for first, then the most precise. Where the
// condition holds, only dates that meet it.
std::vector<std::string> DocumentFacts::dates(const AskedDays& asked, bool passed) const {
  struct Near {
    std::int64_t misfit;
    DateRow row;
  };
  std::vector<Near> near;
  for (const DateRow& row : segment_.dates(article_)) {
    const Near one{misfit(row.days, asked), row};
    const bool meets = one.misfit == 0 && static_cast<Precision>(row.precision) <= asked.coarsest;
    if (!passed || meets) near.push_back(one);
  }
  std::stable_sort(near.begin(), near.end(), [](const Near& a, const Near& b) {
    return a.misfit != b.misfit ? a.misfit < b.misfit : a.row.precision < b.row.precision;
  });
  std::vector<std::string> facts;
  for (const auto& [distance, row] : near) {
    if (facts.size() > kFactsShown) {  // the others are counted, and not shown
      facts.emplace_back();
      continue;
    }
    HitDate date{to_interval(row.days), static_cast<Precision>(row.precision), false, {}};
    for (const MentionRow& mention : segment_.mentions(article_)) {
      if (mention.kind != MentionKind::date || mention.days != row.days) continue;
      date.written = copy_for_display(segment_.text(article_), mention.span, {}).text;
      break;
    }
    facts.push_back(date_fact(date));
  }
  return facts;
}

std::vector<std::string> DocumentFacts::published() const {
  const auto days = segment_.published(article_);
  if (!days.known()) return {"publication unknown"};
  return {fmt::format("published {} ({})", format_interval(to_interval(days)),
                      segment_.meta(article_).published_source)};
}

std::vector<std::string> DocumentFacts::origins() const {
  if (is_event())
    return {std::string{event_origin_name(segment_.origin(document_.location.ordinal))}};
  std::map<EventOrigin, std::size_t> counts;
  const auto [begin, end] = segment_.events_of(article_);
  for (auto event = begin; event < end; ++event) ++counts[segment_.origin(event)];
  std::vector<std::string> facts;
  facts.reserve(counts.size());
  for (const auto& [origin, count] : counts)
    facts.push_back(fmt::format("{} {} of {}", count, unit_name(DocumentKind::event, count),
                                event_origin_name(origin)));
  return facts;
}

std::vector<std::string> DocumentFacts::sources() const {
  if (is_event()) return sources_of(segment_, document_.location.ordinal);
  std::set<std::string> names;
  const auto [begin, end] = segment_.events_of(article_);
  for (auto event = begin; event < end; ++event) {
    for (auto& name : sources_of(segment_, event)) names.insert(std::move(name));
  }
  return {names.begin(), names.end()};
}

std::vector<std::string> DocumentFacts::authors() const {
  std::vector<std::string> facts;
  for (const auto author : segment_.article_authors[article_])
    facts.emplace_back(segment_.authors.text(author));
  return facts;
}

}  // namespace dateline
