// An object of JSON with one long list in it, written piece by piece.
#pragma once

#include <string>
#include <string_view>

#include "presenter/json_values.h"

namespace dateline {

/// The object up to the bracket that opens the list: `head`, which has a member at least, and the
/// list's name. The pieces joined are what dump() makes of the whole object.
[[nodiscard]] std::string json_list_begin(const Json& head, std::string_view name);
/// A member of the list, with the comma that parts it from the one before.
[[nodiscard]] std::string json_list_item(const Json& item, bool is_first);
/// The rest, from the bracket that closes the list: the members of `tail`, one at least.
[[nodiscard]] std::string json_list_end(const Json& tail, bool has_items);

}  // namespace dateline
