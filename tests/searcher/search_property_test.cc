// Random indexes and random requests: hits and counts equal those of an oracle that looks at
// everything.
#include <rapidcheck.h>

#include <algorithm>
#include <string>
#include <vector>

#include "language/countries/region.h"
#include "language/date_interval.h"
#include "searcher/query/query_writer.h"
#include "searcher/query/request.h"
#include "searcher/searcher.h"
#include "tests/searcher/oracle.h"
#include "tests/support/catch.h"
#include "tests/support/synthetic_index.h"
#include "tests/support/temp_dir.h"

namespace dateline::test {
namespace {

const std::vector<std::string>& words() {
  static const std::vector<std::string> kWords{"treaty", "missile", "summit",
                                               "border", "trade",   "visit"};
  return kWords;
}

const std::vector<std::string>& countries() {
  static const std::vector<std::string> kCountries{"CN", "RU", "JP", "US", "TW"};
  return kCountries;
}

template <typename T>
T pick(const std::vector<T>& from) {
  return *rc::gen::elementOf(from);
}

std::string random_words(int least, int most) {
  std::string text;
  const int count = *rc::gen::inRange(least, most + 1);
  for (int i = 0; i < count; ++i) {
    if (!text.empty()) text += ' ';
    text += pick(words());
  }
  return text;
}

std::vector<std::string> random_countries() {
  std::vector<std::string> codes;
  for (const auto& code : countries()) {
    if (*rc::gen::inRange(0, 3) == 0) codes.push_back(code);
  }
  return codes;
}

DateInterval random_interval() {
  const int first = *rc::gen::inRange(10'900, 11'700);  // 1999 to 2001
  const int length = pick(std::vector<int>{0, 0, 1, 4, 30, 90, 400, 800});
  return {std::chrono::sys_days{std::chrono::days{first}},
          std::chrono::sys_days{std::chrono::days{first + length}}};
}

DateValue random_date() {
  DateValue date;
  date.days = random_interval();
  date.precision = pick(std::vector<Precision>{Precision::day, Precision::month, Precision::quarter,
                                               Precision::year, Precision::decade});
  return date;
}

EventOrigin random_origin() {
  return pick(
      std::vector<EventOrigin>{EventOrigin::chronology, EventOrigin::prose, EventOrigin::log});
}

IndexedArticle random_article(const std::string& id) {
  ArticleBuilder builder(id);
  builder.title(random_words(1, 3));
  if (*rc::gen::inRange(0, 3) > 0)
    builder.author(pick(std::vector<std::string>{"Ann Border", "Bo Trade"}));
  if (*rc::gen::inRange(0, 3) > 0) builder.published(random_interval());
  builder.about(random_countries());
  if (*rc::gen::inRange(0, 3) == 0) builder.subjects({"JP", "RU"});
  const int blocks = *rc::gen::inRange(1, 6);
  for (int i = 0; i < blocks; ++i) {
    switch (*rc::gen::inRange(0, 4)) {
      case 0:
        builder.heading(random_words(1, 3));
        break;
      case 1:
        builder.paragraph(random_words(1, 8), random_countries());
        break;
      default:
        builder.event(random_origin(), random_words(1, 6), random_date(), random_countries());
    }
    if (*rc::gen::inRange(0, 3) == 0)
      builder.sources(pick(
          std::vector<std::vector<std::string>>{{"Reuters"}, {"BBC", "Reuters"}, {"The Star"}}));
    if (*rc::gen::inRange(0, 3) == 0)
      builder.organizations(pick(std::vector<std::vector<std::string>>{{"EU"}, {"EU", "NATO"}}));
    if (*rc::gen::inRange(0, 3) == 0) {
      builder.persons(
          pick(std::vector<std::vector<std::string>>{
              {"Vladimir Putin"}, {"Igor Ivanov", "Vladimir Putin"}, {"Sergei Ivanov"}}),
          pick(std::vector<std::string>{"", "JP", "RU"}));
    }
  }
  return builder.build();
}

QueryNode random_text(TextForm form) {
  QueryText text;
  text.form = form;
  switch (form) {
    case TextForm::word:
      text.text = pick(words());
      break;
    case TextForm::phrase:
      text.text = random_words(2, 3);
      text.slop = *rc::gen::inRange(0U, 4U);
      break;
    case TextForm::prefix:
      text.text = pick(words()).substr(0, 3);
      break;
  }
  text.field = pick(std::vector<TextField>{TextField::any, TextField::any, TextField::title,
                                           TextField::heading, TextField::author, TextField::text});
  return {text, {}};
}

AskedCountries random_asked_countries() {
  AskedCountries asked;
  for (const auto& code : random_countries()) asked.codes.emplace_back(code);
  if (asked.codes.empty()) asked.codes.emplace_back("RU");
  asked.match_all = *rc::gen::inRange(0, 2) == 0;
  return asked;
}

AskedDays random_days() {
  AskedDays asked;
  asked.mode =
      pick(std::vector<DateMode>{DateMode::overlaps, DateMode::within, DateMode::contains});
  asked.coarsest = pick(std::vector<Precision>{Precision::day, Precision::month, Precision::century,
                                               Precision::century});
  asked.interval = random_interval();
  return asked;
}

FilterCondition random_filter(FilterKind kind) {
  switch (kind) {
    case FilterKind::country:
      return {kind, random_asked_countries()};
    case FilterKind::named:
      return {kind, random_asked_countries()};
    case FilterKind::relation:
      return {kind, AskedPair{CountryCode("JP"), CountryCode("RU")}};
    case FilterKind::person:
      return {kind, AskedPerson{pick(std::vector<std::vector<std::string>>{
                        {"Putin"}, {"Ivanov"}, {"Igor Ivanov"}, {}})}};
    case FilterKind::about:
      return {kind, AskedCountries{{CountryCode("JP"), CountryCode("RU")}}};
    case FilterKind::pair:
      return {kind, AskedPair{CountryCode("JP"), CountryCode("RU")}};
    case FilterKind::region:
      return {kind, AskedRegion{*region_for(pick(std::vector<std::string>{
                        "eastern-asia", "europe", "former-soviet-union"}))}};
    case FilterKind::organization:
      return {kind, AskedName{pick(std::vector<std::string>{"EU", "NATO", ""})}};
    case FilterKind::id:
      return {kind, AskedName{pick(
                        std::vector<std::string>{"article-0", "article-2", "article-1#00000000"})}};
    case FilterKind::source:
      return {kind, AskedName{pick(std::vector<std::string>{"Reuters", "The Star", ""})}};
    case FilterKind::origin:
      return {kind, AskedOrigin{random_origin()}};
    case FilterKind::date:
      return {kind, random_days()};
    case FilterKind::published:
      break;
  }
  return {kind, AskedDays{random_interval()}};
}

QueryNode random_leaf() {
  if (*rc::gen::inRange(0, 3) == 0) {
    return random_text(pick(std::vector<TextForm>{TextForm::word, TextForm::word, TextForm::phrase,
                                                  TextForm::phrase, TextForm::prefix}));
  }
  return {random_filter(pick(std::vector<FilterKind>{
              FilterKind::country, FilterKind::about, FilterKind::pair, FilterKind::region,
              FilterKind::organization, FilterKind::person, FilterKind::named, FilterKind::relation,
              FilterKind::id, FilterKind::date, FilterKind::date, FilterKind::published,
              FilterKind::source, FilterKind::origin})),
          {}};
}

QueryNode random_query(int depth) {
  const int choice = depth == 0 ? 9 : *rc::gen::inRange(0, 10);
  if (choice > 5) return random_leaf();
  if (choice == 5) return {Exclude<QueryNode>{{random_query(depth - 1)}}, {}};
  std::vector<QueryNode> children;
  for (int i = *rc::gen::inRange(2, 4); i > 0; --i) children.push_back(random_query(depth - 1));
  if (choice < 3) return {AllOf<QueryNode>{std::move(children)}, {}};
  return {AnyOf<QueryNode>{std::move(children)}, {}};
}

Selection random_selection() {
  const std::vector<std::pair<Facet, FilterKind>> kinds{
      {Facet::country, FilterKind::country},
      {Facet::region, FilterKind::region},
      {Facet::pair, FilterKind::pair},
      {Facet::about, FilterKind::about},
      {Facet::organization, FilterKind::organization},
      {Facet::date, FilterKind::date},
      {Facet::published, FilterKind::published},
      {Facet::source, FilterKind::source},
      {Facet::origin, FilterKind::origin}};
  const auto [facet, kind] = pick(kinds);
  return {facet, {random_filter(kind), {}}};
}

SearchRequest random_request() {
  SearchRequest request;
  request.kind = pick(std::vector<DocumentKind>{DocumentKind::article, DocumentKind::event});
  if (*rc::gen::inRange(0, 5) > 0) request.query = random_query(2);
  for (int i = *rc::gen::inRange(0, 3); i > 0; --i)
    request.selections.push_back(random_selection());
  request.sort =
      pick(std::vector<SortOrder>{SortOrder::relevance, SortOrder::date, SortOrder::published});
  request.date_bucket = pick(
      std::vector<Bucket>{Bucket::year, Bucket::quarter, Bucket::month, Bucket::week, Bucket::day});
  request.facets = {Facet::region, Facet::country, Facet::organization, Facet::about,
                    Facet::pair,   Facet::date,    Facet::published,    Facet::author,
                    Facet::source, Facet::origin};
  request.limit = 1000;
  return request;
}

// Counts without what the oracle does not say: labels, selections, selected values without hits,
// and the order.
FacetCounts bare(FacetCounts counts) {
  std::erase_if(counts.values, [](const FacetValue& value) { return value.count == 0; });
  for (auto& value : counts.values) {
    value.label.clear();
    value.parent.clear();
    value.selected = false;
  }
  std::sort(counts.values.begin(), counts.values.end(),
            [](const FacetValue& a, const FacetValue& b) { return a.value < b.value; });
  return counts;
}

void check_request(Searcher& searcher, const Oracle& oracle, const SearchRequest& request) {
  const auto result = searcher.search(request);
  std::vector<std::string> ids;
  for (const auto& hit : result.hits) ids.push_back(hit.id);
  std::sort(ids.begin(), ids.end());
  if (request.query) RC_LOG() << to_string(*request.query) << "\n";
  RC_ASSERT(ids == oracle.ids(request));
  RC_ASSERT(result.total == ids.size());
  for (const auto& counts : result.facets)
    RC_ASSERT(bare(counts) == oracle.count(request, counts.facet));
}

// Pages put together give the same hits in the same order as one long page.
void check_paging(Searcher& searcher, SearchRequest request) {
  request.facets.clear();
  std::vector<std::string> whole;
  for (const auto& hit : searcher.search(request).hits) whole.push_back(hit.id);
  std::vector<std::string> pages;
  request.limit = 3;
  for (request.offset = 0; request.offset < whole.size(); request.offset += request.limit) {
    for (const auto& hit : searcher.search(request).hits) pages.push_back(hit.id);
  }
  RC_ASSERT(pages == whole);
}

}  // namespace

TEST_CASE("hits and counts equal those of a brute-force oracle", "[searcher][property]") {
  const bool held = rc::check("search equals oracle", [] {
    const TempDir dir;
    std::vector<std::vector<IndexedArticle>> segments;
    std::vector<std::vector<std::uint32_t>> removed;
    std::vector<IndexedArticle> in_force;
    int number = 0;
    for (int s = *rc::gen::inRange(1, 4); s > 0; --s) {
      auto& segment = segments.emplace_back();
      auto& gone = removed.emplace_back();
      const int articles = *rc::gen::inRange(1, 6);
      for (int i = 0; i < articles; ++i) {
        segment.push_back(random_article("article-" + std::to_string(number++)));
        if (*rc::gen::inRange(0, 6) == 0) {
          gone.push_back(static_cast<std::uint32_t>(i));
        } else {
          in_force.push_back(segment.back());
        }
      }
    }
    write_index(dir.path(), segments, removed);
    Searcher searcher(dir.path());
    const Oracle oracle(in_force);
    for (int i = 0; i < 8; ++i) {
      const auto request = random_request();
      check_request(searcher, oracle, request);
      check_paging(searcher, request);
    }
  });
  CHECK(held);
}

}  // namespace dateline::test
