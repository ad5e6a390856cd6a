// Answers questions from an index.
#pragma once

#include <atomic>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "index/document_kind.h"
#include "searcher/answer.h"
#include "searcher/matches.h"
#include "searcher/query/request.h"

namespace dateline {

class SearchEngine;
class Snapshot;
struct Explanation;
struct Respelling;

/// An index, open for searching as it stood when it was opened, or another engine that holds the
/// same (engine.h). Remembers nothing of what it was asked. For one thread; several may have one
/// each.
class Searcher {
 public:
  /// @throws IndexError (missing): none there, damaged, of another schema or analyzer.
  explicit Searcher(const std::filesystem::path& index);
  /// An index, or a part of one, that is open already. @throws IndexError (missing).
  explicit Searcher(Snapshot snapshot);
  explicit Searcher(std::unique_ptr<SearchEngine> engine);
  ~Searcher();
  Searcher(Searcher&&) noexcept;
  Searcher& operator=(Searcher&&) noexcept;

  /// Whether the index is on this machine.
  [[nodiscard]] bool is_local() const noexcept;
  /// Where it is, for people: its folder, or an address.
  [[nodiscard]] std::string place() const;
  /// Names the state that is searched: other states of an index, and other indexes, have other names.
  [[nodiscard]] std::string state_name() const;
  /// The folder of the index, as it was given. Requires is_local().
  [[nodiscard]] const std::filesystem::path& directory() const noexcept;
  /// The index as it was opened. Valid as long as this object. Requires is_local().
  [[nodiscard]] const Snapshot& snapshot() const noexcept;

  /// From now on searches look at `flag` between their steps, and are @throws SearchStopped when
  /// another thread has set it. It must outlive them; nullptr: nothing stops them.
  void stop_when(const std::atomic<bool>* flag) noexcept;

  /// The language of its texts, BCP 47.
  [[nodiscard]] const std::string& language() const noexcept;

  /// Answers. When words that stand side by side are not all found together, the commonest are given
  /// up, names last, and a notice says which.
  /// Without words, and for other orders than relevance, nothing is ranked: newest first.
  /// @throws IndexError (missing) when the index is damaged.
  [[nodiscard]] SearchResult search(const SearchRequest& request) const;

  /// What a request matches: what search() counts and orders. It must not outlive the searcher.
  /// @throws as search().
  [[nodiscard]] Matches match(const SearchRequest& request) const;

  /// Other spellings of the words of a query, as the documents of a kind have them (speller.h).
  /// @throws as search().
  [[nodiscard]] Respelling respell(const QueryNode& query, DocumentKind kind) const;

  /// From the first to the last day that the events in force speak of (FilterKind::date), or that
  /// the articles in force were published on (FilterKind::published); nullopt where none is known.
  /// Linear in the events or articles.
  [[nodiscard]] std::optional<DateInterval> days_of(FilterKind kind) const;

  /// Whether an id is that of an article or of an event in force. @throws as search().
  [[nodiscard]] std::optional<DocumentKind> kind_of(std::string_view id) const;
  /// Why the article or event of this id matches a request or not, and ranks where it does; its
  /// kind is taken for the request's, and a model for likeness (`similar_to`) is disregarded. Its
  /// score is the one that search() gives. Ranks all that match.
  /// @return nullopt when nothing in force has the id. @throws as search().
  [[nodiscard]] std::optional<Explanation> explain(const SearchRequest& request,
                                                   std::string_view id) const;

 private:
  std::unique_ptr<SearchEngine> engine_;
};

}  // namespace dateline
