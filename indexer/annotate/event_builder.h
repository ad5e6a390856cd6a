// Makes events from an article's blocks and mentions.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "corpus/article.h"
#include "indexer/annotate/indexed_article.h"

namespace dateline {

/// What a sentence may have. Each of its dates gives an event, and each event takes part in every
/// word, country and organization of the sentence. Of all dated sentences in the archives at hand
/// the longest has 1,534 bytes, and none has more than 19 dates.
inline constexpr std::size_t kMaxSentenceBytes = 8192;
inline constexpr std::size_t kMaxSentenceDates = 64;

/// What dates an entry of a chronology that does not begin with its date: the day above it.
struct EntryDate {
  DateValue value;
  Span span;  ///< where it is written, in the article's text
};

/// A block of which events are made. What it refers to must outlive it.
struct EventSource {
  const Article& article;
  std::uint32_t block;                   ///< index into the article's blocks
  const std::vector<Mention>& mentions;  ///< its own, in order of the text
  const std::vector<CountryCode>&
      subjects;  ///< the two countries that the article is about, or none
  std::optional<EntryDate> dated = std::nullopt;
};

/// The events of one block, appended to `events`.
///
/// - chronology entry: one event, dated by `dated`, or without it by its head (the first date
/// mention), of all the entry's countries and organizations;
/// - log entry: one event, dated by the article's day; its credits are its sources, and what they
/// name is no part of it;
/// - paragraph: each sentence with a date of decade precision or finer gives an event for each such
/// date. date_owner.h decides which of the sentence's countries belong to which of its dates; the
/// organizations belong to all.
///
/// Countries for which the persons of an entry or sentence act are the event's, too; and both of
/// `subjects`, the two countries that the article or its chronology is about (empty when they are
/// not two), where it tells of the two sides and names no other two.
///
/// A sentence with dates that is beyond one of the limits below gives no events: it is a list, a
/// table or an attack. So the work is linear in the text, whatever stands in it.
///
/// Token ranges, hashes and occurrences are left to finish_events().
/// @return how many sentences were beyond the limits.
[[nodiscard]] std::size_t add_events(const EventSource& source, std::vector<Event>& events);

/// Fills in what needs the whole article: token ranges, and the hashes that name the events.
void finish_events(IndexedArticle& article);

}  // namespace dateline
