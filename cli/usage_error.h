// Something wrong with what the user typed.
#pragma once

#include <string>
#include <string_view>

#include "language/error.h"
#include "searcher/query/query.h"

namespace dateline {

/// The command line, or a query on it, cannot be understood: exit code 2. The message may have
/// several lines.
class UsageError : public Error {
 public:
  using Error::Error;
};

/// The error of a query with the piece that is meant underlined; long queries are cut around it.
[[nodiscard]] UsageError with_caret(const QueryError& error, std::string_view query);

}  // namespace dateline
