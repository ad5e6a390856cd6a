// What is wrong with a request, as an answer.
#pragma once

#include <cstddef>
#include <exception>
#include <optional>
#include <string>

#include "language/span.h"
#include "server/http/message.h"

namespace dateline {

/// A request that is not answered, and why.
struct RequestProblem {
  unsigned status = 400;
  std::string detail;          ///< one line: what, where, what to do
  std::string parameter;       ///< whose value it is; empty: none's
  std::optional<Span> span;    ///< bytes of that value: the piece that is meant
  std::string suggestion;      ///< what to write instead; empty: nothing in particular
  std::string instead;         ///< just that, in place of the span's bytes; empty: not known
  unsigned retry_seconds = 0;  ///< when it is worth coming again; 0: unknown
};

/// A request that is not answered.
class ProblemError : public Error {
 public:
  explicit ProblemError(RequestProblem problem)
      : Error(problem.detail), problem_(std::move(problem)) {}
  [[nodiscard]] const RequestProblem& problem() const noexcept { return problem_; }

 private:
  RequestProblem problem_;
};

/// The problem behind an exception. Faults of the server are described only in general terms.
[[nodiscard]] RequestProblem problem_of(const std::exception_ptr& thrown) noexcept;

/// `application/problem+json` (RFC 9457): type, title, status, detail, and where known parameter,
/// span and suggestion.
[[nodiscard]] HttpResponse problem_response(const RequestProblem& problem);

}  // namespace dateline
