// What is asked of the searcher, and what it answers.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "index/bitmap.h"
#include "index/pages.h"
#include "index/rows.h"
#include "index/snapshot.h"
#include "language/country_code.h"
#include "language/date_interval.h"
#include "language/span.h"
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
  std::vector<Selection> selections;
  /// The id of an article or event: what is like it, itself left out, ranked by its words, whatever
  /// the query's are (likeness.h). Unknown ids are like nothing.
  std::string similar_to;
  bool any_word = false;  ///< words side by side: any of them, not all
  bool loosens = true;    ///< when nothing has all the words, any of them will do
  bool expand = false;    ///< rank with the words of the first hits, too (feedback.h)
  bool fold = false;      ///< events: hits that tell the same are one (fold.h)
  SortOrder sort = SortOrder::relevance;
  std::uint32_t limit = 10;       ///< hits wanted
  std::uint32_t offset = 0;       ///< hits passed over
  std::vector<Facet> facets;      ///< facets wanted
  std::string facet_match;        ///< only values with this in them, folded; empty: all
  std::uint32_t facet_limit = 0;  ///< values wanted of a facet, but for buckets; 0: all
  Bucket date_bucket = Bucket::quarter;
};

/// A value of a facet, and how many hits have it.
struct FacetValue {
  std::string value;  ///< "RU", "2001-02", "Yu Bin", "chronology"
  std::string label;  ///< "Russia"; often the value itself
  std::uint64_t count = 0;
  bool selected = false;
  std::string parent;  ///< regions: the value above it; empty at the top

  friend bool operator==(const FacetValue&, const FacetValue&) = default;
};

/// The counts of one facet. Exact: over all hits, not only those shown.
struct FacetCounts {
  Facet facet = Facet::country;
  std::vector<FacetValue>
      values;  ///< buckets in order of time; others most frequent first, then by value; then those
               ///< selected that are not among them
  std::uint64_t total = 0;      ///< documents counted over (without the facet's own selection)
  std::uint64_t different = 0;  ///< how many values there are, shown or not
  std::uint64_t none = 0;       ///< of them, those without any value: the "undated" bucket
  std::uint64_t coarser = 0;    ///< of them, those with a date coarser than a bucket

  friend bool operator==(const FacetCounts&, const FacetCounts&) = default;
};

/// A part of a text that shows why a hit matched. UTF-8, white space runs as single spaces, no
/// control characters.
struct Snippet {
  std::string text;
  std::vector<Span> highlights;  ///< the matching words, bytes in `text`, in order
  Span source;                   ///< what was taken, bytes in the article's text
  bool cut_before = false;       ///< more of the block stands before it
  bool cut_after = false;
  PageRange pages;  ///< of `source`, in a hit; unknown where the text has none
};

/// A date as it shows beside a hit.
struct HitDate {
  DateInterval days;
  Precision precision = Precision::day;
  bool approximate = false;
  std::string written;  ///< as in the text; empty for a log's entry
};

/// Another event that tells the same as a hit.
struct Retelling {
  std::string id;
  std::string title;  ///< its article's
  DateInterval days;
};

/// One match.
struct Hit {
  DocumentKind kind = DocumentKind::article;
  Location location;
  std::string id;
  std::string article_id;
  std::string title;  ///< the article's
  std::vector<std::string> authors;
  std::optional<DateInterval> published;
  std::string section;          ///< events: the heading above it
  PageRange pages;              ///< events: of all its text; unknown where the text has none
  std::optional<HitDate> date;  ///< events
  EventOrigin origin = EventOrigin::chronology;
  std::vector<CountryCode> countries;  ///< articles: most mentioned first, at most six; events: all
  std::vector<std::string> organizations;  ///< events: short names
  std::string text;                        ///< events: all of it, white space folded
  Snippet snippet;
  std::vector<Retelling> same;  ///< folded into it, in the order of the hits
  double score = 0;             ///< BM25, times date_boost; 0 when nothing was ranked
  double date_boost =
      1;  ///< at most 1 + kDateBoost (ranker.h): how well its days fit those asked for
};

/// The documents that a request matches.
struct MatchSet {
  DocumentKind kind = DocumentKind::article;
  std::vector<Bitmap> sets;  ///< one a segment of the snapshot
  std::uint64_t total = 0;
  std::vector<std::string> notices;  ///< as those of a SearchResult
};

/// Another query that was perhaps meant.
struct Suggestion {
  enum class Kind : std::uint8_t {
    date,     ///< words of it are a date
    spelling  ///< words of it are spelled otherwise in the index
  };
  Kind kind = Kind::date;
  std::string label;  ///< what differs, for people: "February 2001", "nezavisimaya"
  std::string query;  ///< all of it, in the query language
};

/// The answer.
struct SearchResult {
  DocumentKind kind = DocumentKind::article;
  std::uint64_t total = 0;                 ///< all hits, exactly
  std::optional<std::uint64_t> different;  ///< when folded: how many hits that makes
  std::vector<Hit> hits;                   ///< those from `offset` on, at most `limit`
  std::vector<FacetCounts> facets;         ///< in the order asked for
  std::vector<std::string> notices;        ///< what a user should know: the query was loosened
  std::vector<Suggestion> suggestions;     ///< other queries; from Understanding alone
};

/// "article" or "articles", "event" or "events".
[[nodiscard]] std::string_view unit_name(DocumentKind kind, std::uint64_t count) noexcept;

}  // namespace dateline
