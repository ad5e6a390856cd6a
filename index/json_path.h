// Paths in JSON: bytes that need not be UTF-8.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace dateline {

/// A string where the path is well-formed UTF-8, else the list of its bytes as numbers.
[[nodiscard]] nlohmann::json path_to_json(const std::string& path);
/// The reverse. @throws JsonMisfit when `value` is neither.
[[nodiscard]] std::string path_from_json(const nlohmann::json& value);

}  // namespace dateline
