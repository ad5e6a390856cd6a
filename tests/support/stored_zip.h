// Zip archives of parts that are not compressed, made in memory.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace dateline::test {

/// An archive of these parts (name, bytes), in this order.
std::string stored_zip(const std::vector<std::pair<std::string, std::string>>& parts);

}  // namespace dateline::test
