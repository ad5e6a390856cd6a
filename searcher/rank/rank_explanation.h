// Why a document has its score.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace dateline {

/// One part of a score, for people.
struct ScorePart {
  enum class Kind : std::uint8_t { word, prefix, variant, feedback, near, lead };
  Kind kind = Kind::word;
  std::string label;  ///< the word as typed; of a pair both; of `lead`, what an article begins with
  std::string stands_for;       ///< of a variant: what was typed
  std::uint32_t frequency = 0;  ///< how often the document has it
  double idf = 0;
  double burstiness = 1;
  double factor = 1;
  double score = 0;  ///< what it adds, before the date's boost
};

/// Why a document has its score: the sum of its parts, times the date's boost.
struct RankExplanation {
  std::vector<ScorePart> parts;  ///< in the order of the query, those of no weight too
  double sum = 0;
  double date_boost = 1;
  double score = 0;
  std::uint64_t rank = 0;    ///< among all that match, from 1
  std::uint32_t length = 0;  ///< of the document, in words as they count
  double average_length = 0;
};

}  // namespace dateline
