// How much a word of the query adds to a document's score.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "index/snapshot.h"
#include "searcher/match/posting_lists.h"
#include "searcher/rank/ranking_query.h"

namespace dateline {

/// BM25's parameters. Source: Robertson and Zaragoza, "The Probabilistic Relevance Framework"
/// (2009), whose usual values these are.
inline constexpr double kBm25K1 = 1.2;
inline constexpr double kBm25B = 0.75;

/// A word's weight grows with this power of how often it stands, on average, in the documents that
/// have it: a word of which some text speaks comes again there, and one said in passing does not.
/// The average itself is the after-effect of Amati and van Rijsbergen's model InB2 ("Probabilistic
/// models of information retrieval based on measuring the divergence from randomness", 2002); a
/// smaller power does as well for questions, and no harm to the short queries of news
/// (docs/evaluation.md).
inline constexpr double kBurstiness = 0.4;

/// ln(1 + (N - n + ½) / (n + ½)), which is never negative. @param documents n, those with a term
/// @param all N
[[nodiscard]] double inverse_document_frequency(double documents, double all) noexcept;
/// The mean number of occurrences in the documents that have a word, to the power of kBurstiness;
/// 1 where none has it.
[[nodiscard]] double burstiness_of(double occurrences, double documents) noexcept;
/// BM25's saturation: tf (k1 + 1) / (tf + k1 (1 - b + b length / average)), below k1 + 1.
[[nodiscard]] double bm25_saturation(double frequency, double length,
                                     double average_length) noexcept;

/// A word that the score counts, with its weight.
struct WeighedWord {
  RankingWord word;
  double idf = 0;         ///< its inverse document frequency: ln(1 + (N - n + ½) / (n + ½))
  double burstiness = 1;  ///< as above, to the power of kBurstiness
  double weight = 0;      ///< the product of both and of the word's factor
};

/// Weighs words by the statistics of all segments together, removed documents included, and sums
/// scores from posting lists that are read whole. For one thread.
class Weighting {
 public:
  /// `lists`: of each segment of `snapshot`. Both must outlive it.
  Weighting(const Snapshot& snapshot, std::vector<PostingLists>& lists, DocumentKind kind);

  /// Reads the words' lists. @throws IndexError for a damaged database.
  [[nodiscard]] std::vector<WeighedWord> weigh(const std::vector<RankingWord>& words);
  /// ln(1 + (N - n + ½) / (n + ½)), which is never negative, of one term.
  [[nodiscard]] double inverse_document_frequency(const std::string& term) const;
  /// The share of all documents that have a term, 0 to 1.
  [[nodiscard]] double share_of_documents(const std::string& term) const;

  /// Adds what each word adds to the documents of a segment; `scores` has one for each.
  void add_scores(const std::vector<WeighedWord>& words, std::uint32_t segment,
                  std::vector<float>& scores);
  /// How often a document has a word (a name within longer ones does not count, as far as the
  /// terms' numbers tell), and what that adds to its score.
  [[nodiscard]] std::uint32_t frequency(const RankingWord& word, Location location);
  [[nodiscard]] double part(const WeighedWord& word, std::uint32_t frequency,
                            Location location) const;
  /// bm25_saturation() in a document.
  [[nodiscard]] double saturation(double frequency, Location location) const;
  [[nodiscard]] double average_length() const noexcept { return average_length_; }
  /// What it was made for.
  [[nodiscard]] const Snapshot& snapshot() const noexcept { return snapshot_; }
  [[nodiscard]] DocumentKind kind() const noexcept { return kind_; }

 private:
  [[nodiscard]] double document_frequency(const std::string& term) const;
  [[nodiscard]] double inverse_document_frequency(double documents) const;
  [[nodiscard]] std::vector<std::uint32_t> variant_frequencies(
      const RankingWord& word, std::uint32_t segment, const std::vector<std::uint32_t>& documents);
  void add_word(const WeighedWord& word, std::uint32_t segment, std::vector<float>& scores);

  const Snapshot& snapshot_;
  std::vector<PostingLists>& lists_;
  DocumentKind kind_;
  double documents_ = 0;
  double average_length_ = 1;
  std::vector<std::uint32_t> frequencies_;  // of a prefix or a variant: by document
};

}  // namespace dateline
