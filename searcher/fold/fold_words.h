// Words that count in a way of their own when texts of events are compared.
#pragma once

#include <cstdint>
#include <vector>

#include "index/dictionary.h"
#include "index/segment.h"

namespace dateline {

/// A set of the classes of searcher/data/fold_words.tsv, one bit each.
using FoldClasses = std::uint8_t;
/// Terms that are not compared: stop words, whatever has a digit in it, single letters.
inline constexpr FoldClasses kFoldStop = 1;
/// Two texts tell of different happenings when just one has a term of such a class.
inline constexpr FoldClasses kFoldDenial = 2;
inline constexpr FoldClasses kFoldCancellation = 4;

/// The classes of each term of a segment. A term is of a class when a word of the table has this
/// term in the segment, be it stemmed or not. Linear in the dictionary.
[[nodiscard]] std::vector<FoldClasses> fold_classes(const Segment& segment);

}  // namespace dateline
