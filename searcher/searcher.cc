#include "searcher/searcher.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "index/error.h"
#include "index/schema.h"
#include "searcher/condition.h"
#include "searcher/facet_counter.h"
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

void collect_filters(const Condition& condition, SnippetTarget& target) {
  if (condition.kind == QueryNode::Kind::exclude) return;
  if (condition.kind == QueryNode::Kind::country) {
    for (const auto code : condition.countries) target.countries.push_back(pack_country(code));
  } else if (condition.kind == QueryNode::Kind::date) {
    target.dates.push_back(to_day_range(condition.interval));
  }
  for (const auto& child : condition.children) collect_filters(child, target);
}

// The values that a selection asks for, as the facet has them; buckets aside.
void add_selected(const Condition& condition, std::vector<std::string>& values) {
  if (condition.kind == QueryNode::Kind::country) {
    for (const auto code : condition.countries) values.push_back(code.str());
  } else if (condition.kind == QueryNode::Kind::origin) {
    values.emplace_back(event_origin_name(condition.origin));
  }
  for (const auto& child : condition.children) add_selected(child, values);
}

// Marks the buckets that a selection of days touches.
void mark_buckets(const Condition& condition, Bucket bucket, FacetCounts& counts) {
  if (condition.kind == QueryNode::Kind::date || condition.kind == QueryNode::Kind::published) {
    const auto days = to_day_range(condition.interval);
    const auto first = bucket_name(bucket, bucket_number(bucket, days.first));
    const auto last = bucket_name(bucket, bucket_number(bucket, days.last));
    for (auto& value : counts.values) {
      if (first <= value.value && value.value <= last) value.selected = true;
    }
  }
  for (const auto& child : condition.children) mark_buckets(child, bucket, counts);
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
    kind_ = database_of(request.kind);
    for (auto& lists : lists_) lists.forget();
    SearchResult result;
    result.kind = request.kind;
    analyze(request);
    find(request, result);
    result.total = count(matches_);
    for (const Ranked& ranked : order(request)) {
      result.hits.push_back(
          read_hit(snapshot_, kind_, ranked.location, targets_[ranked.location.segment]));
      result.hits.back().score = ranked.score;
    }
    for (const Facet facet : request.facets) result.facets.push_back(count_values(request, facet));
    return result;
  }

  [[nodiscard]] const Snapshot& snapshot() const noexcept { return snapshot_; }

 private:
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

  void find(const SearchRequest& request, SearchResult& result) {
    match_query();
    matches_ = selected(std::nullopt);
    if (count(matches_) == 0 && condition_) {
      if (auto loose = loosen(*condition_)) {
        condition_ = std::move(loose);
        match_query();
        matches_ = selected(std::nullopt);
        if (count(matches_) > 0) {
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
      if (auto ranked = ranker.by_relevance(*condition_, matches_, request.offset, request.limit))
        return *ranked;
    }
    const auto sort = request.sort == SortOrder::relevance ? SortOrder::date : request.sort;
    return ranker.by_date(sort, matches_, request.offset, request.limit);
  }

  FacetCounts count_values(const SearchRequest& request, Facet facet) {
    FacetSpec spec{facet, request.date_bucket, request.facet_limit, {}};
    bool is_selected = false;
    for (const auto& selection : selections_) {
      if (selection.facet != facet) continue;
      is_selected = true;
      if (selection.condition) add_selected(*selection.condition, spec.selected);
    }
    auto counts = count_facet(snapshot_, is_selected ? selected(facet) : matches_, kind_, spec);
    if (!is_by_time(facet)) return counts;
    for (const auto& selection : selections_) {
      if (selection.facet == facet && selection.condition)
        mark_buckets(*selection.condition, request.date_bucket, counts);
    }
    return counts;
  }

  void make_targets() {
    targets_.clear();
    for (std::size_t s = 0; s < snapshot_.segment_count(); ++s) {
      auto& target = targets_.emplace_back();
      if (condition_) {
        add_terms(s, target);
        collect_filters(*condition_, target);
      }
      for (const auto& selection : selections_) {
        if (selection.condition) collect_filters(*selection.condition, target);
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

SearchResult Searcher::search(const SearchRequest& request) {
  try {
    return state_->search(request);
  } catch (const Xapian::Error& error) {
    const auto& directory = snapshot().directory();
    throw IndexError(IndexFault::missing, directory,
                     fmt::format("index {}: cannot be read ({}); it is damaged, build it again",
                                 directory.string(), error.get_msg()));
  }
}

const Snapshot& Searcher::snapshot() const noexcept { return state_->snapshot(); }

}  // namespace dateline
