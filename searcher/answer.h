// What the searcher answers.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "index/document_kind.h"
#include "index/event_origin.h"
#include "index/pages.h"
#include "language/country_code.h"
#include "language/date_interval.h"
#include "language/span.h"
#include "searcher/query/facet.h"

namespace dateline {

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

/// A person through whom a country acts in an event.
struct ActingPerson {
  CountryCode country;
  std::string name;  ///< by which the index knows the person
};

/// One match.
struct Hit {
  DocumentKind kind = DocumentKind::article;
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
  std::vector<std::string> sources;        ///< entries of logs: their credits
  std::vector<CountryCode> acting;         ///< events: of the countries, those not named
  std::vector<ActingPerson> acts;          ///< events: through whom these act, in order of the text
  std::vector<std::string> persons;        ///< events
  std::string text;                        ///< events: all of it, white space folded
  Snippet snippet;
  std::vector<Retelling> same;  ///< folded into it, in the order of the hits
  double score = 0;             ///< BM25, times date_boost; 0 when nothing was ranked
  double date_boost =
      1;  ///< at most 1 + kDateBoost (ranker.h): how well its days fit those asked for
};

/// Another query that was perhaps meant.
struct Suggestion {
  enum class Kind : std::uint8_t {
    date,      ///< words of it are a date
    pair,      ///< words of it are two countries, and perhaps persons and a date
    person,    ///< words of it are persons, and perhaps a date
    relation,  ///< chronologies about the pair that it asks for tell more of it
    country,   ///< words of it are a country's name in another language than English
    spelling   ///< words of it are spelled otherwise in the index
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
  bool is_loosened = false;                ///< some of the words were given up; a notice says which
  std::vector<std::string> given_up;       ///< these, as typed, where words stood side by side
  std::vector<std::string> notices;        ///< what a user should know: the query was loosened
  std::vector<Suggestion> suggestions;     ///< other queries; from Understanding alone
};

}  // namespace dateline
