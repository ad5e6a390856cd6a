// Compresses bodies.
#pragma once

#include <string>
#include <string_view>

#include "server/http/message.h"

namespace dateline {

/// Whether a client takes gzip: it names it, or `*`, and not with a weight of nothing.
/// Source: RFC 9110 §12.5.3.
[[nodiscard]] bool accepts_gzip(std::string_view accept_encoding);

/// `text` as a gzip file (RFC 1952), at a level that costs little.
[[nodiscard]] std::string gzip_compressed(std::string_view text);

/// The pieces of one gzip file that holds all that `body` and then `more` give.
[[nodiscard]] BodyPieces gzip_compressed(std::string body, BodyPieces more);

}  // namespace dateline
