// What a client asks and what it gets, as values.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/http/request_target.h"

namespace dateline {

/// A request whose headers have been read. It has no body: only GET and HEAD are served.
struct HttpRequest {
  bool is_head = false;
  RequestTarget target;
  std::string host;             ///< the field Host, as sent
  std::string if_none_match;    ///< as sent; empty: none
  std::string accept_encoding;  ///< as sent
};

/// The next piece of a body; empty at the end. May throw: the body then ends unfinished, which the
/// client sees.
using BodyPieces = std::function<std::string()>;

/// An answer. Its body is `body`, and after that what `more` gives piece by piece, where that is
/// set.
struct HttpResponse {
  unsigned status = 200;
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;
  BodyPieces more;

  void set(std::string_view name, std::string_view value) {
    headers.emplace_back(std::string{name}, std::string{value});
  }
};

/// The words that stand beside a status: "Not Found".
[[nodiscard]] std::string_view status_words(unsigned status) noexcept;

}  // namespace dateline
