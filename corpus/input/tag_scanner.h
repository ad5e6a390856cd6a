// Tags that libxml2 would take hours for.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace dateline {

/// libxml2 compares each attribute of a tag with all before it, without a pause in which it could
/// be stopped. No tag with more attributes than this gets to it.
inline constexpr std::size_t kMaxAttributes = 1000;

/// Blanks out the tags of HTML or XML that have more attributes. Linear.
/// @return how many there were.
std::size_t blank_crowded_tags(std::string& text);

}  // namespace dateline
