#include "cluster/search/cluster_engine.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <string>

#include "cluster/documents/mapping.h"
#include "cluster/search/cluster_matcher.h"
#include "cluster/search/cluster_matches.h"
#include "cluster/search/cluster_spelling.h"
#include "cluster/search/cluster_words.h"
#include "cluster/search/facet_counts.h"
#include "cluster/search/support.h"
#include "cluster/search/term_statistics.h"
#include "language/spellings/word_variants.h"
#include "language/words/analyzer.h"
#include "searcher/match/stop_words.h"
#include "searcher/request_reader.h"
#include "searcher/spell/speller.h"

namespace dateline {
namespace {

using nlohmann::json;

class ClusterEngine : public SearchEngine {
 public:
  ClusterEngine(ClusterView& view, CopiedArticles& copies)
      : view_(view),
        copies_(copies),
        analyzer_(view.state().language),
        stop_words_(view.state().language),
        words_(view, analyzer_),
        articles_(view, DocumentKind::article),
        events_(view, DocumentKind::event),
        spelling_(view, analyzer_, articles_, events_) {
    check_state(view.state(), view.address(), analyzer_.fingerprint());
  }

  const std::string& language() const noexcept override { return analyzer_.language(); }

  std::string state_name() const override {
    const auto& state = view_.state();
    return fmt::format("{}.{}.{}", state.note.copy_id.substr(0, 8), state.articles.number,
                       state.generation);
  }

  std::string place() const override { return view_.address().url(); }

  void stop_when(const std::atomic<bool>* flag) noexcept override { view_.stop_when(flag); }

  std::unique_ptr<MatchReader> match(const SearchRequest& request) override {
    ClusterMatcher matcher(view_, words_);
    RequestReader reader({analyzer_, stop_words_, variants_}, matcher);
    auto read = reader.read(request);
    return std::make_unique<ClusterMatches>(
        SearchableCluster{view_, analyzer_, words_, articles_, events_, copies_}, request,
        std::move(read));
  }

  Respelling respell(const QueryNode& query, DocumentKind kind) override {
    return Speller(spelling_, analyzer_, variants_).respell(query, kind);
  }

  std::optional<DateInterval> days_of(FilterKind kind) override {
    return cluster_days_of(view_, kind);
  }

  std::optional<DocumentKind> kind_of(std::string_view id) override {
    const auto has = [&](DocumentKind kind, std::string_view name) {
      return view_.count(kind, {{"term", {{name, id}}}}) > 0;
    };
    if (has(DocumentKind::article, field::kArticleId)) return DocumentKind::article;
    if (has(DocumentKind::event, field::kEventId)) return DocumentKind::event;
    return std::nullopt;
  }

  std::optional<Explanation> explain(const SearchRequest&, std::string_view) override {
    refuse(ClusterWish::explain);
  }

 private:
  ClusterView& view_;
  CopiedArticles& copies_;
  Analyzer analyzer_;
  StopWords stop_words_;
  WordVariants variants_;
  ClusterWords words_;
  TermStatistics articles_;
  TermStatistics events_;
  ClusterSpelling spelling_;
};

}  // namespace

std::unique_ptr<SearchEngine> make_cluster_engine(ClusterView& view, CopiedArticles& copies) {
  return std::make_unique<ClusterEngine>(view, copies);
}

}  // namespace dateline
