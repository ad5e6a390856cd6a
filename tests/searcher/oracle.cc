#include "tests/searcher/oracle.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <map>
#include <optional>
#include <set>

#include "corpus/article.h"
#include "language/countries/country_finder.h"
#include "language/countries/region.h"
#include "language/persons/person_name.h"
#include "language/words/analyzer.h"
#include "searcher/query/query_fields.h"
#include "searcher/query/request.h"

namespace dateline::test {
namespace {

// An article, or one of its events.
struct Document {
  const IndexedArticle* article;
  const Event* event;
};

std::vector<std::string> terms_of(std::string_view text) {
  Analyzer analyzer("en");
  std::vector<std::string> terms;
  for (const Token& token : analyzer.analyze(text)) terms.emplace_back(token.term);
  return terms;
}

// The runs of words that a field has; a phrase never runs over the end of one.
std::vector<std::vector<std::string>> runs(const Document& document, TextField field) {
  const auto& [article, event] = document;
  std::vector<std::vector<std::string>> result;
  if (field == TextField::title) return {terms_of(article->meta.title)};
  if (field == TextField::author) {
    for (const auto& author : article->meta.authors) result.push_back(terms_of(author));
    return result;
  }
  if (event != nullptr && field != TextField::heading)
    return {terms_of(event->span.of(article->text))};
  if (event != nullptr) {
    for (std::size_t i = event->block; i > 0; --i) {
      if (is_heading(article->blocks[i - 1]))
        return {terms_of(article->blocks[i - 1].span.of(article->text))};
    }
    return {};
  }
  for (const auto& block : article->blocks) {
    const bool title = static_cast<BlockKind>(block.kind) == BlockKind::title;
    const bool counts = field == TextField::any ||
                        (field == TextField::heading && is_heading(block)) ||
                        (field == TextField::text && !is_heading(block) && !title);
    if (counts) result.push_back(terms_of(block.span.of(article->text)));
  }
  return result;
}

// In order and side by side; or, with slop, any choice of places within a window, tried one by one.
bool has_phrase(const std::vector<std::string>& run, const std::vector<std::string>& words,
                std::uint32_t slop) {
  if (slop == 0)
    return std::search(run.begin(), run.end(), words.begin(), words.end()) != run.end();
  const std::size_t width = words.size() + slop;
  for (std::size_t begin = 0; begin < run.size(); ++begin) {
    std::multiset<std::string> window(
        run.begin() + static_cast<std::ptrdiff_t>(begin),
        run.begin() + static_cast<std::ptrdiff_t>(std::min(run.size(), begin + width)));
    if (std::all_of(words.begin(), words.end(), [&](const std::string& word) {
          const auto found = window.find(word);
          if (found == window.end()) return false;
          window.erase(found);
          return true;
        })) {
      return true;
    }
  }
  return false;
}

bool has_text(const QueryText& text, const Document& document) {
  const auto all = runs(document, text.field);
  const auto words = terms_of(text.text);
  return std::any_of(all.begin(), all.end(), [&](const auto& run) {
    if (text.form == TextForm::prefix) {
      return std::any_of(run.begin(), run.end(),
                         [&](const auto& term) { return term.starts_with(text.text); });
    }
    return has_phrase(run, words, words.size() == 1 ? 0 : text.slop);
  });
}

std::set<std::string> codes_of(const std::vector<CountryCode>& countries) {
  std::set<std::string> codes;
  for (const auto code : countries) codes.insert(code.str());
  return codes;
}

std::set<std::string> pairs_of(const std::vector<CountryCode>& countries) {
  std::set<std::string> pairs;
  for (const auto& a : codes_of(countries)) {
    for (const auto& b : codes_of(countries)) {
      if (a < b) pairs.insert(a + "-" + b);
    }
  }
  return pairs;
}

std::string id_of(const Document& document) {
  if (document.event == nullptr) return document.article->meta.id;
  auto id = fmt::format("{}#{:08x}", document.article->meta.id, document.event->hash);
  if (document.event->occurrence > 0) id += fmt::format(".{}", document.event->occurrence + 1);
  return id;
}

// An id of an article means it and its events, one of an event that and its article.
bool has_id(const std::string& id, const Document& document) {
  if (id == document.article->meta.id || id == id_of(document)) return true;
  if (document.event != nullptr) return false;
  return std::any_of(document.article->events.begin(), document.article->events.end(),
                     [&](const Event& event) { return id_of({document.article, &event}) == id; });
}

bool has_codes(const std::vector<CountryCode>& wanted, bool all,
               const std::set<std::string>& codes) {
  const auto has = [&](CountryCode code) { return codes.contains(code.str()); };
  return all ? std::all_of(wanted.begin(), wanted.end(), has)
             : std::any_of(wanted.begin(), wanted.end(), has);
}

bool has_days(const AskedDays& asked, const DateValue& date) {
  if (date.precision > asked.coarsest) return false;
  switch (asked.mode) {
    case DateMode::within:
      return asked.interval.first <= date.days.first && date.days.last <= asked.interval.last;
    case DateMode::contains:
      return date.days.first <= asked.interval.first && asked.interval.last <= date.days.last;
    case DateMode::overlaps:
      break;
  }
  return date.days.overlaps(asked.interval);
}

std::set<std::string> countries_of(const Document& document) {
  std::set<std::string> codes;
  if (document.event != nullptr) {
    for (const auto code : document.event->countries) codes.insert(code.str());
  } else {
    for (const auto& mention : document.article->mentions) {
      if (mention.kind == MentionKind::country) codes.insert(mention.country.str());
    }
  }
  return codes;
}

std::set<std::string> organizations_of(const Document& document) {
  if (document.event != nullptr)
    return {document.event->organizations.begin(), document.event->organizations.end()};
  std::set<std::string> names;
  for (const auto& mention : document.article->mentions) {
    if (mention.kind == MentionKind::organization) names.insert(mention.organization);
  }
  return names;
}

std::vector<DateValue> dates_of(const Document& document) {
  if (document.event != nullptr) return {document.event->date};
  std::vector<DateValue> dates;
  for (const auto& mention : document.article->mentions) {
    if (mention.kind == MentionKind::date) dates.push_back(mention.date);
  }
  return dates;
}

std::set<std::string> sources_of(const Document& document) {
  std::set<std::string> names;
  for (const auto& event : document.article->events) {
    if (document.event != nullptr && document.event != &event) continue;
    names.insert(event.sources.begin(), event.sources.end());
  }
  return names;
}

bool has_origin(EventOrigin origin, const Document& document) {
  if (document.event != nullptr) return document.event->origin == origin;
  return std::any_of(document.article->events.begin(), document.article->events.end(),
                     [&](const Event& event) { return event.origin == origin; });
}

std::set<std::string> persons_of(const Document& document) {
  if (document.event != nullptr)
    return {document.event->persons.begin(), document.event->persons.end()};
  std::set<std::string> names;
  for (const auto& mention : document.article->mentions) {
    if (mention.kind == MentionKind::person) names.insert(mention.person);
  }
  return names;
}

std::set<std::string> named_in(const Document& document) {
  auto codes = countries_of(document);
  if (document.event == nullptr) return codes;
  for (const auto code : document.event->acting) codes.erase(code.str());
  return codes;
}

bool has_pair(const AskedPair& pair, const Document& document) {
  return pairs_of(document.event != nullptr ? document.event->countries : document.article->about)
      .contains(pair.first.str() + "-" + pair.second.str());
}

bool is_of_relation(const AskedPair& pair, const Document& document) {
  const std::vector<CountryCode> both{pair.first, pair.second};
  const bool chronology =
      document.event == nullptr || document.event->origin == EventOrigin::chronology;
  return has_pair(pair, document) || (chronology && document.article->subjects == both);
}

bool has_person(const AskedPerson& asked, const Document& document) {
  const persons::NameReader reader;
  const auto names = persons_of(document);
  if (asked.names.empty()) return names.empty();
  return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
    return std::any_of(asked.names.begin(), asked.names.end(), [&](const std::string& one) {
      return persons::can_be_same(reader.name(one), reader.name(name));
    });
  });
}

// An empty name asks for documents without any.
template <typename Names>
bool has_name(const AskedName& asked, const Names& names) {
  return asked.name.empty() ? names.empty() : names.contains(asked.name);
}

bool matches(const FilterCondition& filter, const Document& document) {
  switch (filter.kind) {
    case FilterKind::country: {
      const auto& asked = std::get<AskedCountries>(filter.value);
      return has_codes(asked.codes, asked.match_all, countries_of(document));
    }
    case FilterKind::about: {
      const auto& asked = std::get<AskedCountries>(filter.value);
      return has_codes(asked.codes, asked.match_all, codes_of(document.article->about));
    }
    case FilterKind::named: {
      const auto& asked = std::get<AskedCountries>(filter.value);
      return has_codes(asked.codes, asked.match_all, named_in(document));
    }
    case FilterKind::pair:
      return has_pair(std::get<AskedPair>(filter.value), document);
    case FilterKind::relation:
      return is_of_relation(std::get<AskedPair>(filter.value), document);
    case FilterKind::person:
      return has_person(std::get<AskedPerson>(filter.value), document);
    case FilterKind::region: {
      const auto region = std::get<AskedRegion>(filter.value).number;
      return has_codes(dateline::countries_of(region), false, countries_of(document));
    }
    case FilterKind::organization:
      return has_name(std::get<AskedName>(filter.value), organizations_of(document));
    case FilterKind::id:
      return has_id(std::get<AskedName>(filter.value).name, document);
    case FilterKind::date: {
      const auto dates = dates_of(document);
      return std::any_of(dates.begin(), dates.end(), [&](const DateValue& date) {
        return has_days(std::get<AskedDays>(filter.value), date);
      });
    }
    case FilterKind::published:
      return document.article->meta.published &&
             document.article->meta.published->overlaps(std::get<AskedDays>(filter.value).interval);
    case FilterKind::origin:
      return has_origin(std::get<AskedOrigin>(filter.value).origin, document);
    case FilterKind::source:
      return has_name(std::get<AskedName>(filter.value), sources_of(document));
  }
  return false;
}

bool matches(const QueryNode& node, const Document& document) {
  const auto child_matches = [&](const QueryNode& child) { return matches(child, document); };
  const auto children = children_of(node);
  if (is<AllOf<QueryNode>>(node))
    return std::all_of(children.begin(), children.end(), child_matches);
  if (is<AnyOf<QueryNode>>(node))
    return std::any_of(children.begin(), children.end(), child_matches);
  if (is<Exclude<QueryNode>>(node)) return !matches(children.front(), document);
  if (const auto* text = get_if<QueryText>(node)) return has_text(*text, document);
  return matches(std::get<FilterCondition>(node.form), document);
}

bool holds_text(const QueryNode& node) {
  const auto children = children_of(node);
  return is<QueryText>(node) || (!is<Exclude<QueryNode>>(node) &&
                                 std::any_of(children.begin(), children.end(), holds_text));
}

// The query in which texts side by side are alternatives, at every depth outside exclusions; what
// else is asked stays.
QueryNode loosened(const QueryNode& node) {
  const bool is_any = is<AnyOf<QueryNode>>(node);
  if (!is_any && !is<AllOf<QueryNode>>(node)) return node;
  AnyOf<QueryNode> words;
  AllOf<QueryNode> all;
  for (const auto& child : children_of(node)) {
    (is_any || holds_text(child) ? words.children : all.children).push_back(loosened(child));
  }
  if (!words.children.empty()) all.children.push_back({words, {}});
  return {all, {}};
}

// Whether a selection asks for several values at once.
bool asks_for_all(const QueryNode& node) {
  if (is<AllOf<QueryNode>>(node)) return true;
  const auto* filter = get_if<FilterCondition>(node);
  const auto* asked = filter == nullptr ? nullptr : std::get_if<AskedCountries>(&filter->value);
  return asked != nullptr && asked->match_all && asked->codes.size() > 1;
}

std::vector<Document> documents(const std::vector<IndexedArticle>& articles, DocumentKind kind) {
  std::vector<Document> all;
  for (const auto& article : articles) {
    if (kind == DocumentKind::article) {
      all.push_back({&article, nullptr});
    } else {
      for (const auto& event : article.events) all.push_back({&article, &event});
    }
  }
  return all;
}

std::vector<Document> found(const std::vector<IndexedArticle>& articles,
                            const std::optional<QueryNode>& query, const SearchRequest& request,
                            std::optional<Facet> without) {
  std::vector<Document> result;
  for (const auto& document : documents(articles, request.kind)) {
    const bool selected =
        std::all_of(request.selections.begin(), request.selections.end(), [&](const Selection& s) {
          return (without && s.facet == *without) || matches(s.condition, document);
        });
    if (selected && (!query || matches(*query, document))) result.push_back(document);
  }
  return result;
}

// A node whose words need not be there; what else it asks for stays.
QueryNode without_texts(const QueryNode& node) {
  if (is<Exclude<QueryNode>>(node)) return node;
  if (is<QueryText>(node)) return {AllOf<QueryNode>{}, {}};
  QueryNode blank = node;
  for (auto& child : children_of(blank)) child = without_texts(child);
  return blank;
}

// A query whose children of these numbers are given up.
QueryNode without(const QueryNode& query, const std::vector<std::size_t>& given_up) {
  QueryNode rest = query;
  for (const auto i : given_up) children_of(rest)[i] = without_texts(children_of(rest)[i]);
  return rest;
}

// Parts with words, in the order in which they are given up: those that nothing has, then the
// commonest. No word of these tests is a name.
std::vector<std::size_t> by_worth(const std::vector<IndexedArticle>& articles,
                                  const SearchRequest& request) {
  struct Part {
    std::size_t child;
    std::size_t documents;
  };
  std::vector<Part> parts;
  const auto children = children_of(*request.query);
  SearchRequest alone;
  alone.kind = request.kind;
  for (std::size_t i = 0; i < children.size(); ++i) {
    if (!holds_text(children[i])) continue;
    parts.push_back({i, found(articles, children[i], alone, std::nullopt).size()});
  }
  std::stable_sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) {
    if ((a.documents == 0) != (b.documents == 0)) return a.documents == 0;
    return a.documents > b.documents;
  });
  std::vector<std::size_t> order;
  for (const auto& part : parts) order.push_back(part.child);
  return order;
}

// The query that counts: the one asked; when that finds nothing, the one without as few of its
// parts as will do; where there are no such parts, its looser form.
std::optional<QueryNode> effective(const std::vector<IndexedArticle>& articles,
                                   const SearchRequest& request) {
  if (!request.query || !found(articles, request.query, request, std::nullopt).empty())
    return request.query;
  if (!is<AllOf<QueryNode>>(*request.query)) return loosened(*request.query);
  const auto order = by_worth(articles, request);
  if (order.size() < 2) return loosened(*request.query);
  // From the dearest to the cheapest: what is found with those that stay, stays.
  std::vector<std::size_t> given_up{order};
  for (auto part = order.rbegin(); part != order.rend(); ++part) {
    auto fewer = given_up;
    std::erase(fewer, *part);
    if (!found(articles, without(*request.query, fewer), request, std::nullopt).empty()) {
      given_up = std::move(fewer);
    } else if (part == order.rbegin()) {
      return request.query;
    }
  }
  return without(*request.query, given_up);
}

std::string bucket_of(Bucket bucket, std::chrono::sys_days day) {
  const auto text = format_day(day);
  const int month = std::stoi(text.substr(5, 2));
  switch (bucket) {
    case Bucket::year:
      return text.substr(0, 4);
    case Bucket::quarter:
      return fmt::format("{}Q{}", text.substr(0, 4), (month - 1) / 3 + 1);
    case Bucket::month:
      return text.substr(0, 7);
    case Bucket::week: {
      const std::time_t seconds = std::chrono::system_clock::to_time_t(day);
      std::array<char, 16> name{};
      std::strftime(name.data(), name.size(), "%G-W%V", std::gmtime(&seconds));
      return name.data();
    }
    default:
      return text;
  }
}

std::set<std::string> buckets_of(Bucket bucket, const DateInterval& days) {
  std::set<std::string> names;
  for (auto day = days.first; day <= days.last; day += std::chrono::days{1})
    names.insert(bucket_of(bucket, day));
  return names;
}

Precision coarsest_in(Bucket bucket) {
  const std::map<Bucket, Precision> kCoarsest{{Bucket::year, Precision::year},
                                              {Bucket::quarter, Precision::quarter},
                                              {Bucket::month, Precision::month},
                                              {Bucket::week, Precision::week},
                                              {Bucket::day, Precision::day}};
  return kCoarsest.at(bucket);
}

std::set<std::string> values_of(const Document& document, Facet facet, Bucket bucket,
                                bool& coarser) {
  std::set<std::string> values;
  switch (facet) {
    case Facet::country:
      return countries_of(document);
    case Facet::about:
      return codes_of(document.article->about);
    case Facet::pair:
      return pairs_of(document.event != nullptr ? document.event->countries
                                                : document.article->about);
    case Facet::region:
      for (const auto& code : countries_of(document)) {
        for (std::size_t i = 0; i < all_regions().size(); ++i) {
          const auto codes = codes_of(dateline::countries_of(i));
          if (codes.contains(code)) values.emplace(all_regions()[i].id);
        }
      }
      return values;
    case Facet::organization:
      return organizations_of(document);
    case Facet::person:
      return persons_of(document);
    case Facet::date:
      for (const auto& date : dates_of(document)) {
        auto names = buckets_of(bucket, date.days);
        if (date.precision > coarsest_in(bucket) || names.size() > 12) {
          coarser = true;
        } else {
          values.merge(names);
        }
      }
      return values;
    case Facet::published:
      if (!document.article->meta.published) return {};
      values = buckets_of(bucket, *document.article->meta.published);
      if (values.size() <= 12) return values;
      coarser = true;
      return {};
    case Facet::author:
      return {document.article->meta.authors.begin(), document.article->meta.authors.end()};
    case Facet::source:
      return sources_of(document);
    case Facet::origin:
      if (document.event != nullptr)
        return {std::string{event_origin_name(document.event->origin)}};
      for (const auto& event : document.article->events)
        values.emplace(event_origin_name(event.origin));
      return values;
  }
  return values;
}

}  // namespace

std::vector<std::string> Oracle::ids(const SearchRequest& request) const {
  std::vector<std::string> result;
  for (const auto& document :
       found(articles_, effective(articles_, request), request, std::nullopt)) {
    result.push_back(id_of(document));
  }
  std::sort(result.begin(), result.end());
  return result;
}

FacetCounts Oracle::count(const SearchRequest& request, Facet facet) const {
  FacetCounts counts;
  counts.facet = facet;
  std::map<std::string, std::uint64_t> by_value;
  const bool is_joint = std::any_of(
      request.selections.begin(), request.selections.end(), [&](const Selection& selection) {
        return selection.facet == facet && asks_for_all(selection.condition);
      });
  const auto left_out = is_joint ? std::nullopt : std::optional{facet};
  for (const auto& document : found(articles_, effective(articles_, request), request, left_out)) {
    bool coarser = false;
    const auto values = values_of(document, facet, request.date_bucket, coarser);
    for (const auto& value : values) ++by_value[value];
    ++counts.total;
    if (values.empty() && !coarser) ++counts.none;
    if (coarser) ++counts.coarser;
  }
  counts.different = by_value.size();
  for (const auto& [value, count] : by_value)
    counts.values.push_back({value, {}, count, false, {}});
  return counts;
}

}  // namespace dateline::test
