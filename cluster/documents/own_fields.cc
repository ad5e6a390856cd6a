#include "cluster/documents/own_fields.h"

#include <algorithm>
#include <array>
#include <utility>

#include "corpus/structure/credits.h"
#include "index/schema.h"
#include "language/countries/region.h"
#include "searcher/facet/predecessors.h"
#include "searcher/hit/copy_for_display.h"
#include "searcher/hit/first_mention.h"
#include "searcher/query/bucket.h"

namespace dateline {
namespace {

constexpr std::array kWidths{Bucket::year, Bucket::quarter, Bucket::month, Bucket::week,
                             Bucket::day};

template <typename Number>
std::vector<std::string> names_of(const Dictionary& dictionary, std::span<const Number> numbers) {
  std::vector<std::string> names;
  names.reserve(numbers.size());
  for (const auto number : numbers) names.emplace_back(dictionary.text(number));
  std::sort(names.begin(), names.end());  // numbers are of a segment's own
  return names;
}

// All regions that one of the countries is in, in the order of their tree.
std::vector<std::string_view> regions_of_all(const std::vector<CountryCode>& countries) {
  std::uint64_t mask = 0;
  for (const auto code : countries) mask |= regions_of(code);
  std::vector<std::string_view> ids;
  const auto regions = all_regions();
  for (std::size_t i = 0; i < regions.size(); ++i) {
    if (((mask >> i) & 1U) != 0) ids.push_back(regions[i].id);
  }
  return ids;
}

void add_pairs(const std::vector<CountryCode>& countries, OwnFields& own) {
  for (std::size_t i = 0; i < countries.size(); ++i) {
    for (std::size_t j = i + 1; j < countries.size(); ++j) {
      own.all_pairs.push_back(pair_name(countries[i], countries[j]));
      if (!are_one_state(countries[i], countries[j])) own.pairs.push_back(own.all_pairs.back());
    }
  }
}

void add_sources(const Segment& segment, std::span<const std::uint32_t> numbers, OwnFields& own) {
  for (const auto number : numbers) {
    std::string name{segment.sources.text(number)};
    if (std::find(own.sources.begin(), own.sources.end(), name) != own.sources.end()) continue;
    auto key = comparable_source(name);
    if (std::find(own.source_keys.begin(), own.source_keys.end(), key) == own.source_keys.end())
      own.source_keys.push_back(std::move(key));
    own.sources.push_back(std::move(name));
  }
}

DocumentMention named(const Segment& segment, const MentionRow& row) {
  DocumentMention mention;
  mention.kind = row.kind;
  mention.span = row.span;
  mention.rule = segment.rules.text(row.rule);
  switch (row.kind) {
    case MentionKind::date:
      mention.days = row.days;
      mention.precision = static_cast<Precision>(row.precision);
      mention.approximate = (row.flags & kApproximate) != 0;
      break;
    case MentionKind::country:
      mention.country = unpack_country(row.value);
      break;
    case MentionKind::organization:
      mention.name = segment.organizations.text(row.value);
      break;
    case MentionKind::person:
      mention.name = segment.persons.text(person_number(row));
      if (row.value != 0) mention.country = unpack_country(row.value);
      mention.proof = office_words(row);
      break;
  }
  return mention;
}

}  // namespace

void add_buckets(DayRange days, Precision precision, DocumentBuckets& buckets) {
  for (const auto width : kWidths) {
    const auto i = static_cast<std::size_t>(width);
    const auto range = buckets_of(width, days, precision);
    if (!range) {
      buckets.is_coarser[i] = true;
      continue;
    }
    for (auto number = range->first; number <= range->last; ++number)
      buckets.names[i].push_back(bucket_name(width, number));
  }
}

void finish_buckets(DocumentBuckets& buckets) {
  for (auto& names : buckets.names) {
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
  }
}

std::string pair_name(CountryCode a, CountryCode b) {
  const std::array both{std::min(a, b), std::max(a, b)};
  return join_codes(both, "-");
}

OwnFields own_fields_of_article(const Segment& segment, std::uint32_t article) {
  OwnFields own;
  for (const DateRow& row : segment.dates(article))
    add_buckets(row.days, static_cast<Precision>(row.precision), own.buckets);
  finish_buckets(own.buckets);
  own.countries = unpack_countries(segment.article_countries[article]);
  own.named = own.countries;
  own.regions = regions_of_all(own.countries);
  add_pairs(unpack_countries(segment.article_about[article]), own);
  own.organizations = names_of(segment.organizations, segment.article_organizations[article]);
  own.persons = names_of(segment.persons, segment.article_persons[article]);
  const auto [begin, end] = segment.events_of(article);
  for (auto event = begin; event < end; ++event)
    add_sources(segment, segment.event_sources[event], own);
  own.length = segment.lengths(DocumentKind::article)[article];
  return own;
}

OwnFields own_fields_of_event(const Segment& segment, std::uint32_t event) {
  OwnFields own;
  if (const auto days = segment.days(event); days.known()) {
    add_buckets(days, segment.precision(event), own.buckets);
    finish_buckets(own.buckets);
  }
  own.countries = unpack_countries(segment.event_countries[event]);
  const auto acting = unpack_countries(segment.event_acting[event]);
  for (const auto code : own.countries) {
    if (std::find(acting.begin(), acting.end(), code) == acting.end()) own.named.push_back(code);
  }
  own.regions = regions_of_all(own.countries);
  add_pairs(own.countries, own);
  own.organizations = names_of(segment.organizations, segment.event_organizations[event]);
  own.persons = names_of(segment.persons, segment.event_persons[event]);
  add_sources(segment, segment.event_sources[event], own);
  own.length = segment.lengths(DocumentKind::event)[event];
  return own;
}

std::vector<std::string> offices_of_event(const Segment& segment, std::uint32_t event) {
  std::vector<std::string> offices;
  const auto article = segment.article_of(event);
  const Span span = segment.event(event).span;
  const auto mentions = segment.mentions(article);
  for (auto i = first_mention_at(mentions, span.begin);
       i < mentions.size() && mentions[i].span.begin < span.end; ++i) {
    const auto mention = named(segment, mentions[i]);
    if (mention.kind != MentionKind::person) continue;
    auto office = std::string{mention.name} + '|';
    if (!mention.proof.empty())
      office += copy_for_display(segment.text(article), mention.proof, {}).text;
    office += '|';
    if (mention.country != CountryCode{}) office += mention.country.view();
    offices.push_back(std::move(office));
  }
  return offices;
}

std::vector<DocumentMention> mentions_of_article(const Segment& segment, std::uint32_t article) {
  std::vector<DocumentMention> mentions;
  for (const MentionRow& row : segment.mentions(article)) mentions.push_back(named(segment, row));
  return mentions;
}

}  // namespace dateline
