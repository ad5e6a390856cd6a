// Reads what a request asks for: its path and parameters.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "language/error.h"

namespace dateline {

/// A request that cannot be served as it is, and the status that says so.
class HttpError : public Error {
 public:
  HttpError(unsigned status, const std::string& message) : Error(message), status_(status) {}
  [[nodiscard]] unsigned status() const noexcept { return status_; }

 private:
  unsigned status_;
};

/// A name and its value, decoded.
struct Parameter {
  std::string name;
  std::string value;

  friend bool operator==(const Parameter&, const Parameter&) = default;
};
using Parameters = std::vector<Parameter>;

/// A request's target, decoded: UTF-8 without NUL. A segment may hold a slash that was sent as %2F.
struct RequestTarget {
  std::vector<std::string> segments;  ///< of the path; of "/" none; a slash at the end is dropped
  Parameters parameters;              ///< in the order in which they were sent

  /// The segments from `first` on, with slashes between them.
  [[nodiscard]] std::string path(std::size_t first = 0) const;
};

inline constexpr std::size_t kMaxTargetBytes = 32 * 1024;
inline constexpr std::size_t kMaxParameters = 1000;

/// Reads the target of a request line: a path and a query (origin-form), or a whole URL, whose
/// scheme and host are passed over (RFC 9112 §3.2). In a query `+` is a blank (WHATWG URL,
/// application/x-www-form-urlencoded). Linear in the text.
/// @throws HttpError: 414 for a target longer than kMaxTargetBytes; 400 for a bad percent code, bytes
/// that are no UTF-8, control characters in the path or NUL anywhere, segments `.` and `..`, and
/// more than kMaxParameters parameters.
[[nodiscard]] RequestTarget parse_target(std::string_view target);

/// `text` as it stands in a query or, between slashes, in a path: what RFC 3986 reserves there, `+`,
/// blanks and everything beyond ASCII percent-encoded. What reads well stays: , : / @ * ! $ ' ( ) ~
[[nodiscard]] std::string percent_encoded(std::string_view text);

/// Parameters as a query, without the question mark. A parameter without a value has no `=`.
[[nodiscard]] std::string to_query_string(const Parameters& parameters);

}  // namespace dateline
