#include "searcher/match/filter_matchers.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "corpus/structure/credits.h"
#include "index/schema.h"
#include "searcher/match/filter_days.h"
#include "searcher/match/persons_named.h"

namespace dateline {
namespace {

std::string with_prefix(std::string_view prefix, std::string_view value) {
  std::string term{prefix};
  term += value;
  return term;
}

Bitmap any_country(SegmentSets& sets, const std::vector<CountryCode>& codes,
                   std::string_view prefix, DocumentKind kind) {
  Bitmap result = sets.none(kind);
  for (const auto code : codes) sets.add_postings(with_prefix(prefix, code.view()), kind, result);
  return result;
}

Bitmap all_countries(SegmentSets& sets, const std::vector<CountryCode>& codes,
                     std::string_view prefix, DocumentKind kind) {
  Bitmap result(sets.segment().count(kind), true);
  for (const auto code : codes) result &= sets.postings(with_prefix(prefix, code.view()), kind);
  return result;
}

Bitmap countries(SegmentSets& sets, const AskedCountries& asked, std::string_view prefix,
                 DocumentKind kind) {
  return asked.match_all ? all_countries(sets, asked.codes, prefix, kind)
                         : any_country(sets, asked.codes, prefix, kind);
}

// Documents whose list in a column is empty.
template <typename Value>
Bitmap without_values(SegmentSets& sets, const ListColumn<Value>& lists, DocumentKind kind) {
  Bitmap result = sets.none(kind);
  for (std::uint32_t i = 0; i < sets.segment().count(kind); ++i) {
    if (lists[i].empty()) result.set(i);
  }
  return result;
}

Bitmap match_countries(SegmentSets& sets, const AskedCountries& asked, DocumentKind kind) {
  const Segment& segment = sets.segment();
  if (asked.codes.empty()) {
    return without_values(
        sets, kind == DocumentKind::event ? segment.event_countries : segment.article_countries,
        kind);
  }
  return countries(sets, asked, kCountryPrefix, kind);
}

Bitmap match_about(SegmentSets& sets, const AskedCountries& asked, DocumentKind kind) {
  if (asked.codes.empty()) {
    return sets.inherited(without_values(sets, sets.segment().article_about, DocumentKind::article),
                          kind);
  }
  return sets.inherited(countries(sets, asked, kAboutPrefix, DocumentKind::article), kind);
}

// An event mentions both countries; an article is about both.
Bitmap match_pair(SegmentSets& sets, const AskedPair& pair, DocumentKind kind) {
  const auto prefix = kind == DocumentKind::article ? kAboutPrefix : kCountryPrefix;
  return all_countries(sets, {pair.first, pair.second}, prefix, kind);
}

Bitmap match_region(SegmentSets& sets, const AskedRegion& region, DocumentKind kind) {
  return any_country(sets, countries_named({FilterKind::region, region}), kCountryPrefix, kind);
}

Bitmap match_organization(SegmentSets& sets, const AskedName& asked, DocumentKind kind) {
  const Segment& segment = sets.segment();
  if (asked.name.empty()) {
    return without_values(
        sets,
        kind == DocumentKind::event ? segment.event_organizations : segment.article_organizations,
        kind);
  }
  return sets.postings(with_prefix(kOrganizationPrefix, asked.name), kind);
}

Bitmap match_person(SegmentSets& sets, const AskedPerson& asked, DocumentKind kind) {
  const Segment& segment = sets.segment();
  const auto& lists = kind == DocumentKind::event ? segment.event_persons : segment.article_persons;
  if (asked.names.empty()) return without_values(sets, lists, kind);
  Bitmap result = sets.none(kind);
  const auto numbers = persons_named(segment, asked.names);
  if (numbers.empty() || lists.is_absent()) return result;
  for (std::uint32_t i = 0; i < segment.count(kind); ++i) {
    for (const auto person : lists[i]) {
      if (std::binary_search(numbers.begin(), numbers.end(), person)) result.set(i);
    }
  }
  return result;
}

// What an event names is what it has, and does not only act in it. Articles have what they name.
Bitmap match_named(SegmentSets& sets, const AskedCountries& asked, DocumentKind kind) {
  const Segment& segment = sets.segment();
  if (kind == DocumentKind::article || segment.event_acting.is_absent()) {
    return match_countries(sets, asked, kind);
  }
  Bitmap result(segment.count(kind), asked.match_all || asked.codes.empty());
  if (asked.codes.empty()) {  // all of its countries are those for which somebody acts
    result.keep_if([&](std::size_t i) {
      const auto event = static_cast<std::uint32_t>(i);
      const auto acting = segment.event_acting[event];
      const auto all = segment.event_countries[event];
      return std::all_of(all.begin(), all.end(), [&](std::uint16_t code) {
        return std::find(acting.begin(), acting.end(), code) != acting.end();
      });
    });
    return result;
  }
  for (const auto code : asked.codes) {
    const auto packed = pack_country(code);
    Bitmap one = sets.postings(with_prefix(kCountryPrefix, code.view()), kind);
    one.keep_if([&](std::size_t event) {
      const auto acting = segment.event_acting[static_cast<std::uint32_t>(event)];
      return std::find(acting.begin(), acting.end(), packed) == acting.end();
    });
    if (asked.match_all) {
      result &= one;
    } else {
      result |= one;
    }
  }
  return result;
}

// Events of both, and all entries of chronologies of articles that are about exactly the two.
Bitmap match_relation(SegmentSets& sets, const AskedPair& pair, DocumentKind kind) {
  const Segment& segment = sets.segment();
  Bitmap result = match_pair(sets, pair, kind);
  const std::array<std::uint16_t, 2> both{pack_country(pair.first), pack_country(pair.second)};
  if (segment.article_subjects.is_absent()) return result;
  for (std::uint32_t article = 0; article < segment.count(DocumentKind::article); ++article) {
    const auto subjects = segment.article_subjects[article];
    if (!std::equal(subjects.begin(), subjects.end(), both.begin(), both.end())) continue;
    if (kind == DocumentKind::article) {
      result.set(article);
      continue;
    }
    const auto [begin, end] = segment.events_of(article);
    for (auto event = begin; event < end; ++event) {
      if (segment.origin(event) == EventOrigin::chronology) result.set(event);
    }
  }
  return result;
}

// An event's id is its article's id, `#` and a hash. An article's own id may hold a `#`, too.
Bitmap match_id(SegmentSets& sets, const AskedName& asked, DocumentKind kind) {
  const Segment& segment = sets.segment();
  const std::string_view id = asked.name;
  const auto mark = id.rfind('#');
  Bitmap articles = sets.postings(id_term(id), DocumentKind::article);
  if (mark == std::string_view::npos) return sets.inherited(std::move(articles), kind);
  articles = sets.postings(id_term(id.substr(0, mark)), DocumentKind::article);
  articles &= segment.live(DocumentKind::article);
  Bitmap events = sets.events_of(articles);
  events.keep_if(
      [&](std::size_t event) { return segment.event_id(static_cast<std::uint32_t>(event)) == id; });
  if (kind == DocumentKind::event) return events;
  return events.count() == 0 ? sets.none(DocumentKind::article) : articles;
}

Bitmap match_origin(SegmentSets& sets, const AskedOrigin& asked, DocumentKind kind) {
  const Segment& segment = sets.segment();
  Bitmap result = sets.none(kind);
  for (std::uint32_t event = 0; event < segment.event_count(); ++event) {
    if (segment.origin(event) != asked.origin) continue;
    result.set(kind == DocumentKind::event ? event : segment.article_of(event));
  }
  return result;
}

// The numbers of all sources whose names mean the one that is asked for, since people write them in
// several ways.
std::vector<bool> asked_sources(const Segment& segment, std::string_view asked) {
  const auto wanted = comparable_source(asked);
  std::vector<bool> is_asked(segment.sources.size());
  for (std::uint32_t number = 0; number < segment.sources.size(); ++number)
    is_asked[number] = comparable_source(segment.sources.text(number)) == wanted;
  return is_asked;
}

// An article's sources are those of its events.
Bitmap without_sources(SegmentSets& sets, DocumentKind kind) {
  const Segment& segment = sets.segment();
  if (kind == DocumentKind::event) return without_values(sets, segment.event_sources, kind);
  Bitmap result(segment.count(kind), true);
  result.keep_if([&](std::size_t article) {
    const auto own = segment.events_of(static_cast<std::uint32_t>(article));
    for (auto event = own.begin; event < own.end; ++event) {
      if (!segment.event_sources[event].empty()) return false;
    }
    return true;
  });
  return result;
}

Bitmap match_source(SegmentSets& sets, const AskedName& asked, DocumentKind kind) {
  if (asked.name.empty()) return without_sources(sets, kind);
  const Segment& segment = sets.segment();
  Bitmap result = sets.none(kind);
  const auto is_asked = asked_sources(segment, asked.name);
  if (std::find(is_asked.begin(), is_asked.end(), true) == is_asked.end()) return result;
  for (std::uint32_t event = 0; event < segment.event_count(); ++event) {
    const auto names = segment.event_sources[event];
    const bool has = std::any_of(names.begin(), names.end(), [&](std::uint32_t number) {
      return number < is_asked.size() && is_asked[number];
    });
    if (has) result.set(kind == DocumentKind::event ? event : segment.article_of(event));
  }
  return result;
}

using MatchFunction = Bitmap (*)(SegmentSets& sets, const FilterCondition& filter,
                                 DocumentKind kind);

// Makes a function that takes any filter of one that takes the value of its kind.
template <typename Value, Bitmap (*kMatch)(SegmentSets&, const Value&, DocumentKind)>
Bitmap match_value(SegmentSets& sets, const FilterCondition& filter, DocumentKind kind) {
  return kMatch(sets, std::get<Value>(filter.value), kind);
}

struct MatcherRow {
  FilterKind kind;
  MatchFunction match;
  bool is_mentioned;
};

constexpr std::array kMatchers{
    MatcherRow{FilterKind::country, match_value<AskedCountries, match_countries>, true},
    MatcherRow{FilterKind::about, match_value<AskedCountries, match_about>, false},
    MatcherRow{FilterKind::pair, match_value<AskedPair, match_pair>, true},
    MatcherRow{FilterKind::region, match_value<AskedRegion, match_region>, true},
    MatcherRow{FilterKind::organization, match_value<AskedName, match_organization>, true},
    MatcherRow{FilterKind::person, match_value<AskedPerson, match_person>, true},
    MatcherRow{FilterKind::named, match_value<AskedCountries, match_named>, true},
    MatcherRow{FilterKind::relation, match_value<AskedPair, match_relation>, true},
    MatcherRow{FilterKind::date, match_value<AskedDays, match_dates>, true},
    MatcherRow{FilterKind::published, match_value<AskedDays, match_published>, false},
    MatcherRow{FilterKind::origin, match_value<AskedOrigin, match_origin>, false},
    MatcherRow{FilterKind::source, match_value<AskedName, match_source>, false},
    MatcherRow{FilterKind::id, match_value<AskedName, match_id>, false},
};

constexpr bool rows_are_in_order() {
  for (std::size_t i = 0; i < kMatchers.size(); ++i) {
    if (static_cast<std::size_t>(kMatchers[i].kind) != i) return false;
  }
  return kMatchers.size() == kFilterKinds;
}
static_assert(rows_are_in_order(), "a row for each FilterKind, in the order of the enumeration");

const MatcherRow& row_of(FilterKind kind) noexcept {
  return kMatchers[static_cast<std::size_t>(kind)];
}

}  // namespace

Bitmap match_filter(SegmentSets& sets, const FilterCondition& filter, DocumentKind kind) {
  return row_of(filter.kind).match(sets, filter, kind);
}

bool is_mentioned(FilterKind kind) noexcept { return row_of(kind).is_mentioned; }

}  // namespace dateline
