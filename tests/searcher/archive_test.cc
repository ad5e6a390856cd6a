// The archive of current events: hits and counts of random requests equal those that come from
// looking at every document.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "corpus/article_reader.h"
#include "corpus/structure/credits.h"
#include "indexer/annotate/annotator.h"
#include "language/countries/region.h"
#include "language/persons/person_name.h"
#include "searcher/facet/facet_counter.h"
#include "searcher/match_state.h"
#include "searcher/query/query_writer.h"
#include "searcher/query/request.h"
#include "searcher/searcher.h"
#include "tests/support/catch.h"
#include "tests/support/synthetic_index.h"
#include "tests/support/temp_dir.h"

namespace dateline::test {
namespace {

const std::filesystem::path kArchive = DATELINE_SHARED_DIR "/collections/current-events.jsonl.gz";
#ifdef __SANITIZE_ADDRESS__  // which makes each several times as long
constexpr int kRequests = 40;
#else
constexpr int kRequests = 200;
#endif
constexpr std::size_t kMany = 20'000;  // documents: then one facet is looked at, and else three

// Everything of a document that a request may ask for, in the simplest form.
struct Record {
  std::vector<std::uint32_t> terms;  // sorted, each once
  std::set<std::string> countries, named, persons, subjects, organizations, about, authors, origins,
      sources;
  std::vector<DateValue> dates;
  std::optional<DateInterval> published;
  Location location;
};

class Archive {
 public:
  Archive() {
    const Extractor extractor;
    Annotator annotator("en", extractor);
    read_articles(kArchive, {}, extractor.dates(),
                  {[&](Article&& article) {
                     articles.push_back(annotator.annotate(std::move(article)));
                     articles.back().meta.hash = "0123456789abcdef";
                   },
                   [](std::size_t, const std::string& message, bool) { FAIL(message); }});
    // Several segments, as after some batches.
    const auto third = static_cast<std::ptrdiff_t>(articles.size() / 3);
    const auto begin = articles.begin();
    segments = {{begin, begin + third},
                {begin + third, begin + 2 * third},
                {begin + 2 * third, articles.end()}};
    articles.clear();
    write_index(dir.path(), segments);
    for (std::uint32_t s = 0; s < segments.size(); ++s) add_records(s);
  }

  [[nodiscard]] const std::vector<Record>& records(DocumentKind kind) const {
    return kind == DocumentKind::event ? event_records : article_records;
  }
  [[nodiscard]] std::optional<std::uint32_t> term(const std::string& text) const {
    const auto found = numbers.find(text);
    return found == numbers.end() ? std::nullopt : std::optional{found->second};
  }

  TempDir dir;
  std::vector<std::vector<IndexedArticle>> segments;

 private:
  std::uint32_t number(const std::string& term) {
    return numbers.try_emplace(term, static_cast<std::uint32_t>(numbers.size())).first->second;
  }

  static void sort_unique(std::vector<std::uint32_t>& terms) {
    std::sort(terms.begin(), terms.end());
    terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
  }

  void add_records(std::uint32_t s) {
    std::uint32_t event_ordinal = 0;
    for (std::uint32_t a = 0; a < segments[s].size(); ++a) {
      const auto& article = segments[s][a];
      Record of_article;
      of_article.location = {s, a};
      of_article.published = article.meta.published;
      for (const auto code : article.about) of_article.about.insert(code.str());
      of_article.authors.insert(article.meta.authors.begin(), article.meta.authors.end());
      for (const auto code : article.subjects) of_article.subjects.insert(code.str());
      const Record inherited = of_article;
      std::vector<std::uint32_t> own;
      for (const auto& term : article.vocabulary) own.push_back(number(term));
      for (const auto& token : article.tokens) of_article.terms.push_back(own[token.term]);
      for (const auto term : article.title_terms) of_article.terms.push_back(own[term]);
      sort_unique(of_article.terms);
      for (const auto& mention : article.mentions) {
        if (mention.kind == MentionKind::country) of_article.named.insert(mention.country.str());
        if (mention.kind == MentionKind::person) of_article.persons.insert(mention.person);
        if (mention.kind == MentionKind::organization)
          of_article.organizations.insert(mention.organization);
        if (mention.kind == MentionKind::date) of_article.dates.push_back(mention.date);
      }
      of_article.countries = of_article.named;
      for (const auto& event : article.events) {
        Record of_event = inherited;
        of_event.location = {s, event_ordinal++};
        for (std::uint32_t i = 0; i < event.token_count; ++i)
          of_event.terms.push_back(own[article.tokens[event.first_token + i].term]);
        sort_unique(of_event.terms);
        for (const auto code : event.countries) of_event.countries.insert(code.str());
        of_event.named = of_event.countries;
        for (const auto code : event.acting) of_event.named.erase(code.str());
        of_event.persons.insert(event.persons.begin(), event.persons.end());
        of_event.organizations.insert(event.organizations.begin(), event.organizations.end());
        of_event.dates = {event.date};
        const auto origin = static_cast<int>(event.origin);
        of_event.origins = {origin == 0 ? "chronology" : origin == 1 ? "prose" : "log"};
        of_article.origins.insert(*of_event.origins.begin());
        of_event.sources.insert(event.sources.begin(), event.sources.end());
        of_article.sources.insert(event.sources.begin(), event.sources.end());
        of_article.dates.push_back(event.date);
        event_records.push_back(std::move(of_event));
      }
      article_records.push_back(std::move(of_article));
    }
  }

  std::vector<IndexedArticle> articles;
  std::unordered_map<std::string, std::uint32_t> numbers;
  std::vector<Record> article_records;
  std::vector<Record> event_records;
};

std::set<std::string> pairs_of(const std::set<std::string>& codes) {
  std::set<std::string> pairs;
  for (const auto& a : codes) {
    for (const auto& b : codes) {
      if (a < b) pairs.insert(fmt::format("{}-{}", a, b));
    }
  }
  return pairs;
}

// Without those of a state and its predecessor, which count only when they are asked for.
std::set<std::string> counted_pairs_of(const std::set<std::string>& codes, bool with_predecessors) {
  auto pairs = pairs_of(codes);
  if (with_predecessors) return pairs;
  for (const auto* pair :
       {"RU-SU", "RS-YU", "ME-YU", "XK-YU", "DD-DE", "YD-YE", "CS-CZ", "CS-SK"}) {
    pairs.erase(pair);
  }
  return pairs;
}

bool asks_for_predecessor(const QueryNode& node) {
  bool asks = false;
  for_each_part<FilterCondition>(node, [&](const FilterCondition& filter) {
    const auto* pair = std::get_if<AskedPair>(&filter.value);
    if (pair == nullptr) return;
    const std::set<std::string> codes{pair->first.str(), pair->second.str()};
    asks = asks || counted_pairs_of(codes, false).empty();
  });
  return asks;
}

bool asks_for_all(const QueryNode& node) {
  const auto* filter = get_if<FilterCondition>(node);
  const auto* asked = filter == nullptr ? nullptr : std::get_if<AskedCountries>(&filter->value);
  return is<AllOf<QueryNode>>(node) ||
         (asked != nullptr && asked->match_all && asked->codes.size() > 1);
}

// From the lists of their countries, not from the countries' masks.
const std::set<std::string>& regions_of_code(const std::string& code) {
  static std::map<std::string, std::set<std::string>> known;
  const auto [found, is_new] = known.try_emplace(code);
  if (!is_new) return found->second;
  for (std::size_t region = 0; region < all_regions().size(); ++region) {
    for (const auto member : countries_of(region)) {
      if (member.str() == code) found->second.emplace(all_regions()[region].id);
    }
  }
  return found->second;
}

std::set<std::string> regions_of_codes(const std::set<std::string>& codes) {
  std::set<std::string> regions;
  for (const auto& code : codes) {
    const auto& own = regions_of_code(code);
    regions.insert(own.begin(), own.end());
  }
  return regions;
}

bool has_all_or_any(const AskedCountries& asked, const std::set<std::string>& codes) {
  const auto has = [&](CountryCode code) { return codes.contains(code.str()); };
  return asked.match_all ? std::all_of(asked.codes.begin(), asked.codes.end(), has)
                         : std::any_of(asked.codes.begin(), asked.codes.end(), has);
}

bool fits(const AskedDays& days, const DateValue& date) {
  const auto& asked = days.interval;
  const bool lies = days.mode == DateMode::within
                        ? asked.first <= date.days.first && date.days.last <= asked.last
                    : days.mode == DateMode::contains
                        ? date.days.first <= asked.first && asked.last <= date.days.last
                        : date.days.first <= asked.last && asked.first <= date.days.last;
  return lies && date.precision <= days.coarsest;
}

class Check {
 public:
  Check(const Archive& archive, DocumentKind kind) : archive_(archive), kind_(kind) {}

  [[nodiscard]] bool matches(const QueryNode& node, const Record& record) const {
    const auto child = [&](const QueryNode& inner) { return matches(inner, record); };
    const auto children = children_of(node);
    if (is<AllOf<QueryNode>>(node)) return std::all_of(children.begin(), children.end(), child);
    if (is<AnyOf<QueryNode>>(node)) return std::any_of(children.begin(), children.end(), child);
    if (is<Exclude<QueryNode>>(node)) return !child(children.front());
    if (const auto* text = get_if<QueryText>(node)) {
      const auto term = archive_.term(terms_.at(text->text));
      return term && std::binary_search(record.terms.begin(), record.terms.end(), *term);
    }
    return matches(std::get<FilterCondition>(node.form), record);
  }

  [[nodiscard]] bool matches(const FilterCondition& filter, const Record& record) const {
    const auto& value = filter.value;
    switch (filter.kind) {
      case FilterKind::country:
        return has_all_or_any(std::get<AskedCountries>(value), record.countries);
      case FilterKind::about:
        return has_all_or_any(std::get<AskedCountries>(value), record.about);
      case FilterKind::named:
        return has_all_or_any(std::get<AskedCountries>(value), record.named);
      case FilterKind::pair:
        return has_pair(std::get<AskedPair>(value), record);
      case FilterKind::relation: {
        const auto& pair = std::get<AskedPair>(value);
        const bool about_them =
            record.subjects == std::set<std::string>{pair.first.str(), pair.second.str()};
        const bool entry = kind_ == DocumentKind::article || record.origins.contains("chronology");
        return has_pair(pair, record) || (about_them && entry);
      }
      case FilterKind::person: {
        const persons::NameReader reader;
        const auto& asked = std::get<AskedPerson>(value).names;
        return std::any_of(record.persons.begin(), record.persons.end(), [&](const auto& name) {
          return std::any_of(asked.begin(), asked.end(), [&](const std::string& one) {
            return persons::can_be_same(reader.name(one), reader.name(name));
          });
        });
      }
      case FilterKind::region: {
        const std::string id{all_regions()[std::get<AskedRegion>(value).number].id};
        return std::any_of(
            record.countries.begin(), record.countries.end(),
            [&](const std::string& code) { return regions_of_code(code).contains(id); });
      }
      case FilterKind::organization:
        return record.organizations.contains(std::get<AskedName>(value).name);
      case FilterKind::date:
        return std::any_of(record.dates.begin(), record.dates.end(), [&](const DateValue& date) {
          return fits(std::get<AskedDays>(value), date);
        });
      case FilterKind::published: {
        const auto& asked = std::get<AskedDays>(value).interval;
        return record.published && record.published->first <= asked.last &&
               asked.first <= record.published->last;
      }
      case FilterKind::source: {
        const auto asked = comparable_source(std::get<AskedName>(value).name);
        return std::any_of(
            record.sources.begin(), record.sources.end(),
            [&](const std::string& name) { return comparable_source(name) == asked; });
      }
      case FilterKind::origin: {
        const auto origin = std::get<AskedOrigin>(value).origin;
        return record.origins.contains(origin == EventOrigin::log     ? "log"
                                       : origin == EventOrigin::prose ? "prose"
                                                                      : "chronology");
      }
      case FilterKind::id:
        break;
    }
    return false;
  }

  [[nodiscard]] bool has_pair(const AskedPair& pair, const Record& record) const {
    const auto& codes = kind_ == DocumentKind::event ? record.countries : record.about;
    return codes.contains(pair.first.str()) && codes.contains(pair.second.str());
  }

  [[nodiscard]] bool matches(const SearchRequest& request, const Record& record,
                             std::optional<Facet> without) const {
    if (request.query && !matches(*request.query, record)) return false;
    return std::all_of(
        request.selections.begin(), request.selections.end(), [&](const Selection& selection) {
          return (without && selection.facet == *without) || matches(selection.condition, record);
        });
  }

  // The values of a record, and whether it has a date coarser than the buckets.
  [[nodiscard]] std::set<std::string> values(const Record& record, Facet facet, Bucket bucket,
                                             bool& coarser) const {
    const bool event = kind_ == DocumentKind::event;
    switch (facet) {
      case Facet::country:
        return record.countries;
      case Facet::region:
        return regions_of_codes(record.countries);
      case Facet::organization:
        return record.organizations;
      case Facet::person:
        return record.persons;
      case Facet::about:
        return record.about;
      case Facet::pair:
        return counted_pairs_of(event ? record.countries : record.about, with_predecessors_);
      case Facet::author:
        return record.authors;
      case Facet::source:
        return record.sources;
      case Facet::origin:
        return record.origins;
      case Facet::date: {
        std::set<std::string> names;
        for (const auto& date : record.dates)
          add_buckets(to_day_range(date.days), date.precision, bucket, names, coarser);
        return names;
      }
      case Facet::published: {
        std::set<std::string> names;
        if (record.published)
          add_buckets(to_day_range(*record.published), Precision::day, bucket, names, coarser);
        return names;
      }
    }
    return {};
  }

  // By their names alone, day for day.
  static void add_buckets(DayRange days, Precision precision, Bucket bucket,
                          std::set<std::string>& names, bool& coarser) {
    std::set<std::string> own;
    constexpr std::int32_t kThirteenYears = 13 * 366;
    if (days.last - days.first > kThirteenYears || precision > coarsest_precision(bucket)) {
      coarser = true;
      return;
    }
    for (auto day = days.first; day <= days.last && own.size() <= 12; ++day)
      own.insert(bucket_name(bucket, bucket_number(bucket, day)));
    if (own.size() > 12) {
      coarser = true;
    } else {
      names.merge(own);
    }
  }

  void count_predecessors(const SearchRequest& request) {
    with_predecessors_ =
        (request.query && asks_for_predecessor(*request.query)) ||
        std::any_of(request.selections.begin(), request.selections.end(),
                    [](const Selection& one) { return asks_for_predecessor(one.condition); });
  }
  void note_term(const std::string& word, const std::string& term) { terms_[word] = term; }

 private:
  const Archive& archive_;
  DocumentKind kind_;
  bool with_predecessors_ = false;
  std::map<std::string, std::string> terms_;  // of the words asked for
};

// Draws requests from what the archive holds, so that most find something.
class Draw {
 public:
  Draw(const Archive& archive, std::uint32_t seed) : archive_(archive), random_(seed) {}

  [[nodiscard]] std::size_t below(std::size_t count) {
    return std::uniform_int_distribution<std::size_t>{0, count - 1}(random_);
  }
  [[nodiscard]] const Record& record(DocumentKind kind) {
    const auto& all = archive_.records(kind);
    return all[below(all.size())];
  }

  QueryNode word(Check& check) {
    for (;;) {
      const auto& segment = archive_.segments[below(archive_.segments.size())];
      const auto& article = segment[below(segment.size())];
      if (article.words.empty()) continue;
      const auto& [word, term] = article.words[below(article.words.size())];
      const bool plain = word.size() > 2 && std::all_of(word.begin(), word.end(), [](char c) {
                           return c >= 'a' && c <= 'z';
                         });
      if (!plain) continue;
      check.note_term(word, article.vocabulary[term]);
      // In quotes a word is itself, without its other names and spellings.
      return {QueryText{TextForm::phrase, word}, {}};
    }
  }

  std::optional<Selection> filter(DocumentKind kind) {
    const Record& record = this->record(kind);
    const auto pick = [&](const std::set<std::string>& values) {
      return *std::next(values.begin(), static_cast<std::ptrdiff_t>(below(values.size())));
    };
    const auto select = [](Facet facet, FilterCondition filter) {
      return Selection{facet, {std::move(filter), {}}};
    };
    switch (below(12)) {
      case 0: {
        if (record.countries.empty()) return std::nullopt;
        AskedCountries asked;
        asked.codes = {CountryCode{pick(record.countries)}, CountryCode{pick(record.countries)}};
        asked.match_all = below(2) == 0;
        return select(Facet::country, {FilterKind::country, asked});
      }
      case 1:
        if (record.about.empty()) return std::nullopt;
        return select(Facet::about,
                      {FilterKind::about, AskedCountries{{CountryCode{pick(record.about)}}}});
      case 2: {
        const auto pairs = pairs_of(kind == DocumentKind::event ? record.countries : record.about);
        if (pairs.empty()) return std::nullopt;
        const auto pair = pick(pairs);
        return select(Facet::pair, {FilterKind::pair, AskedPair{CountryCode{pair.substr(0, 2)},
                                                                CountryCode{pair.substr(3)}}});
      }
      case 3:
        return select(Facet::region,
                      {FilterKind::region, AskedRegion{below(all_regions().size())}});
      case 4:
        if (record.organizations.empty()) return std::nullopt;
        return select(Facet::organization,
                      {FilterKind::organization, AskedName{pick(record.organizations)}});
      case 5:
        return select(Facet::published, {FilterKind::published, AskedDays{interval(record)}});
      case 6:
        return select(Facet::origin,
                      {FilterKind::origin,
                       AskedOrigin{below(2) == 0 ? EventOrigin::log : EventOrigin::prose}});
      case 7:
        if (record.persons.empty()) return std::nullopt;
        return select(Facet::person, {FilterKind::person, AskedPerson{{pick(record.persons)}}});
      case 8:
        if (record.named.empty()) return std::nullopt;
        return select(Facet::country,
                      {FilterKind::named, AskedCountries{{CountryCode{pick(record.named)}}}});
      case 9: {
        const auto pairs = pairs_of(record.countries);
        if (pairs.empty()) return std::nullopt;
        const auto pair = pick(pairs);
        return select(Facet::pair, {FilterKind::relation, AskedPair{CountryCode{pair.substr(0, 2)},
                                                                    CountryCode{pair.substr(3)}}});
      }
      default: {
        AskedDays asked{interval(record)};
        asked.mode = static_cast<DateMode>(below(3));
        asked.coarsest = below(2) == 0 ? Precision::month : Precision::century;
        return select(Facet::date, {FilterKind::date, asked});
      }
    }
  }

  SearchRequest request(DocumentKind kind, Check& check) {
    SearchRequest request;
    request.kind = kind;
    request.limit = 0;
    request.date_bucket = static_cast<Bucket>(below(5));
    bool is_all = below(2) == 0;
    std::vector<QueryNode> children;
    for (auto words = below(3); words > 0; --words) children.push_back(word(check));
    if (below(4) == 0) {
      is_all = true;
      children.push_back({Exclude<QueryNode>{{word(check)}}, {}});
    }
    if (below(2) == 0) {
      if (auto inner = filter(kind)) children.push_back(std::move(inner->condition));
    }
    if (!children.empty()) {
      request.query = is_all ? QueryNode{AllOf<QueryNode>{std::move(children)}, {}}
                             : QueryNode{AnyOf<QueryNode>{std::move(children)}, {}};
    }
    for (auto filters = below(3); filters > 0; --filters) {
      if (auto selection = filter(kind)) request.selections.push_back(std::move(*selection));
    }
    return request;
  }

 private:
  DateInterval interval(const Record& record) {
    auto days = record.dates.empty() ? *parse_iso_interval("2005-03") : record.dates.front().days;
    days.last += std::chrono::days{below(60)};
    return days;
  }

  const Archive& archive_;
  std::mt19937 random_;
};

std::map<std::string, std::uint64_t> by_value(const FacetCounts& counts) {
  std::map<std::string, std::uint64_t> values;
  for (const auto& value : counts.values) {
    if (value.count > 0) values.emplace(value.value, value.count);
  }
  return values;
}

// Whether the request may be loosened: then other documents are found than those asked for.
bool may_be_loosened(const SearchRequest& request, std::uint64_t matching) {
  return matching == 0 && request.query.has_value();
}

void check_facet(const FacetCounts& counts, const SearchRequest& request, const Check& check,
                 const std::vector<Record>& records) {
  std::map<std::string, std::uint64_t> expected;
  std::uint64_t total = 0;
  std::uint64_t none = 0;
  std::uint64_t coarse = 0;
  const bool is_joint = std::any_of(
      request.selections.begin(), request.selections.end(), [&](const Selection& selection) {
        return selection.facet == counts.facet && asks_for_all(selection.condition);
      });
  const auto left_out = is_joint ? std::nullopt : std::optional{counts.facet};
  for (const auto& record : records) {
    if (!check.matches(request, record, left_out)) continue;
    bool coarser = false;
    const auto values = check.values(record, counts.facet, request.date_bucket, coarser);
    for (const auto& value : values) ++expected[value];
    ++total;
    if (coarser) ++coarse;
    if (values.empty() && !coarser) ++none;
  }
  CAPTURE(facet_name(counts.facet));
  CHECK(counts.total == total);
  CHECK(counts.none == none);
  CHECK(counts.coarser == coarse);
  CHECK(by_value(counts) == expected);
  if (counts.facet != Facet::origin || request.kind != DocumentKind::event) return;
  std::uint64_t sum = 0;
  for (const auto& [value, count] : expected) sum += count;
  CHECK(sum == counts.total);  // each event has one origin
}

}  // namespace

TEST_CASE("on the archive, hits and counts equal those of a brute-force oracle",
          "[searcher][archive]") {
  if (!std::filesystem::exists(kArchive)) {
    WARN("skipped: the shared archive is absent");
    return;
  }
  const auto seed = std::random_device{}();
  WARN("seed " << seed);
  const Archive archive;
  REQUIRE(archive.records(DocumentKind::event).size() > 100'000);
  Searcher searcher(archive.dir.path());
  Draw draw(archive, seed);
  for (int i = 0; i < kRequests; ++i) {
    const auto kind = i % 2 == 0 ? DocumentKind::event : DocumentKind::article;
    Check check(archive, kind);
    auto request = draw.request(kind, check);
    check.count_predecessors(request);
    const auto& records = archive.records(kind);
    std::vector<const Record*> expected;
    for (const auto& record : records) {
      if (check.matches(request, record, std::nullopt)) expected.push_back(&record);
    }
    if (may_be_loosened(request, expected.size())) continue;
    CAPTURE(i, seed, request.query ? to_string(*request.query) : "", request.selections.size());
    const auto matched = searcher.match(request);
    CHECK(matched.total() == expected.size());
    const auto& sets = matched.state().matches().sets;
    CHECK(std::all_of(expected.begin(), expected.end(), [&](const Record* record) {
      return sets[record->location.segment].test(record->location.ordinal);
    }));
    const int facets = expected.size() > kMany ? 1 : 3;
    for (int n = 0; n < facets; ++n) {
      const auto all = all_facets();
      check_facet(matched.count(all[draw.below(all.size())]), request, check, records);
    }
  }
}

}  // namespace dateline::test
