#include "index/json_path.h"

#include <nlohmann/json.hpp>
#include <vector>

#include "index/bounded_json.h"
#include "language/utf8.h"

namespace dateline {

nlohmann::json path_to_json(const std::string& path) {
  if (!find_invalid_utf8(path)) return path;
  return std::vector<unsigned char>(path.begin(), path.end());
}

std::string path_from_json(const nlohmann::json& value) {
  if (value.is_string()) return value.get<std::string>();
  std::string path;
  for (const auto& byte : value) path += static_cast<char>(number_in<unsigned char>(byte));
  return path;
}

}  // namespace dateline
