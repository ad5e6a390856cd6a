#include "searcher/request_matcher.h"

#include <fmt/format.h>

#include <algorithm>

#include "searcher/facet/selected_values.h"

namespace dateline {
namespace {

// Any of a model's words, for snippets.
Condition any_of(const std::vector<RankingWord>& words) {
  Condition any;
  any.kind = QueryNode::Kind::any;
  for (const auto& word : words) {
    auto& child = any.children.emplace_back();
    child.kind = QueryNode::Kind::word;
    child.terms = word.terms;
  }
  return any;
}

void add_patterns(const Condition& condition, const Segment& segment, const PostingLists& lists,
                  DocumentKind kind, std::vector<TextPattern>& patterns) {
  for (const Condition* text : positive_texts(condition)) {
    if (text->field == TextField::author) continue;
    auto pattern = pattern_of(*text, segment);
    if (!pattern) continue;
    pattern->weight = weight_of(*text, *pattern, segment, lists, kind);
    patterns.push_back(std::move(*pattern));
  }
}

}  // namespace

std::uint64_t count_all(const std::vector<Bitmap>& sets) noexcept {
  std::uint64_t total = 0;
  for (const auto& set : sets) total += set.count();
  return total;
}

RequestMatcher::RequestMatcher(const Snapshot& snapshot, std::vector<PostingLists>& lists,
                               Analyzer& analyzer, const StopWords& stop_words,
                               const WordVariants& variants)
    : snapshot_(snapshot),
      lists_(lists),
      analyzer_(analyzer),
      stop_words_(stop_words),
      query_analyzer_(analyzer, stop_words, variants,
                      [this](const std::string& term) { return has_term(term); }) {
  for (std::size_t s = 0; s < snapshot.segment_count(); ++s)
    matchers_.emplace_back(snapshot.segment(s), lists[s], analyzer);
}

// Whether a term stands anywhere in the index.
bool RequestMatcher::has_term(const std::string& term) const {
  for (std::size_t s = 0; s < snapshot_.segment_count(); ++s) {
    if (snapshot_.segment(s).terms.find(term)) return true;
  }
  return false;
}

void RequestMatcher::match(const SearchRequest& request) {
  kind_ = request.kind;
  for (auto& lists : lists_) lists.forget();
  notices_.clear();
  analyze(request);
  match_selections();
  match_query();
  matches_ = selected(std::nullopt);
  if (condition_ && request.loosens && count_all(matches_) == 0) loosen_query(request);
  make_targets();
}

void RequestMatcher::analyze(const SearchRequest& request) {
  condition_ = request.query ? query_analyzer_.analyze(*request.query) : std::nullopt;
  left_out_ = request.query ? query_analyzer_.left_out() : std::vector<LeftOutWord>{};
  selections_.clear();
  for (const auto& selection : request.selections)
    selections_.push_back({selection.facet, query_analyzer_.analyze(selection.condition)});
  if (request.any_word && condition_) {
    if (auto loose = loosen(*condition_)) condition_ = std::move(loose);
  }
  model_.reset();
  asks_for_model_ = !request.similar_to.empty();
  if (asks_for_model_) find_model(request.similar_to);
}

void RequestMatcher::find_model(const std::string& id) {
  const Finder finder(snapshot_);
  if (const auto article = finder.article(id)) {
    model_ = Model{{DocumentKind::article, *article}, {}};
  } else if (const auto event = finder.event(id)) {
    model_ = Model{{DocumentKind::event, *event}, {}};
  } else {
    notices_.push_back(fmt::format("no article or event '{}'", id));
    return;
  }
  model_->words =
      Likeness(snapshot_, lists_, kind_).words_of(model_->document, analyzer_, stop_words_);
}

void RequestMatcher::loosen_query(const SearchRequest& request) {
  auto loose = loosen(*condition_);
  if (!loose) return;
  condition_ = std::move(loose);
  match_query();
  matches_ = selected(std::nullopt);
  if (count_all(matches_) == 0) return;
  notices_.push_back(fmt::format("no {} {}has all the words; these have some of them",
                                 unit_name(request.kind, 1),
                                 selections_.empty() ? "" : "within the filters "));
}

void RequestMatcher::match_query() {
  query_matches_.clear();
  for (auto& matcher : matchers_) {
    query_matches_.push_back(condition_ ? matcher.match(*condition_, kind_) : matcher.all(kind_));
  }
  if (asks_for_model_) match_model();
}

void RequestMatcher::match_model() {
  if (!model_) {
    for (auto& set : query_matches_) set = Bitmap(set.size());
    return;
  }
  const auto alike = Likeness(snapshot_, lists_, kind_).alike(model_->words);
  for (std::size_t s = 0; s < query_matches_.size(); ++s) query_matches_[s] &= alike[s];
  const auto& [kind, location] = model_->document;
  if (kind == kind_) query_matches_[location.segment].reset(location.ordinal);
}

void RequestMatcher::match_selections() {
  selection_matches_.clear();
  for (const auto& selection : selections_) {
    auto& sets = selection_matches_.emplace_back();
    for (auto& matcher : matchers_) {
      sets.push_back(selection.condition ? matcher.match(*selection.condition, kind_)
                                         : matcher.all(kind_));
    }
  }
}

// The query's matches within all selections, but for those of one facet.
std::vector<Bitmap> RequestMatcher::selected(std::optional<Facet> without) const {
  auto sets = query_matches_;
  for (std::size_t i = 0; i < selections_.size(); ++i) {
    if (without && selections_[i].facet == *without) continue;
    for (std::size_t s = 0; s < sets.size(); ++s) sets[s] &= selection_matches_[i][s];
  }
  return sets;
}

std::vector<DayRange> RequestMatcher::asked_days(QueryNode::Kind kind) const {
  std::vector<DayRange> days;
  if (condition_) collect_days(*condition_, kind, days);
  for (const auto& selection : selections_) {
    if (selection.condition) collect_days(*selection.condition, kind, days);
  }
  return days;
}

bool RequestMatcher::holds(const Condition& condition, Location location) {
  return matchers_[location.segment].match(condition, kind_).test(location.ordinal);
}

void RequestMatcher::make_targets() {
  targets_.clear();
  const auto like = model_ ? any_of(model_->words) : Condition{};
  for (std::size_t s = 0; s < snapshot_.segment_count(); ++s) {
    const Segment& segment = snapshot_.segment(s);
    auto& target = targets_.emplace_back();
    std::vector<TextPattern> patterns;
    if (condition_) {
      add_patterns(*condition_, segment, lists_[s], kind_, patterns);
      collect_filters(*condition_, segment, target);
    }
    add_patterns(like, segment, lists_[s], kind_, patterns);
    target.texts = PatternFinder(std::move(patterns));
    for (const auto& selection : selections_) {
      if (selection.condition) collect_filters(*selection.condition, segment, target);
    }
    std::sort(target.countries.begin(), target.countries.end());
  }
}

}  // namespace dateline
