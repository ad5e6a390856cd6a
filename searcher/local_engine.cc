#include "searcher/local_engine.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "searcher/match/document_named.h"
#include "searcher/match/searchable_index.h"
#include "searcher/match_state.h"
#include "searcher/request_matcher.h"
#include "searcher/spell/speller.h"

namespace dateline {
namespace {

// The open index, and what is made once for all requests of it.
class LocalEngine : public SearchEngine {
 public:
  explicit LocalEngine(Snapshot snapshot)
      : index_(std::move(snapshot)),
        matcher_(index_),
        spelling_(index_.snapshot, index_.lists),
        speller_(spelling_, index_.analyzer, index_.variants) {}

  const std::string& language() const noexcept override { return index_.analyzer.language(); }

  std::string state_name() const override {
    const auto& manifest = index_.snapshot.manifest();
    return fmt::format("{}.{}", manifest.id.substr(0, 8), manifest.generation);
  }

  std::string place() const override { return index_.snapshot.directory().string(); }

  void stop_when(const std::atomic<bool>* flag) noexcept override {
    index_.stop = SearchStop(flag);
  }

  std::unique_ptr<MatchReader> match(const SearchRequest& request) override {
    return state_of(request);
  }

  Respelling respell(const QueryNode& query, DocumentKind kind) override {
    return speller_.respell(query, kind);
  }

  std::optional<DateInterval> days_of(FilterKind kind) override;

  std::optional<DocumentKind> kind_of(std::string_view id) override {
    const auto document = document_named(index_.snapshot, id);
    return document ? std::optional{document->kind} : std::nullopt;
  }

  std::optional<Explanation> explain(const SearchRequest& request, std::string_view id) override {
    const auto document = document_named(index_.snapshot, id);
    if (!document) return std::nullopt;
    auto own = request;
    own.kind = document->kind;
    own.similar_to.clear();
    return state_of(own)->explain(*document);
  }

  const Snapshot* snapshot() const noexcept override { return &index_.snapshot; }

 private:
  [[nodiscard]] std::unique_ptr<MatchState> state_of(const SearchRequest& request) {
    return std::make_unique<MatchState>(index_, matcher_, request);
  }

  SearchableIndex index_;
  RequestMatcher matcher_;
  SpellingIndex spelling_;
  Speller speller_;
};

std::optional<DateInterval> LocalEngine::days_of(FilterKind kind) {
  std::optional<DayRange> span;
  const auto add = [&](DayRange days) {
    if (!days.known()) return;
    if (!span) span = days;
    span->first = std::min(span->first, days.first);
    span->last = std::max(span->last, days.last);
  };
  const auto& snapshot = index_.snapshot;
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

}  // namespace

std::unique_ptr<SearchEngine> make_local_engine(Snapshot snapshot) {
  return std::make_unique<LocalEngine>(std::move(snapshot));
}

}  // namespace dateline
