// An article with everything that was found in it, ready to be written into a segment.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "index/article_meta.h"
#include "index/rows.h"
#include "language/country_code.h"
#include "language/date_interval.h"
#include "language/mention.h"
#include "language/span.h"

namespace dateline {

/// A mention, with the rule's name still spelt out. A place that means two countries gives two.
struct Mention {
  MentionKind kind = MentionKind::date;
  Span span;                 ///< in the article's text
  DateValue date;            ///< dates
  CountryCode country;       ///< countries; persons: for which they act, or CountryCode{}
  std::string organization;  ///< organizations: the short name; persons: for which they act
  std::string rule;
  /// Dates without a year of their own: whence they have it. Shown by annotate, not kept in the
  /// index.
  YearOrigin year_from = YearOrigin::none;
  Span year_words = {};     ///< the words that gave it, in the article's text
  std::string person = {};  ///< persons: by which name the index knows them
  Span proof = {};          ///< persons: the words that tell the office; empty: the table does

  /// Whether it is a person who acts for a country.
  [[nodiscard]] bool acts_for_country() const noexcept {
    return kind == MentionKind::person && country != CountryCode{};
  }
};

/// Something that happened, as the article relates it: a chronology entry, a dated sentence, an
/// entry of a log.
struct Event {
  EventOrigin origin = EventOrigin::chronology;
  Span span;       ///< the entry or sentence
  Span date_span;  ///< the date as written; empty when the article's day dates it
  DateValue date;
  std::vector<CountryCode> countries;      ///< named or acting; sorted, each once
  std::vector<CountryCode> acting;         ///< those of them that only act, through persons
  std::vector<std::string> persons;        ///< sorted, each once
  std::vector<std::string> organizations;  ///< sorted, each once
  std::vector<std::string> sources;        ///< of a log's entry: its credits, in order, each once
  std::uint32_t block = 0;                 ///< index into the article's blocks
  std::uint32_t hash = 0;  ///< of its date as written and its text: names it within the article
  std::uint16_t occurrence =
      0;  ///< 0, or 1, 2, … where an earlier event of the article has the same hash
  std::uint32_t first_token = 0;  ///< index into the article's tokens
  std::uint32_t token_count = 0;
};

/// A token whose term is a number: an index into the article's vocabulary.
struct ArticleToken {
  std::uint32_t term = 0;
  Span span;
};

/// Everything that a segment keeps of an article. Owns all that it refers to, and so may pass
/// between threads.
struct IndexedArticle {
  ArticleMeta meta;
  std::string extractor;  ///< what found its mentions: Extractor::version()
  std::string text;
  std::vector<std::uint32_t> page_starts;  ///< as in Article
  std::vector<BlockRow> blocks;
  std::vector<Mention> mentions;   ///< in order of the text
  std::vector<Event> events;       ///< in order of the text
  std::vector<CountryCode> about;  ///< its focus (focus.h), sorted
  /// The two countries that its title or its chronology is about, sorted; empty when these are not
  /// two.
  std::vector<CountryCode> subjects;
  std::vector<std::string> vocabulary;
  /// Its different words, folded and not stemmed, each with its term (an index into the
  /// vocabulary).
  std::vector<std::pair<std::string, std::uint32_t>> words;
  std::vector<ArticleToken> tokens;         ///< of all blocks, in order of the text
  std::vector<std::string> limits_met;      ///< what was left out of it and why, for the user
  std::vector<std::uint32_t> title_terms;   ///< the title's words, as indices into the vocabulary
  std::vector<std::uint32_t> author_terms;  ///< the authors' names' words
};

}  // namespace dateline
