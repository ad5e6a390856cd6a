#include "searcher/searcher.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "index/error.h"
#include "index/schema.h"
#include "searcher/condition.h"
#include "searcher/condition_values.h"
#include "searcher/facet_counter.h"
#include "searcher/fold.h"
#include "searcher/hit_reader.h"
#include "searcher/matcher.h"
#include "searcher/posting_lists.h"
#include "searcher/prefix.h"
#include "searcher/query_fields.h"
#include "searcher/ranker.h"

namespace dateline {
namespace {

DatabaseKind database_of(DocumentKind kind) noexcept {
  return kind == DocumentKind::article ? DatabaseKind::articles : DatabaseKind::events;
}

std::uint64_t count(const std::vector<Bitmap>& sets) noexcept {
  std::uint64_t total = 0;
  for (const auto& set : sets) total += set.count();
  return total;
}

}  // namespace

// The open index, and what answering one request needs.
class Searcher::State {
 public:
  explicit State(const std::filesystem::path& index)
      : snapshot_(index), analyzer_(snapshot_.manifest().language) {
    check_analyzer(index, snapshot_.manifest(), analyzer_);
    lists_.reserve(snapshot_.segment_count());
    for (std::size_t i = 0; i < snapshot_.segment_count(); ++i) {
      lists_.emplace_back(snapshot_.segment(i));
      matchers_.emplace_back(snapshot_.segment(i), lists_.back(), analyzer_);
    }
  }

  SearchResult search(const SearchRequest& request) {
    auto matched = match(request);
    SearchResult result;
    result.kind = request.kind;
    result.total = matched.total;
    result.notices = std::move(matched.notices);
    if (request.fold && kind_ == DatabaseKind::events) {
      add_folded(request, result);
    } else {
      for (const Ranked& ranked : order(request)) result.hits.push_back(hit_of(ranked));
    }
    for (const Facet facet : request.facets) result.facets.push_back(count_values(request, facet));
    return result;
  }

  MatchSet match(const SearchRequest& request) {
    kind_ = database_of(request.kind);
    for (auto& lists : lists_) lists.forget();
    analyze(request);
    MatchSet result;
    find(request, result);
    result.kind = request.kind;
    result.sets = matches_;
    result.total = dateline::count(matches_);
    return result;
  }

  [[nodiscard]] Hit read(const Location& location) const {
    return read_hit(snapshot_, kind_, location, targets_[location.segment]);
  }

  [[nodiscard]] Hit hit_of(const Ranked& ranked) const {
    auto hit = read(ranked.location);
    hit.score = ranked.score;
    hit.date_boost = ranked.date_boost;
    return hit;
  }

  // The best of those that tell the same leads them; pages are cut behind the folding.
  void add_folded(const SearchRequest& request, SearchResult& result) {
    auto all = request;
    all.offset = 0;
    all.limit = static_cast<std::uint32_t>(result.total);
    const auto ranked = order(all);
    std::vector<Location> events;
    events.reserve(ranked.size());
    for (const auto& one : ranked) events.push_back(one.location);
    const auto folds = fold_events(snapshot_, events);
    result.different = folds.size();
    const auto end =
        std::min<std::size_t>(folds.size(), std::size_t{request.offset} + request.limit);
    for (std::size_t i = request.offset; i < end; ++i) {
      const auto& members = folds[i].members;
      result.hits.push_back(hit_of(ranked[members.front()]));
      for (auto member = members.begin() + 1; member != members.end(); ++member)
        result.hits.back().same.push_back(retelling(events[*member]));
    }
  }

  [[nodiscard]] Retelling retelling(const Location& event) const {
    const Segment& segment = snapshot_.segment(event.segment);
    return {segment.event_id(event.ordinal),
            std::string{segment.title(segment.article_of(event.ordinal))},
            to_interval(segment.days(event.ordinal))};
  }

  FacetCounts count_values(const SearchRequest& request, Facet facet) {
    FacetSpec spec{facet, request.date_bucket, request.facet_limit, request.facet_match, {}};
    bool is_selected = false;
    for (const auto& selection : selections_) {
      if (selection.facet != facet) continue;
      is_selected = true;
      if (selection.condition) add_selected(*selection.condition, spec.selected);
    }
    if (facet == Facet::author) {  // a part of a name selects, and is no value
      std::erase_if(spec.selected, [this](const auto& name) { return !is_author(name); });
    }
    auto counts = count_facet(snapshot_, is_selected ? selected(facet) : matches_, kind_, spec);
    if (!is_by_time(facet)) return counts;
    const auto kind = facet == Facet::date ? QueryNode::Kind::date : QueryNode::Kind::published;
    add_empty_buckets(asked_days(kind), request.date_bucket, counts);
    for (const auto& selection : selections_) {
      if (selection.facet == facet && selection.condition)
        mark_buckets(*selection.condition, request.date_bucket, counts);
    }
    return counts;
  }

  [[nodiscard]] const Snapshot& snapshot() const noexcept { return snapshot_; }

 private:
  [[nodiscard]] bool is_author(const std::string& name) const {
    for (std::size_t s = 0; s < snapshot_.segment_count(); ++s) {
      if (snapshot_.segment(s).authors.find(name)) return true;
    }
    return false;
  }

  struct SelectedCondition {
    Facet facet;
    std::optional<Condition> condition;
  };

  void analyze(const SearchRequest& request) {
    condition_ = request.query ? analyze_query(*request.query, analyzer_) : std::nullopt;
    selections_.clear();
    for (const auto& selection : request.selections) {
      selections_.push_back({selection.facet, analyze_query(selection.condition, analyzer_)});
    }
    if (request.any_word && condition_) {
      if (auto loose = loosen(*condition_)) condition_ = std::move(loose);
    }
  }

  void find(const SearchRequest& request, MatchSet& result) {
    match_query();
    matches_ = selected(std::nullopt);
    if (dateline::count(matches_) == 0 && condition_) {
      if (auto loose = loosen(*condition_)) {
        condition_ = std::move(loose);
        match_query();
        matches_ = selected(std::nullopt);
        if (dateline::count(matches_) > 0) {
          result.notices.push_back(fmt::format("no {} {}has all the words; these have some of them",
                                               unit_name(request.kind, 1),
                                               selections_.empty() ? "" : "within the filters "));
        }
      }
    }
    make_targets();
  }

  void match_query() {
    query_matches_.clear();
    for (auto& matcher : matchers_) {
      query_matches_.push_back(condition_ ? matcher.match(*condition_, kind_) : matcher.all(kind_));
    }
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
  [[nodiscard]] std::vector<Bitmap> selected(std::optional<Facet> without) const {
    auto sets = query_matches_;
    for (std::size_t i = 0; i < selections_.size(); ++i) {
      if (without && selections_[i].facet == *without) continue;
      for (std::size_t s = 0; s < sets.size(); ++s) sets[s] &= selection_matches_[i][s];
    }
    return sets;
  }

  std::vector<Ranked> order(const SearchRequest& request) {
    if (request.limit == 0 || snapshot_.segment_count() == 0) return {};
    Ranker ranker(snapshot_, lists_, kind_);
    if (request.sort == SortOrder::relevance && condition_) {
      if (auto ranked = ranker.by_relevance(*condition_, asked_days(QueryNode::Kind::date),
                                            matches_, request.offset, request.limit))
        return *ranked;
    }
    const auto sort = request.sort == SortOrder::relevance ? SortOrder::date : request.sort;
    return ranker.by_date(sort, matches_, request.offset, request.limit);
  }

  // The days that the query and the selections ask for, by conditions of a kind.
  [[nodiscard]] std::vector<DayRange> asked_days(QueryNode::Kind kind) const {
    std::vector<DayRange> days;
    if (condition_) collect_days(*condition_, kind, days);
    for (const auto& selection : selections_) {
      if (selection.condition) collect_days(*selection.condition, kind, days);
    }
    return days;
  }

  void make_targets() {
    targets_.clear();
    for (std::size_t s = 0; s < snapshot_.segment_count(); ++s) {
      auto& target = targets_.emplace_back();
      if (condition_) {
        add_terms(s, target);
        collect_filters(*condition_, snapshot_.segment(s), target);
      }
      for (const auto& selection : selections_) {
        if (selection.condition)
          collect_filters(*selection.condition, snapshot_.segment(s), target);
      }
      std::sort(target.countries.begin(), target.countries.end());
    }
  }

  // Rarer words are worth more in a snippet: their inverse document frequency, within a segment.
  void add_terms(std::size_t s, SnippetTarget& target) const {
    const Segment& segment = snapshot_.segment(s);
    std::vector<std::uint32_t> ids;
    for (const Condition* text : positive_texts(*condition_)) {
      if (text->kind == QueryNode::Kind::prefix) {
        const auto expanded = expand_prefix(segment, text->terms.front());
        ids.insert(ids.end(), expanded.begin(), expanded.end());
        continue;
      }
      for (const auto& term : text->terms) {
        if (const auto id = segment.terms.find(term)) ids.push_back(*id);
      }
    }
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    for (const auto id : ids) {
      const std::string term{segment.terms.text(id)};
      const double frequency = 1.0 + static_cast<double>(lists_[s].document_frequency(term, kind_));
      target.terms.push_back(id);
      target.weights.push_back(std::log1p(static_cast<double>(segment.count(kind_)) / frequency));
    }
  }

  Snapshot snapshot_;
  Analyzer analyzer_;
  std::vector<PostingLists> lists_;  // never grows: matchers refer to them
  std::vector<Matcher> matchers_;
  DatabaseKind kind_ = DatabaseKind::articles;
  std::optional<Condition> condition_;
  std::vector<SelectedCondition> selections_;
  std::vector<Bitmap> query_matches_;
  std::vector<std::vector<Bitmap>> selection_matches_;
  std::vector<Bitmap> matches_;
  std::vector<SnippetTarget> targets_;
};

Searcher::Searcher(const std::filesystem::path& index) : state_(std::make_unique<State>(index)) {}
Searcher::~Searcher() = default;
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;

// Runs `work`; what Xapian throws means that the index is damaged.
template <typename Work>
auto Searcher::guarded(Work work) const {
  try {
    return work();
  } catch (const Xapian::Error& error) {
    const auto& directory = snapshot().directory();
    throw IndexError(IndexFault::missing, directory,
                     fmt::format("index {}: cannot be read ({}); it is damaged, build it again",
                                 directory.string(), error.get_msg()));
  }
}

SearchResult Searcher::search(const SearchRequest& request) {
  return guarded([&] { return state_->search(request); });
}

MatchSet Searcher::match(const SearchRequest& request) {
  return guarded([&] { return state_->match(request); });
}

Hit Searcher::read(Location location) const { return state_->read(location); }

FacetCounts Searcher::count(const SearchRequest& request, Facet facet) {
  return guarded([&] { return state_->count_values(request, facet); });
}

const Snapshot& Searcher::snapshot() const noexcept { return state_->snapshot(); }

}  // namespace dateline
