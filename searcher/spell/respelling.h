// Other spellings of a query.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "searcher/query/query.h"

namespace dateline {

/// A query in which every word that no document has is spelled otherwise.
struct RespelledQuery {
  QueryNode query;
  std::vector<std::string> instead;  ///< what replaces each of the unknown words
};

/// A query with other spellings; empty where nothing better is known.
struct Respelling {
  std::vector<RespelledQuery> roots;  ///< the nearest first; they differ in the first unknown word
  std::vector<std::string> unknown;   ///< the words that no document has, as typed
  std::optional<QueryNode> better;    ///< rare words, too, replaced by much commoner ones
  std::string better_label;           ///< what is put into it, for people
};

}  // namespace dateline
