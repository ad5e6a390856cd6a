// Makes events from an article's blocks and mentions.
#pragma once

#include <vector>

#include "corpus/article.h"
#include "indexer/annotate/indexed_article.h"

namespace dateline {

/// The events of one block, appended to `events`; `block` is its index in `article`. `mentions` are
/// the block's, in order of the text, with spans in the article's text.
///
/// - chronology entry: one event, dated by its head (the first date mention), of all the entry's
/// countries and organizations;
/// - log entry: one event, dated by the article's day;
/// - paragraph: each sentence with a date of decade precision or finer gives an event for each such
/// date. date_owner.h decides which of the sentence's countries belong to which of its dates; the
/// organizations belong to all.
///
/// Token ranges, hashes and occurrences are left to finish_events().
void add_events(const Article& article, std::uint32_t block, const std::vector<Mention>& mentions,
                std::vector<Event>& events);

/// Fills in what needs the whole article: token ranges, and the hashes that name the events.
void finish_events(IndexedArticle& article);

}  // namespace dateline
