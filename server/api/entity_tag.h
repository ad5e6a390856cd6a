// Names of answers, by which a client learns that what it has is still right.
#pragma once

#include <string>
#include <string_view>

#include "server/http/request_target.h"

namespace dateline {

/// A weak entity tag (RFC 9110 §8.8.3): the program's version, the index's state, and a hash of the
/// request, in which the order of parameters of different names does not count.
[[nodiscard]] std::string entity_tag(std::string_view version, std::string_view state,
                                     const RequestTarget& target);

/// Whether a field If-None-Match names the tag; it may name several, or all by `*`.
[[nodiscard]] bool names_tag(std::string_view if_none_match, std::string_view tag) noexcept;

}  // namespace dateline
