// The page's templates (Mustache), filled with values.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "presenter/json_values.h"
#include "server/page/texts.h"

namespace dateline {

enum class PageTemplate : std::uint8_t {
  search,
  timeline,
  pairs,
  reader,
  similar,
  why,
  help,
  watch,
  message
};

/// A page. `values` are what the template names: strings are escaped for HTML, and characters that
/// would command what shows them are made visible; an empty string, list or object, null and false
/// are what a section takes for nothing. The texts are there as `t`.
[[nodiscard]] std::string render_page(PageTemplate page, const Json& values, const Texts& texts);

}  // namespace dateline
