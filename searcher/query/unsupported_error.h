// What one engine answers, and another does not.
#pragma once

#include "language/error.h"

namespace dateline {

/// A request that this engine does not answer. The message says what it is, and what to do instead:
/// the fault is the request's.
class UnsupportedError : public Error {
 public:
  using Error::Error;
};

}  // namespace dateline
