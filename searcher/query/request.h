// What is asked of the searcher.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "index/document_kind.h"
#include "searcher/query/bucket.h"
#include "searcher/query/facet.h"
#include "searcher/query/query.h"

namespace dateline {

enum class SortOrder : std::uint8_t {
  relevance,
  date,  ///< events by their first day, articles as by `published`; newest first, the undated last
  published,  ///< newest first, the unpublished last
};
/// Their names, in order.
inline constexpr std::array<std::string_view, 3> kSortNames{"relevance", "date", "published"};

/// A condition that was set beside the query, and counts as a selection in its facet: the facet's
/// own counts leave it out. Several selections of one facet must all hold; alternatives belong into
/// one node.
struct Selection {
  Facet facet = Facet::country;
  QueryNode condition;
};

/// One question. The same object feeds hits, counts and facets, so that they always agree.
struct SearchRequest {
  DocumentKind kind = DocumentKind::article;
  std::optional<QueryNode> query;  ///< nullopt: everything
  /// The same with phrases for words that were given together, as one argument of a command line.
  /// It holds where it is found, unless the words have other names, which a phrase would miss.
  std::optional<QueryNode> with_phrases;
  std::vector<Selection> selections;
  /// The id of an article or event: what is like it, itself left out, ranked by its words, whatever
  /// the query's are (likeness.h). Unknown ids are like nothing.
  std::string similar_to;
  bool any_word = false;  ///< words side by side: any of them, not all
  bool loosens = true;    ///< when nothing has all the words, some of them are given up
  /// Filters of the query were read among its words, two countries or persons among them: they stay
  /// as names do, and every other word may be given up.
  bool has_read_names = false;
  bool expand = false;  ///< rank with the words of the first hits, too (feedback.h)
  bool fold = false;    ///< events: hits that tell the same are one (fold.h)
  SortOrder sort = SortOrder::relevance;
  std::uint32_t limit = 10;       ///< hits wanted
  std::uint32_t offset = 0;       ///< hits passed over
  std::vector<Facet> facets;      ///< facets wanted
  std::string facet_match;        ///< only values with this in them, folded; empty: all
  std::uint32_t facet_limit = 0;  ///< values wanted of a facet, 0: all; buckets are never cut
  Bucket date_bucket = Bucket::quarter;
  bool fits_bucket = false;  ///< `date_bucket` does not count: the span of what matches chooses
};

/// Whether a facet is counted beside hits of this kind when a request names none.
[[nodiscard]] constexpr bool is_usual(Facet facet, DocumentKind kind) noexcept {
  const auto use = facet_row(facet).use;
  return use == FacetUse::usual || (use == FacetUse::of_events && kind == DocumentKind::event);
}

/// "article" or "articles", "event" or "events".
[[nodiscard]] std::string_view unit_name(DocumentKind kind, std::uint64_t count) noexcept;

}  // namespace dateline
