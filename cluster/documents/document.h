// An article and an event as other engines get them: free of segments and of any engine.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "index/article_meta.h"
#include "index/event_origin.h"
#include "index/rows.h"
#include "language/country_code.h"
#include "language/span.h"

namespace dateline {

/// The buckets that days touch, by width (Bucket), each once and in the order of time.
struct DocumentBuckets {
  std::array<std::vector<std::string>, 5> names;
  std::array<bool, 5> is_coarser{};  ///< a date is coarser, or touches too many
};

/// What an article has, and its events inherit.
struct InheritedFields {
  ArticleMeta meta;
  DayRange published;
  DocumentBuckets published_buckets;
  std::vector<CountryCode> about;
  std::string subject_pair;                ///< "CN-RU"; empty: none
  std::string title_tokens;                ///< joined by blanks
  std::vector<std::string> author_tokens;  ///< of each author with a word
};

/// What articles and events have of their own. Sorted as the index has them, each value once.
struct OwnFields {
  DocumentBuckets buckets;
  std::vector<CountryCode> countries;
  std::vector<CountryCode> named;
  std::vector<std::string_view> regions;  ///< ids, of static lifetime
  std::vector<std::string> pairs;         ///< "CN-RU", without those of a state and its predecessor
  std::vector<std::string> all_pairs;     ///< with them
  std::vector<std::string> organizations;
  std::vector<std::string> persons;
  std::vector<std::string> sources;      ///< as they are written
  std::vector<std::string> source_keys;  ///< comparable_source() of them
  std::vector<std::string> heading_tokens;
  std::vector<std::string> words;  ///< folded and not stemmed
  std::uint32_t length = 0;        ///< the sum of its words' weights
};

/// A mention, with names for numbers.
struct DocumentMention {
  MentionKind kind = MentionKind::date;
  Span span;  ///< empty: of a title that only the metadata has
  DayRange days;
  Precision precision = Precision::day;
  bool approximate = false;
  CountryCode country;    ///< persons: for which they act; CountryCode{}: none
  std::string_view name;  ///< organizations, persons
  Span proof;             ///< persons: the words that tell the office
  std::string_view rule;
};

/// An article. Views live as long as the snapshot that it was read from.
struct ArticleDocument {
  InheritedFields inherited;
  OwnFields own;
  std::vector<EventOrigin> origins;             ///< of its events
  std::array<std::vector<DayRange>, 9> days;    ///< all that it speaks of, by Precision
  std::vector<std::string> body_tokens;         ///< of each block that is neither title nor heading
  std::vector<std::string> title_block_tokens;  ///< where they are not the title's
  std::string rank_tokens;                      ///< each word as often as it weighs
  std::string_view text;
  std::vector<BlockRow> blocks;
  std::vector<DocumentMention> mentions;
  std::vector<std::uint32_t> page_starts;
  std::string fingerprint;     ///< article_fingerprint()
  std::string_view extractor;  ///< the rules and names that found what is in it
};

/// An event. Views live as long as the snapshot that it was read from.
struct EventDocument {
  std::string id;
  std::uint32_t ordinal = 0;                   ///< which of its article's events, from 0
  const InheritedFields* inherited = nullptr;  ///< until its reader reads another article
  OwnFields own;
  EventOrigin origin = EventOrigin::chronology;
  Precision precision = Precision::day;
  bool approximate = false;
  DayRange days;
  std::vector<CountryCode> acting;
  std::vector<std::string> offices;  ///< "name|words|CC", a value each mention of a person
  std::string tokens;                ///< joined by blanks
  std::string section;               ///< the heading above it, as it is shown
  std::string date_text;             ///< its date as it is written
  Span date_span;                    ///< that, in the article's text; empty: nothing there is it
  std::string_view text;             ///< its span of the article's text
  Span span;
  std::uint32_t block = 0;
};

}  // namespace dateline
