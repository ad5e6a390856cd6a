// Posting lists of a segment, each read once a request.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "index/article_terms.h"
#include "index/snapshot.h"

namespace dateline {

/// The documents that have a term, by ordinal, ascending, and how often each has it.
struct PostingList {
  std::vector<std::uint32_t> documents;
  std::vector<std::uint32_t> frequencies;  ///< wdf, parallel to `documents`
  std::uint64_t total = 0;                 ///< their sum
};

/// Reads the posting lists of one segment. Matching and ranking ask for the same lists: what was
/// read is kept until forget(), up to kMaxKept postings. For one thread.
class PostingLists {
 public:
  /// `segment` must outlive it. @throws IndexError (missing).
  explicit PostingLists(const Segment& segment);

  /// The list of a term; empty when no document has it. Valid until the next call.
  /// @throws IndexError for a damaged database. Cost, the first time: 2 ns a posting of events,
  /// 10 to 20 of articles.
  [[nodiscard]] const PostingList& get(const std::string& term, DocumentKind kind);
  /// In how many documents a term stands, removed ones included. Does not read the list.
  [[nodiscard]] std::uint32_t document_frequency(const std::string& term, DocumentKind kind) const;
  /// The sum of the lengths of all documents, removed ones included. Cost, the first time for
  /// events: 1 ns each.
  [[nodiscard]] std::uint64_t total_length(DocumentKind kind);
  /// The terms of articles from `first` to `last`, both included, that begin with `prefix`; in
  /// order of their bytes. `first` must begin with it. @throws IndexError for a damaged
  /// database.
  [[nodiscard]] std::vector<std::string> article_terms(std::string_view prefix,
                                                       const std::string& first,
                                                       std::string_view last) const;
  /// Lets go of what was read.
  void forget();

  /// 64 MB of postings.
  static constexpr std::size_t kMaxKept = std::size_t{8} << 20;

 private:
  using Lists = std::unordered_map<std::string, PostingList>;

  [[nodiscard]] PostingList read_articles(const std::string& term) const;
  [[nodiscard]] PostingList read_events(const std::string& term) const;

  const Segment& segment_;
  ArticleTerms articles_;
  Lists of_articles_;
  Lists of_events_;
  std::size_t kept_ = 0;
  std::optional<std::uint64_t> events_length_;  // once it was asked for
  PostingList passing_;                         // one that was not kept
};

/// The lists of each segment. @throws IndexError (missing).
[[nodiscard]] std::vector<PostingLists> open_lists(const Snapshot& snapshot);

}  // namespace dateline
