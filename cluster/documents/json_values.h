// Values that documents have as JSON in every form.
#pragma once

#include <string_view>
#include <vector>

#include "cluster/documents/json_object.h"
#include "language/country_code.h"
#include "language/span.h"

namespace dateline {

/// A list of alpha-2 codes.
void add_countries(JsonObject& object, std::string_view name,
                   const std::vector<CountryCode>& codes);
/// `[begin, end]`.
void add_span(JsonObject& object, std::string_view name, Span span);

}  // namespace dateline
