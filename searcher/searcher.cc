#include "searcher/searcher.h"

#include <algorithm>
#include <utility>

#include "index/snapshot.h"
#include "searcher/explain/explanation.h"
#include "searcher/match/document_named.h"
#include "searcher/match/searchable_index.h"
#include "searcher/match_state.h"
#include "searcher/query/request.h"
#include "searcher/request_matcher.h"
#include "searcher/spell/speller.h"

namespace dateline {

// The open index, and what is made once for all requests of it.
struct Searcher::State {
  explicit State(Snapshot snapshot)
      : index(std::move(snapshot)),
        matcher(index),
        speller(index.snapshot, index.lists, index.analyzer, index.variants) {}

  [[nodiscard]] std::unique_ptr<MatchState> match(const SearchRequest& request) {
    return std::make_unique<MatchState>(index, matcher, request);
  }

  SearchableIndex index;
  RequestMatcher matcher;
  Speller speller;
};

Searcher::Searcher(const std::filesystem::path& index) : Searcher(Snapshot(index)) {}
Searcher::Searcher(Snapshot snapshot) : state_(std::make_unique<State>(std::move(snapshot))) {}
Searcher::~Searcher() = default;
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;

const std::filesystem::path& Searcher::directory() const noexcept {
  return state_->index.snapshot.directory();
}

const std::string& Searcher::language() const noexcept { return state_->index.analyzer.language(); }
const Snapshot& Searcher::snapshot() const noexcept { return state_->index.snapshot; }

void Searcher::stop_when(const std::atomic<bool>* flag) noexcept {
  state_->index.stop = SearchStop(flag);
}

SearchResult Searcher::search(const SearchRequest& request) const {
  return match(request).answer();
}

Matches Searcher::match(const SearchRequest& request) const {
  return Matches(state_->match(request));
}

Respelling Searcher::respell(const QueryNode& query, DocumentKind kind) const {
  return state_->speller.respell(query, kind);
}

std::optional<DateInterval> Searcher::days_of(FilterKind kind) const {
  std::optional<DayRange> span;
  const auto add = [&](DayRange days) {
    if (!days.known()) return;
    if (!span) span = days;
    span->first = std::min(span->first, days.first);
    span->last = std::max(span->last, days.last);
  };
  const auto& snapshot = state_->index.snapshot;
  for (std::size_t s = 0; s < snapshot.segment_count(); ++s) {
    const Segment& segment = snapshot.segment(s);
    const bool of_events = kind == FilterKind::date;
    segment.live(of_events ? DocumentKind::event : DocumentKind::article)
        .for_each([&](std::size_t i) {
          const auto ordinal = static_cast<std::uint32_t>(i);
          add(of_events ? segment.days(ordinal) : segment.published(ordinal));
        });
  }
  return span ? std::optional{to_interval(*span)} : std::nullopt;
}

std::optional<DocumentKind> Searcher::kind_of(std::string_view id) const {
  const auto document = document_named(state_->index.snapshot, id);
  return document ? std::optional{document->kind} : std::nullopt;
}

std::optional<Explanation> Searcher::explain(const SearchRequest& request,
                                             std::string_view id) const {
  const auto document = document_named(state_->index.snapshot, id);
  if (!document) return std::nullopt;
  auto own = request;
  own.kind = document->kind;
  own.similar_to.clear();
  return state_->match(own)->explain(*document);
}

}  // namespace dateline
