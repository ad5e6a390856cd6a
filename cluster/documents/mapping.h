// The fields of the documents that other engines get: one table, which docs/export.md explains.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "index/document_kind.h"

namespace dateline {

/// How a field is searched.
enum class FieldType : std::uint8_t {
  keyword,  ///< one value or more, taken as they are
  text,     ///< our own tokens, joined by blanks; a value each for what phrases do not cross
  flag,     ///< true or absent
  integer,  ///< 32 bits
  large,    ///< 64 bits
  range,    ///< `{"gte": …, "lte": …}` of day numbers, both ends included; one or more
  kept,     ///< comes back with the document, and is not searched
};

/// A field, and which documents have it.
struct DocumentField {
  std::string_view name;
  FieldType type;
  bool in_articles;
  bool in_events;
};

/// Their names. Where articles and events have the same field, an event's value is its own, unless
/// it says *article's*.
namespace field {
inline constexpr std::string_view kEventId = "eid";          ///< events
inline constexpr std::string_view kArticleId = "aid";        ///< article's
inline constexpr std::string_view kOrigin = "origin";        ///< articles: those of their events
inline constexpr std::string_view kPrecision = "precision";  ///< events: 0 (day) to 8 (century)
inline constexpr std::string_view kDays = "days";            ///< events; absent: undated
/// Articles: the days of precision N are in days_pN. All that an article speaks of.
inline constexpr std::array<std::string_view, 9> kDaysOf{"days_p0", "days_p1", "days_p2",
                                                         "days_p3", "days_p4", "days_p5",
                                                         "days_p6", "days_p7", "days_p8"};
/// The first day, for sorting, and the last; of articles, of all that they speak of.
inline constexpr std::string_view kFirst = "first";
inline constexpr std::string_view kLast = "last";
inline constexpr std::string_view kDated = "dated";  ///< articles: speak of a day at all
/// The buckets that the days touch, by width (Bucket): at most kMaxBucketsOfADate a date …
inline constexpr std::array<std::string_view, 5> kBuckets{"b_year", "b_quarter", "b_month",
                                                          "b_week", "b_day"};
/// … and whether a date is coarser than that.
inline constexpr std::array<std::string_view, 5> kCoarse{
    "coarse_year", "coarse_quarter", "coarse_month", "coarse_week", "coarse_day"};
inline constexpr std::string_view kPublished = "published";             ///< article's
inline constexpr std::string_view kPublishedFirst = "published_first";  ///< article's; for sorting
inline constexpr std::string_view kPublishedLast = "published_last";    ///< article's; for sorting
/// The same buckets of the article's publication.
inline constexpr std::array<std::string_view, 5> kPublishedBuckets{"p_year", "p_quarter", "p_month",
                                                                   "p_week", "p_day"};
inline constexpr std::array<std::string_view, 5> kPublishedCoarse{
    "p_coarse_year", "p_coarse_quarter", "p_coarse_month", "p_coarse_week", "p_coarse_day"};
inline constexpr std::string_view kCountries = "countries";  ///< alpha-2; named or acting
inline constexpr std::string_view kNamed = "named";          ///< of them, those that are named
inline constexpr std::string_view kActing = "acting";        ///< events: those that only act
inline constexpr std::string_view kRegions = "regions";      ///< ids, with those above them
/// "CN-RU", the codes in order; of events: of countries; of articles: of about. Those of a state
/// and its own predecessor are left out …
inline constexpr std::string_view kPairs = "pairs";
/// … and here are they in.
inline constexpr std::string_view kAllPairs = "pairs_all";
inline constexpr std::string_view kAbout = "about";                  ///< article's; alpha-2
inline constexpr std::string_view kSubjectPair = "subject_pair";     ///< article's: "CN-RU"
inline constexpr std::string_view kOrganizations = "organizations";  ///< short names
inline constexpr std::string_view kPersons = "persons";
/// Events: "name|words of the office|CC" of each mention of a person; each part but the name may be
/// empty.
inline constexpr std::string_view kOffices = "offices";
inline constexpr std::string_view kSources = "sources";         ///< as written
inline constexpr std::string_view kSourceKeys = "source_keys";  ///< by comparable_source()
inline constexpr std::string_view kAuthors = "authors";         ///< article's
inline constexpr std::string_view kLanguage = "language";       ///< article's
inline constexpr std::string_view kHash = "hash";               ///< article's; of its content
/// Articles: what tells versions of its documents apart (fingerprint.h).
inline constexpr std::string_view kFingerprint = "fingerprint";
inline constexpr std::string_view kExtractor =
    "extractor";  ///< articles: the rules and names that found what is in it
inline constexpr std::string_view kLength = "length";  ///< the sum of its words' weights
/// Events: where in the article's text their date stands, or else their text, in bytes.
inline constexpr std::string_view kAt = "at";
inline constexpr std::string_view kOrdinal = "ordinal";  ///< events: which of its article's, from 0
inline constexpr std::string_view kPlace = "place";  ///< of the order of adding, as far as known
inline constexpr std::string_view kToken = "tok";    ///< events: their own tokens
inline constexpr std::string_view kTitleToken = "tok_title";  ///< article's title
/// Articles: of each heading; events: of the heading above them.
inline constexpr std::string_view kHeadingToken = "tok_heading";
/// Articles: a value for each block that is neither title nor heading …
inline constexpr std::string_view kBodyToken = "tok_body";
/// … and for the title as the text has it, where its tokens are others than the title's.
inline constexpr std::string_view kTitleBlockToken = "tok_title_block";
/// Articles, for scoring alone: words of the title kTitleWeight times, of headings kHeadingWeight
/// times, of the text once. Their order means nothing.
inline constexpr std::string_view kRankToken = "tok_rank";
inline constexpr std::string_view kAuthorToken = "tok_author";  ///< article's; a value each
/// Folded and not stemmed, each once: what prefixes are looked up in.
inline constexpr std::string_view kWords = "words";
inline constexpr std::string_view kAdded = "added";  ///< the generation that adds it
inline constexpr std::string_view kRemoved =
    "removed";                                       ///< the one that takes it out; absent: none
inline constexpr std::string_view kText = "text";    ///< UTF-8; of events their own span of it
inline constexpr std::string_view kTitle = "title";  ///< article's
inline constexpr std::string_view kSection = "section";     ///< events: the heading above, as shown
inline constexpr std::string_view kDateText = "date_text";  ///< events: their date as written
/// Events: `[begin, end]` of their date in bytes of the article's text; absent: nothing there is it.
inline constexpr std::string_view kDateSpan = "date_span";
inline constexpr std::string_view kApproximate = "approximate";  ///< events: whether the date is
/// Events: `[begin, end]` in bytes of the article's text; articles: their blocks.
inline constexpr std::string_view kSpans = "spans";
inline constexpr std::string_view kBlock =
    "block";  ///< events: which block of their article, from 0
inline constexpr std::string_view kMentions = "mentions";  ///< articles
inline constexpr std::string_view kPages = "pages";  ///< articles: where in the text each begins
inline constexpr std::string_view kMeta = "meta";    ///< articles: what to_json(ArticleMeta) gives
}  // namespace field

/// All fields, in the order in which documents have them.
[[nodiscard]] std::span<const DocumentField> document_fields() noexcept;

/// What an index of documents is called behind its user's name: "articles", "events".
[[nodiscard]] std::string_view index_suffix(DocumentKind kind) noexcept;

/// Raised whenever the table above changes: documents of another are refused.
inline constexpr int kDocumentSchema = 3;

/// How an index is laid out, and what its documents were made by.
struct MappingChoices {
  std::string analyzer;  ///< Analyzer::fingerprint()
  std::string language;
  unsigned shards = 3;
  unsigned replicas = 1;
};

/// The body of the request that creates an index: settings and mappings, `dynamic: strict`, with
/// `_meta` {schema, analyzer, language, kind}. One line of JSON; the same bytes for the same choices.
[[nodiscard]] std::string mapping_json(DocumentKind kind, const MappingChoices& choices);

/// The filter of an alias by which readers see one generation whole: `added` at most it, and
/// `removed` absent or behind it.
[[nodiscard]] std::string alias_filter_json(std::uint64_t generation);

/// The number of a day: 1 is 0001-01-01. @param day since 1970-01-01, as in DayRange.
[[nodiscard]] constexpr std::int32_t day_number(std::int32_t day) noexcept {
  constexpr std::int32_t kOf1970 = 719'163;
  return day + kOf1970;
}
/// The reverse.
[[nodiscard]] constexpr std::int32_t day_of_number(std::int32_t number) noexcept {
  return number - day_number(0);
}

}  // namespace dateline
