// The regions of language/data/regions.tsv, joined with ICU's, as a tree.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "language/tools/lexicon_table.h"

namespace dateline::regions {

/// A region in the making.
struct Node {
  std::string id;
  std::string name;
  std::string parent;               ///< id; empty: none
  std::string m49;                  ///< three digits; empty for a region of usage
  std::set<std::string> countries;  ///< alpha-2 codes
  std::vector<std::string> aliases;
  std::string where;  ///< its row, for messages
};

/// Reads the table and ICU. A parent stands before its children.
/// @throws std::runtime_error, with the row, for anything that does not fit: an unknown code,
/// parent or kind, a region that has a country which its parent has not, an id given twice.
[[nodiscard]] std::vector<Node> read_regions(const std::filesystem::path& table);

/// The groups of the table, in its order. @throws as above.
[[nodiscard]] std::vector<Node> read_groups(const std::filesystem::path& table);

/// Every spelling of a region (id, name, alias, M49 code) as region_key() makes it, with the
/// region's place in `nodes`. @throws std::runtime_error when two regions claim one.
[[nodiscard]] std::map<std::string, std::size_t> region_keys(const std::vector<Node>& nodes);

}  // namespace dateline::regions
