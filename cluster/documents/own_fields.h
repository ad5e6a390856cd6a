// What documents have of their own, from the columns of a segment.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cluster/documents/document.h"
#include "index/segment.h"

namespace dateline {

/// Adds the buckets of a date. Requires days.known().
void add_buckets(DayRange days, Precision precision, DocumentBuckets& buckets);
/// Sorts them, and leaves each once.
void finish_buckets(DocumentBuckets& buckets);

/// "CN-RU": the codes in order.
[[nodiscard]] std::string pair_name(CountryCode a, CountryCode b);

/// All of an article but its words. @throws IndexError (missing) when it is damaged.
[[nodiscard]] OwnFields own_fields_of_article(const Segment& segment, std::uint32_t article);
/// All of an event but its words. @throws likewise.
[[nodiscard]] OwnFields own_fields_of_event(const Segment& segment, std::uint32_t event);

/// The offices of an event's persons: "name|words|CC" a mention, in the order of the text.
[[nodiscard]] std::vector<std::string> offices_of_event(const Segment& segment,
                                                        std::uint32_t event);
/// An article's mentions.
[[nodiscard]] std::vector<DocumentMention> mentions_of_article(const Segment& segment,
                                                               std::uint32_t article);

}  // namespace dateline
