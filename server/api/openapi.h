// The description of the API for programs.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// An OpenAPI 3.1 document: every endpoint with its parameters and formats, from the tables that the
/// server itself works by, and the grammar of answers, from docs/output.schema.json.
/// @param version the program's. @param base the path below which the server is reached; may be empty.
[[nodiscard]] std::string openapi_document(std::string_view version, std::string_view base);

}  // namespace dateline
