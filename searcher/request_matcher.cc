#include "searcher/request_matcher.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "searcher/match/document_named.h"
#include "searcher/match/loosening.h"
#include "searcher/query/request.h"
#include "searcher/snippet_target.h"

// The query and each selection are matched by themselves over the whole index, and combined
// afterwards. A facet is counted without its own selections, and this way that costs an
// intersection of sets instead of another search.

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

// The query's matches within all selections but those of one facet.
std::vector<Bitmap> selected(const MatchedRequest& matched, std::optional<Facet> without) {
  auto sets = matched.by_query;
  for (std::size_t i = 0; i < matched.selections.size(); ++i) {
    if (without && matched.selections[i].facet == *without) continue;
    for (std::size_t s = 0; s < sets.size(); ++s) sets[s] &= matched.by_selection[i][s];
  }
  return sets;
}

using Sets = std::vector<Bitmap>;  // one a segment

Sets match_in_all(std::vector<Matcher>& matchers, const Condition& condition, DocumentKind kind) {
  Sets sets;
  sets.reserve(matchers.size());
  for (auto& matcher : matchers) sets.push_back(matcher.match(condition, kind));
  return sets;
}

Sets match_or_all(std::vector<Matcher>& matchers, const std::optional<Condition>& condition,
                  DocumentKind kind) {
  if (condition) return match_in_all(matchers, *condition, kind);
  Sets sets;
  for (auto& matcher : matchers) sets.push_back(matcher.all(kind));
  return sets;
}

void intersect(Sets& sets, const Sets& others) {
  for (std::size_t s = 0; s < sets.size(); ++s) sets[s] &= others[s];
}

// Each part is matched once, and sets are combined then.
class LocalPartSets : public PartSets {
 public:
  LocalPartSets(std::vector<Matcher>& matchers, const ReadRequest& request,
                const std::vector<Sets>& by_selection)
      : matchers_(matchers), request_(request), sets_(children_of(*request.condition).size()) {
    const auto rest = with_optional(*request.condition, word_parts(*request.condition));
    kept_ = match_in_all(matchers_, rest, request.kind);
    for (const auto& selection : by_selection) intersect(kept_, selection);
  }

  std::uint64_t documents(std::size_t child) override {
    sets_[child] = match_in_all(matchers_, children_of(*request_.condition)[child], request_.kind);
    return count_all(sets_[child]);
  }
  std::uint64_t kept() override { return count_all(kept_); }
  bool keep(std::size_t child) override {
    auto met = kept_;
    intersect(met, sets_[child]);
    if (count_all(met) == 0) return false;
    kept_ = std::move(met);
    return true;
  }

 private:
  std::vector<Matcher>& matchers_;
  const ReadRequest& request_;
  std::vector<Sets> sets_;  // of each child, once its documents were asked for
  Sets kept_;
};

}  // namespace

// Matches one request after another's analysis, and leaves the sets of the last in `matched`.
class RequestMatcher::Work : public ConditionMatcher {
 public:
  Work(SearchableIndex& index, std::vector<Matcher>& matchers, MatchedRequest& matched)
      : index_(index), matchers_(matchers), matched_(matched) {}

  bool has_term(const std::string& term) override {
    for (std::size_t s = 0; s < index_.snapshot.segment_count(); ++s) {
      if (index_.snapshot.segment(s).terms.find(term)) return true;
    }
    return false;
  }

  void begin(const SearchRequest& request, ReadRequest& read) override {
    for (auto& lists : index_.lists) lists.forget();
    matched_ = {};
    is_like_ = !request.similar_to.empty();
    if (is_like_) find_model(request, read);
    for (const auto& selection : read.selections)
      matched_.by_selection.push_back(match_or_all(matchers_, selection.condition, read.kind));
  }

  std::uint64_t match(const ReadRequest& request) override {
    index_.stop.check();
    matched_.by_query = match_or_all(matchers_, request.condition, request.kind);
    if (is_like_) match_model(request.kind);
    auto sets = matched_.by_query;
    for (const auto& selection : matched_.by_selection) intersect(sets, selection);
    const auto total = count_all(sets);
    matched_.matches = {request.kind, std::move(sets), total};
    return total;
  }

  bool is_found(const Condition& condition, DocumentKind kind) override {
    return std::any_of(matchers_.begin(), matchers_.end(), [&](Matcher& matcher) {
      return matcher.match(condition, kind).count() > 0;
    });
  }

  std::unique_ptr<PartSets> parts(const ReadRequest& request) override {
    return std::make_unique<LocalPartSets>(matchers_, request, matched_.by_selection);
  }

 private:
  void find_model(const SearchRequest& request, ReadRequest& read) {
    const auto document = document_named(index_.snapshot, request.similar_to);
    if (!document) {
      read.notices.push_back(fmt::format("no article or event '{}'", request.similar_to));
      return;
    }
    const Likeness likeness(index_.snapshot, index_.lists, request.kind);
    matched_.model =
        Model{*document, likeness.words_of(*document, index_.analyzer, index_.stop_words)};
  }

  void match_model(DocumentKind searched) {
    auto& sets = matched_.by_query;
    if (!matched_.model) {
      for (auto& set : sets) set = Bitmap(set.size());
      return;
    }
    intersect(sets, Likeness(index_.snapshot, index_.lists, searched).alike(matched_.model->words));
    const auto& [kind, location] = matched_.model->document;
    if (kind == searched) sets[location.segment].reset(location.ordinal);
  }

  SearchableIndex& index_;
  std::vector<Matcher>& matchers_;
  MatchedRequest& matched_;
  bool is_like_ = false;
};

std::vector<Bitmap> MatchedRequest::matches_without(Facet facet) const {
  return selected(*this, facet);
}

RequestMatcher::RequestMatcher(SearchableIndex& index) : index_(index) {
  for (std::size_t s = 0; s < index.snapshot.segment_count(); ++s)
    matchers_.emplace_back(index.snapshot.segment(s), index.lists[s], index.analyzer);
}

MatchedRequest RequestMatcher::match(const SearchRequest& request) const {
  MatchedRequest matched;
  Work work(index_, matchers_, matched);
  RequestReader reader({index_.analyzer, index_.stop_words, index_.variants}, work);
  auto read = reader.read(request);
  static_cast<ReadRequest&>(matched) = std::move(read);
  make_targets(matched);
  return matched;
}

bool RequestMatcher::holds(const Condition& condition, const DocumentRef& document) const {
  const auto& [segment, ordinal] = document.location;
  return matchers_[segment].match(condition, document.kind).test(ordinal);
}

void RequestMatcher::make_targets(MatchedRequest& matched) const {
  const auto like = matched.model ? std::optional{any_of(matched.model->words)} : std::nullopt;
  for (std::size_t s = 0; s < index_.snapshot.segment_count(); ++s) {
    const Segment& segment = index_.snapshot.segment(s);
    const DocumentFrequencies frequencies{
        segment.count(matched.kind), [&](const std::string& term) -> double {
          return index_.lists[s].document_frequency(term, matched.kind);
        }};
    matched.targets.push_back(snippet_target(matched, like, segment, frequencies));
  }
}

}  // namespace dateline
