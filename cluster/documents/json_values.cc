#include "cluster/documents/json_values.h"

#include <fmt/format.h>

namespace dateline {

void add_countries(JsonObject& object, std::string_view name,
                   const std::vector<CountryCode>& codes) {
  object.add_list(name, codes,
                  [](CountryCode code, std::string& to) { append_json_string(code.view(), to); });
}

void add_span(JsonObject& object, std::string_view name, Span span) {
  object.add_raw(name, fmt::format("[{},{}]", span.begin, span.end));
}

}  // namespace dateline
