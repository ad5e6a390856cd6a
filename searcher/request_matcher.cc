#include "searcher/request_matcher.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>
#include <variant>

#include "index/schema.h"
#include "searcher/match/document_named.h"
#include "searcher/match/filter_matchers.h"
#include "searcher/match/loosening.h"
#include "searcher/match/query_analyzer.h"
#include "searcher/query/query_writer.h"
#include "searcher/query/request.h"

// The query and each selection are matched by themselves over the whole index, and combined
// afterwards. A facet is counted without its own selections, and this way that costs an
// intersection of sets instead of another search. Loosening comes last, when everything together
// has matched nothing: what a user has selected never loosens, only the words of the query do.

namespace dateline {
namespace {

// Any of a model's words, for snippets.
Condition any_of(const std::vector<RankingWord>& words) {
  AnyOf<Condition> any;
  for (const auto& word : words) {
    TextCondition text;
    text.terms = word.terms;
    any.children.push_back({std::move(text)});
  }
  return {std::move(any)};
}

// What a text is worth in a snippet: its inverse document frequency within the segment; of a
// phrase, the sum of its words'; kVariantFactor of it for what was not typed.
double weight_of(const TextCondition& text, const TextPattern& pattern, const Segment& segment,
                 const PostingLists& lists, DocumentKind kind) {
  const auto idf = [&](double documents) {
    return std::log1p(static_cast<double>(segment.count(kind)) / (1 + documents));
  };
  double documents = 0;  // of all expansions
  double sum = 0;
  for (const auto term : pattern.terms) {
    const double with = lists.document_frequency(std::string{segment.terms.text(term)}, kind);
    documents += with;
    sum += idf(with);
  }
  const double weight = text.form == TextForm::prefix ? idf(documents) : sum;
  if (text.stands_for.empty()) return weight;
  return weight * (text.is_family ? kFamilyFactor : kVariantFactor);
}

void add_patterns(const Condition& condition, const Segment& segment, const PostingLists& lists,
                  DocumentKind kind, std::vector<TextPattern>& patterns) {
  for (const TextCondition* text : positive_texts(condition)) {
    if (text->field == TextField::author) continue;
    auto pattern = pattern_of(*text, segment);
    if (!pattern) continue;
    pattern->weight = weight_of(*text, *pattern, segment, lists, kind);
    patterns.push_back(std::move(*pattern));
  }
}

// Adds the countries, organizations and days that a snippet should show. What is excluded is not
// asked for.
void collect_filters(const Condition& condition, const Segment& segment, SnippetTarget& target) {
  for_each_positive_filter(condition, [&](const FilterCondition& filter) {
    if (!is_mentioned(filter.kind)) return;
    for (const auto code : countries_named(filter)) target.countries.push_back(pack_country(code));
    if (const auto* asked = std::get_if<AskedName>(&filter.value)) {
      if (const auto number = segment.organizations.find(asked->name))
        target.organizations.push_back(static_cast<std::uint16_t>(*number));
    } else if (const auto* days = std::get_if<AskedDays>(&filter.value)) {
      target.dates.push_back(to_day_range(days->interval));
    }
  });
}

// Adds the days that filters of a kind (date, published) ask for.
void collect_days(const Condition& condition, FilterKind kind, std::vector<DayRange>& days) {
  for_each_positive_filter(condition, [&](const FilterCondition& filter) {
    if (filter.kind != kind) return;
    const auto& asked = std::get<AskedDays>(filter.value);
    if (!is_any_day(asked)) days.push_back(to_day_range(asked.interval));
  });
}

// The query's matches within all selections but those of one facet.
std::vector<Bitmap> selected(const MatchedRequest& matched, std::optional<Facet> without) {
  auto sets = matched.by_query;
  for (std::size_t i = 0; i < matched.selections.size(); ++i) {
    if (without && matched.selections[i].facet == *without) continue;
    for (std::size_t s = 0; s < sets.size(); ++s) sets[s] &= matched.by_selection[i][s];
  }
  return sets;
}

// The phrases of a query, as they are typed.
std::string quoted_phrases(const QueryNode& query) {
  std::vector<std::string> phrases;
  for_each_part<QueryText>(query, [&](const QueryText& text) {
    if (text.form == TextForm::phrase) phrases.push_back(to_query({text, {}}));
  });
  return fmt::format("{}", fmt::join(phrases, ", "));
}

// Whether a name has other names.
bool has_other_names(const Condition& condition) {
  const auto texts = positive_texts(condition);
  return std::any_of(texts.begin(), texts.end(), [](const TextCondition* text) {
    return !text->stands_for.empty() && text->is_name;
  });
}

void combine(MatchedRequest& matched) {
  matched.matches.sets = selected(matched, std::nullopt);
  matched.matches.total = count_all(matched.matches.sets);
}

}  // namespace

std::vector<Bitmap> MatchedRequest::matches_without(Facet facet) const {
  return selected(*this, facet);
}

std::vector<DayRange> MatchedRequest::asked_days(FilterKind kind) const {
  std::vector<DayRange> days;
  if (condition) collect_days(*condition, kind, days);
  for (const auto& selection : selections) {
    if (selection.condition) collect_days(*selection.condition, kind, days);
  }
  return days;
}

RequestMatcher::RequestMatcher(SearchableIndex& index) : index_(index) {
  for (std::size_t s = 0; s < index.snapshot.segment_count(); ++s)
    matchers_.emplace_back(index.snapshot.segment(s), index.lists[s], index.analyzer);
}

// Whether a term stands anywhere in the index.
bool RequestMatcher::has_term(const std::string& term) const {
  for (std::size_t s = 0; s < index_.snapshot.segment_count(); ++s) {
    if (index_.snapshot.segment(s).terms.find(term)) return true;
  }
  return false;
}

MatchedRequest RequestMatcher::match(const SearchRequest& request) const {
  if (!request.with_phrases) return match_words(request);
  auto as_phrase = request;
  as_phrase.query = request.with_phrases;
  as_phrase.loosens = false;
  auto phrase = match_words(as_phrase);
  const auto phrases = to_query(*request.with_phrases);
  const auto typed = quoted_phrases(*request.with_phrases);
  const auto unit = unit_name(request.kind, phrase.matches.total);
  MatchedRequest words;
  analyze(request, words);
  if (phrase.matches.total > 0 && !(words.condition && has_other_names(*words.condition))) {
    phrase.notices.push_back(
        fmt::format("read as a phrase, {}; for the words apart, give each by itself", typed));
    return phrase;
  }
  words = match_words(request);
  if (phrase.matches.total > 0) {
    words.notices.push_back(fmt::format("{} {} {} it as a phrase: search for {}",
                                        phrase.matches.total, unit,
                                        phrase.matches.total == 1 ? "has" : "have", phrases));
  }
  return words;
}

MatchedRequest RequestMatcher::match_words(const SearchRequest& request) const {
  for (auto& lists : index_.lists) lists.forget();
  MatchedRequest matched;
  matched.matches.kind = request.kind;
  analyze(request, matched);
  match_selections(matched);
  match_query(request, matched);
  combine(matched);
  if (matched.condition && request.loosens && matched.matches.total == 0)
    loosen_query(request, matched);
  make_targets(matched);
  return matched;
}

void RequestMatcher::analyze(const SearchRequest& request, MatchedRequest& matched) const {
  QueryAnalyzer analyzer(index_.analyzer, index_.stop_words, index_.variants,
                         [this](const std::string& term) { return has_term(term); });
  if (request.query) {
    matched.condition = analyzer.analyze(*request.query, request.any_word);
    matched.left_out = analyzer.left_out();
  }
  for (const auto& selection : request.selections)
    matched.selections.push_back({selection.facet, analyzer.analyze(selection.condition)});
  if (request.any_word && matched.condition) {
    if (auto loose = loosen(*matched.condition)) matched.condition = std::move(loose);
  }
  if (!request.similar_to.empty()) find_model(request, matched);
}

void RequestMatcher::find_model(const SearchRequest& request, MatchedRequest& matched) const {
  const auto document = document_named(index_.snapshot, request.similar_to);
  if (!document) {
    matched.notices.push_back(fmt::format("no article or event '{}'", request.similar_to));
    return;
  }
  const Likeness likeness(index_.snapshot, index_.lists, request.kind);
  matched.model =
      Model{*document, likeness.words_of(*document, index_.analyzer, index_.stop_words)};
}

// What must hold beside the words, and within the selections.
std::vector<Bitmap> RequestMatcher::without_words(const MatchedRequest& matched) const {
  const auto rest = with_optional(*matched.condition, word_parts(*matched.condition));
  std::vector<Bitmap> sets;
  sets.reserve(matchers_.size());
  for (auto& matcher : matchers_) sets.push_back(matcher.match(rest, matched.matches.kind));
  for (const auto& selection : matched.by_selection) {
    for (std::size_t s = 0; s < sets.size(); ++s) sets[s] &= selection[s];
  }
  return sets;
}

// The word that is worth most stays; of names, the first that the filters leave. Then each other
// stays that is found together with those that do, from the dearest to the cheapest, so that no
// more is given up than must be. Where filters took the place of names, these have stayed already.
std::vector<WordPart> RequestMatcher::parts_to_give_up(const MatchedRequest& matched,
                                                       bool has_read_names) const {
  auto parts = word_parts(*matched.condition);
  const auto kind = matched.matches.kind;
  std::vector<std::vector<Bitmap>> sets(children_of(*matched.condition).size());
  for (auto& part : parts) {
    for (auto& matcher : matchers_)
      sets[part.child].push_back(matcher.match(children_of(*matched.condition)[part.child], kind));
    part.documents = count_all(sets[part.child]);
  }
  sort_by_worth(parts);
  auto kept = without_words(matched);
  bool has_stayed = has_read_names && count_all(kept) > 0;
  std::vector<WordPart> given_up;
  for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
    auto met = kept;
    for (std::size_t s = 0; s < met.size(); ++s) met[s] &= sets[part->child][s];
    if (count_all(met) > 0) {
      kept = std::move(met);
      has_stayed = true;
    } else if (has_stayed || part->is_name) {
      given_up.push_back(*part);
    } else {
      return {};
    }
    const auto next = std::next(part);
    const bool names_end = part->is_name && (next == parts.rend() || !next->is_name);
    if (names_end && !has_stayed) return {};
  }
  return given_up;
}

// "long-range-missile", that nothing has, asks for its words.
void RequestMatcher::split_compounds(const SearchRequest& request, MatchedRequest& matched) const {
  const auto kind = request.kind;
  CompoundReader reader;
  reader.is_found = [&](const TextCondition& text) {
    const Condition alone{text};
    return std::any_of(matchers_.begin(), matchers_.end(),
                       [&](Matcher& matcher) { return matcher.match(alone, kind).count() > 0; });
  };
  reader.parts = [&](const TextCondition& text) {
    std::vector<TextCondition> parts;
    for (const Token& token : index_.analyzer.analyze(text.typed)) {
      TextCondition part;
      part.terms.emplace_back(token.term);
      part.typed = token.span.of(text.typed);
      part.is_name = text.is_name;
      parts.push_back(std::move(part));
    }
    return parts;
  };
  const auto split = split_unfound(*matched.condition, reader);
  if (split.empty()) return;
  match_query(request, matched);
  combine(matched);
  matched.notices.push_back(fmt::format("no {} has '{}' as one word; its parts are searched for",
                                        unit_name(kind, 1), fmt::join(split, "' or '")));
}

void RequestMatcher::loosen_query(const SearchRequest& request, MatchedRequest& matched) const {
  split_compounds(request, matched);
  if (matched.matches.total > 0) return;
  const auto unit = unit_name(request.kind, 1);
  const auto* within = matched.selections.empty() ? "" : "within the filters ";
  const auto words = word_parts(*matched.condition).size();
  if (words > 1 || (words == 1 && request.has_read_names)) {
    const auto given_up = parts_to_give_up(matched, request.has_read_names);
    if (given_up.empty()) return;
    auto loose = with_optional(*matched.condition, given_up);
    matched.notices.push_back(fmt::format("no {} {}has all the words; these are without {}", unit,
                                          within, quoted_parts(*matched.condition, given_up)));
    for (const auto& part : given_up)
      matched.given_up.push_back(typed_words(children_of(*matched.condition)[part.child]));
    matched.condition = std::move(loose);
    matched.is_loosened = true;
    match_query(request, matched);
    combine(matched);
    return;
  }
  auto loose = loosen(*matched.condition);
  if (!loose) return;
  matched.condition = std::move(loose);
  match_query(request, matched);
  combine(matched);
  if (matched.matches.total == 0) return;
  matched.is_loosened = true;
  matched.notices.push_back(
      fmt::format("no {} {}has all the words; these have some of them", unit, within));
}

void RequestMatcher::match_query(const SearchRequest& request, MatchedRequest& matched) const {
  matched.by_query.clear();
  for (auto& matcher : matchers_) {
    index_.stop.check();
    matched.by_query.push_back(matched.condition ? matcher.match(*matched.condition, request.kind)
                                                 : matcher.all(request.kind));
  }
  if (!request.similar_to.empty()) match_model(matched);
}

void RequestMatcher::match_model(MatchedRequest& matched) const {
  auto& sets = matched.by_query;
  if (!matched.model) {
    for (auto& set : sets) set = Bitmap(set.size());
    return;
  }
  const auto searched = matched.matches.kind;
  const auto alike = Likeness(index_.snapshot, index_.lists, searched).alike(matched.model->words);
  for (std::size_t s = 0; s < sets.size(); ++s) sets[s] &= alike[s];
  const auto& [kind, location] = matched.model->document;
  if (kind == searched) sets[location.segment].reset(location.ordinal);
}

void RequestMatcher::match_selections(MatchedRequest& matched) const {
  const auto kind = matched.matches.kind;
  for (const auto& selection : matched.selections) {
    auto& sets = matched.by_selection.emplace_back();
    for (auto& matcher : matchers_) {
      sets.push_back(selection.condition ? matcher.match(*selection.condition, kind)
                                         : matcher.all(kind));
    }
  }
}

bool RequestMatcher::holds(const Condition& condition, const DocumentRef& document) const {
  const auto& [segment, ordinal] = document.location;
  return matchers_[segment].match(condition, document.kind).test(ordinal);
}

void RequestMatcher::make_targets(MatchedRequest& matched) const {
  const auto kind = matched.matches.kind;
  const auto like = matched.model ? any_of(matched.model->words) : Condition{};
  for (std::size_t s = 0; s < index_.snapshot.segment_count(); ++s) {
    const Segment& segment = index_.snapshot.segment(s);
    auto& target = matched.targets.emplace_back();
    std::vector<TextPattern> patterns;
    if (matched.condition) {
      add_patterns(*matched.condition, segment, index_.lists[s], kind, patterns);
      collect_filters(*matched.condition, segment, target);
    }
    add_patterns(like, segment, index_.lists[s], kind, patterns);
    target.texts = PatternFinder(std::move(patterns));
    for (const auto& selection : matched.selections) {
      if (selection.condition) collect_filters(*selection.condition, segment, target);
    }
    std::sort(target.countries.begin(), target.countries.end());
  }
}

}  // namespace dateline
