// What a request asks for, and which documents match it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "index/bitmap.h"
#include "index/snapshot.h"
#include "language/spellings/word_variants.h"
#include "language/words/analyzer.h"
#include "searcher/hit/snippet.h"
#include "searcher/match/condition.h"
#include "searcher/match/matcher.h"
#include "searcher/match/posting_lists.h"
#include "searcher/match/query_analyzer.h"
#include "searcher/match/stop_words.h"
#include "searcher/query/request.h"
#include "searcher/rank/likeness.h"

namespace dateline {

/// Understands a request and finds what matches it, in all segments. Holds one request at a time,
/// until the next match(). For one thread.
class RequestMatcher {
 public:
  /// A selection after analysis; without a condition when nothing of it was left.
  struct SelectedCondition {
    Facet facet;
    std::optional<Condition> condition;
  };
  /// The document that others are to be like, and the words it is known by.
  struct Model {
    DocumentRef document;
    std::vector<RankingWord> words;
  };

  /// All must outlive it. `lists`: of each segment of `snapshot`.
  RequestMatcher(const Snapshot& snapshot, std::vector<PostingLists>& lists, Analyzer& analyzer,
                 const StopWords& stop_words, const WordVariants& variants);
  RequestMatcher(RequestMatcher&&) = delete;

  /// When words that stand side by side are not all found together, any of them will do, unless the
  /// request says otherwise.
  /// @throws Xapian::Error for a damaged database.
  void match(const SearchRequest& request);

  [[nodiscard]] DocumentKind kind() const noexcept { return kind_; }
  /// The query; nullopt when it asks for nothing, or for what its model is like.
  [[nodiscard]] const std::optional<Condition>& condition() const noexcept { return condition_; }
  [[nodiscard]] const std::vector<SelectedCondition>& selections() const noexcept {
    return selections_;
  }
  [[nodiscard]] const std::optional<Model>& model() const noexcept { return model_; }
  /// What matches, one set a segment.
  [[nodiscard]] const std::vector<Bitmap>& matches() const noexcept { return matches_; }
  /// The same, without regard to the selections of one facet.
  [[nodiscard]] std::vector<Bitmap> matches_without(Facet facet) const { return selected(facet); }
  /// What a user should know.
  [[nodiscard]] const std::vector<std::string>& notices() const noexcept { return notices_; }
  /// Words of the query that are not searched for.
  [[nodiscard]] const std::vector<LeftOutWord>& left_out() const noexcept { return left_out_; }

  /// The days that the query and the selections ask for, by conditions of a kind.
  [[nodiscard]] std::vector<DayRange> asked_days(QueryNode::Kind kind) const;
  /// What a snippet of a match in this segment should show.
  [[nodiscard]] const SnippetTarget& target(std::size_t segment) const { return targets_[segment]; }
  /// Whether one condition holds for one document that is in force.
  [[nodiscard]] bool holds(const Condition& condition, Location location);

 private:
  [[nodiscard]] bool has_term(const std::string& term) const;
  void analyze(const SearchRequest& request);
  void find_model(const std::string& id);
  void loosen_query(const SearchRequest& request);
  void match_query();
  void match_selections();
  void match_model();
  [[nodiscard]] std::vector<Bitmap> selected(std::optional<Facet> without) const;
  void make_targets();

  const Snapshot& snapshot_;
  std::vector<PostingLists>& lists_;
  Analyzer& analyzer_;
  const StopWords& stop_words_;
  QueryAnalyzer query_analyzer_;
  std::vector<Matcher> matchers_;
  DocumentKind kind_ = DocumentKind::article;
  std::optional<Condition> condition_;
  std::vector<SelectedCondition> selections_;
  bool asks_for_model_ = false;
  std::optional<Model> model_;
  std::vector<LeftOutWord> left_out_;
  std::vector<std::string> notices_;
  std::vector<Bitmap> query_matches_;
  std::vector<std::vector<Bitmap>> selection_matches_;
  std::vector<Bitmap> matches_;
  std::vector<SnippetTarget> targets_;
};

/// How many documents are in all sets.
[[nodiscard]] std::uint64_t count_all(const std::vector<Bitmap>& sets) noexcept;

}  // namespace dateline
