// What answers searches: an index on this machine (local_engine.h), or a cluster.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "index/document_kind.h"
#include "language/date_interval.h"
#include "searcher/answer.h"
#include "searcher/explain/explanation.h"
#include "searcher/hit/proof.h"
#include "searcher/query/count_form.h"
#include "searcher/query/facet.h"
#include "searcher/query/query.h"
#include "searcher/query/request.h"
#include "searcher/spell/respelling.h"

namespace dateline {

class Snapshot;

/// What matches one request, in its engine. Functions are those of Matches (matches.h). All @throw
/// IndexError (missing) when the engine fails.
class MatchReader {
 public:
  MatchReader() = default;
  MatchReader(MatchReader&&) = delete;
  virtual ~MatchReader() = default;

  [[nodiscard]] virtual std::uint64_t total() const noexcept = 0;
  [[nodiscard]] virtual const std::vector<std::string>& notices() const noexcept = 0;
  /// As the request wants it.
  [[nodiscard]] virtual FacetCounts count(Facet facet) const = 0;
  [[nodiscard]] virtual FacetCounts count(Facet facet, const CountForm& how) const = 0;
  [[nodiscard]] virtual SearchResult summary() const = 0;
  [[nodiscard]] virtual std::size_t hit_count() const = 0;
  [[nodiscard]] virtual std::vector<Hit> hits(std::size_t first, std::size_t count) const = 0;
  [[nodiscard]] virtual std::vector<Proof> prove(Facet facet, const QueryNode& value) const = 0;
};

/// Functions are those of Searcher (searcher.h), for one thread.
class SearchEngine {
 public:
  SearchEngine() = default;
  SearchEngine(SearchEngine&&) = delete;
  virtual ~SearchEngine() = default;

  [[nodiscard]] virtual const std::string& language() const noexcept = 0;
  /// Names the state of what is searched; other states have other names.
  [[nodiscard]] virtual std::string state_name() const = 0;
  /// Where it is, for people: a folder, an address.
  [[nodiscard]] virtual std::string place() const = 0;
  virtual void stop_when(const std::atomic<bool>* flag) noexcept = 0;
  [[nodiscard]] virtual std::unique_ptr<MatchReader> match(const SearchRequest& request) = 0;
  [[nodiscard]] virtual Respelling respell(const QueryNode& query, DocumentKind kind) = 0;
  [[nodiscard]] virtual std::optional<DateInterval> days_of(FilterKind kind) = 0;
  [[nodiscard]] virtual std::optional<DocumentKind> kind_of(std::string_view id) = 0;
  [[nodiscard]] virtual std::optional<Explanation> explain(const SearchRequest& request,
                                                           std::string_view id) = 0;
  /// The index on this machine; nullptr: it is elsewhere.
  [[nodiscard]] virtual const Snapshot* snapshot() const noexcept { return nullptr; }
};

}  // namespace dateline
