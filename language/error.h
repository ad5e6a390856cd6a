// The root of every exception that Dateline throws on purpose.
#pragma once

#include <stdexcept>

namespace dateline {

/// Something the caller asked for cannot be done. The message is one line for a user: what, where,
/// what to do. Each folder derives its own leaf (CorpusError, IndexError, QueryError); catch this
/// one at the top.
class Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace dateline
