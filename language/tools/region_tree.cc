#include "language/tools/region_tree.h"

#include <algorithm>
#include <functional>
#include <stdexcept>
#include <utility>

#include "language/ascii.h"
#include "language/countries/region_key.h"
#include "language/tools/region_sources.h"

namespace dateline::regions {
namespace {

using lexicon::TableRow;

// The columns of regions.tsv.
enum Column : std::size_t { kKind, kM49, kName, kParent, kMembers, kAliases, kSource };
constexpr std::size_t kColumns = 7;

[[noreturn]] void refuse(const std::string& where, const std::string& what) {
  throw std::runtime_error{where + ": " + what};
}

std::string cell(const TableRow& row, Column column) {
  return row.columns[column] == "-" ? std::string{} : row.columns[column];
}

std::string id_of(const std::string& name) {
  std::string id;
  for (const char c : name) {
    const bool stays = is_ascii_letter(c) || (c >= '0' && c <= '9');
    id += stays ? ascii_lower(c) : '-';
  }
  return id;
}

struct Rows {
  std::vector<TableRow> m49;
  std::vector<TableRow> reviewed;
  std::vector<TableRow> groups;
  std::vector<std::string> left_out;  // codes
};

Rows read_rows(const std::filesystem::path& table) {
  Rows rows;
  for (auto& row : lexicon::read_table(table, kColumns)) {
    const auto& kind = row.columns[kKind];
    if (kind == "left-out") {
      const auto codes = lexicon::split(cell(row, kMembers), ' ');
      rows.left_out.insert(rows.left_out.end(), codes.begin(), codes.end());
    } else if (kind == "m49") {
      rows.m49.push_back(std::move(row));
    } else if (kind == "reviewed") {
      rows.reviewed.push_back(std::move(row));
    } else if (kind == "group") {
      rows.groups.push_back(std::move(row));
    } else {
      refuse(row.where, "unknown kind " + kind);
    }
  }
  return rows;
}

template <typename Nodes>
auto* find(Nodes& nodes, const std::string& id) {
  const auto found =
      std::find_if(nodes.begin(), nodes.end(), [&id](const Node& node) { return node.id == id; });
  return found == nodes.end() ? nullptr : &*found;
}

void add_member(const std::string& member, const std::vector<Node>& above, Node& node) {
  if (member.front() >= 'a') {
    const auto* region = find(above, member);
    if (region == nullptr) refuse(node.where, "no region " + member + " above");
    node.countries.insert(region->countries.begin(), region->countries.end());
  } else if (is_icu_country(member)) {
    node.countries.insert(member);
  } else {
    refuse(node.where, "no country " + member);
  }
}

Node make_node(const TableRow& row, const std::vector<Node>& above) {
  Node node;
  node.where = row.where;
  node.m49 = cell(row, kM49);
  node.name = cell(row, kName);
  if (node.name.empty() && node.m49.empty()) refuse(row.where, "no name");
  if (node.name.empty()) node.name = icu_region_name(node.m49);
  node.id = id_of(node.name);
  node.parent = cell(row, kParent);
  node.aliases = lexicon::split(cell(row, kAliases), '|');
  if (cell(row, kSource).empty()) refuse(row.where, "no source or reason");
  if (find(above, node.id) != nullptr) refuse(row.where, "given twice: " + node.id);
  return node;
}

bool holds(const Node& outer, const Node& inner) {
  return std::includes(outer.countries.begin(), outer.countries.end(), inner.countries.begin(),
                       inner.countries.end());
}

// M49's regions nest: the parent is the smallest that holds the region and is not the same.
void find_m49_parents(std::vector<Node>& nodes) {
  for (auto& node : nodes) {
    const Node* parent = nullptr;
    for (const auto& outer : nodes) {
      if (outer.countries.size() <= node.countries.size() || !holds(outer, node)) continue;
      if (parent == nullptr || outer.countries.size() < parent->countries.size()) parent = &outer;
    }
    if (parent != nullptr) node.parent = parent->id;
  }
}

// A former state is written once, at the smallest region; those above have it as well.
void add_former_states(const std::vector<TableRow>& rows, std::vector<Node>& nodes) {
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    for (const auto& code : lexicon::split(cell(rows[i], kMembers), ' ')) {
      auto* node = &nodes[i];
      while (node != nullptr) {
        add_member(code, {}, *node);
        node = find(nodes, node->parent);
      }
    }
  }
}

void check_parents(const std::vector<Node>& nodes) {
  for (const auto& node : nodes) {
    if (node.countries.empty()) refuse(node.where, "no countries");
    if (node.parent.empty()) continue;
    const auto* parent = find(nodes, node.parent);
    if (parent == nullptr) refuse(node.where, "no region " + node.parent);
    if (!holds(*parent, node)) refuse(node.where, "has a country that its parent has not");
  }
}

std::vector<Node> in_tree_order(const std::vector<Node>& nodes) {
  std::vector<Node> ordered;
  const std::function<void(const std::string&)> add_children = [&](const std::string& parent) {
    for (const auto& node : nodes) {
      if (node.parent != parent) continue;
      ordered.push_back(node);
      add_children(node.id);
    }
  };
  add_children({});
  if (ordered.size() != nodes.size())
    throw std::runtime_error{"regions that are their own parents"};
  return ordered;
}

}  // namespace

std::vector<Node> read_regions(const std::filesystem::path& table) {
  const auto rows = read_rows(table);
  std::vector<Node> nodes;
  for (const auto& row : rows.m49) {
    nodes.push_back(make_node(row, nodes));
    auto& node = nodes.back();
    node.countries = icu_territories(node.m49);
    for (const auto& code : rows.left_out) node.countries.erase(code);
  }
  find_m49_parents(nodes);
  add_former_states(rows.m49, nodes);
  for (const auto& row : rows.reviewed) {
    auto node = make_node(row, nodes);
    for (const auto& member : lexicon::split(cell(row, kMembers), ' ')) {
      add_member(member, nodes, node);
    }
    nodes.push_back(std::move(node));
  }
  check_parents(nodes);
  return in_tree_order(nodes);
}

std::vector<Node> read_groups(const std::filesystem::path& table) {
  std::vector<Node> groups;
  for (const auto& row : read_rows(table).groups) {
    auto node = make_node(row, groups);
    if (!node.parent.empty()) refuse(row.where, "a group has no parent");
    for (const auto& member : lexicon::split(cell(row, kMembers), ' ')) {
      add_member(member, {}, node);
    }
    groups.push_back(std::move(node));
  }
  return groups;
}

std::map<std::string, std::size_t> region_keys(const std::vector<Node>& nodes) {
  std::map<std::string, std::size_t> keys;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const auto& node = nodes[i];
    auto spelled = node.aliases;
    spelled.insert(spelled.end(), {node.id, node.name, node.m49});
    for (const auto& name : spelled) {
      const auto key = region_key(name);
      if (key.empty()) continue;
      const auto [at, is_new] = keys.try_emplace(key, i);
      if (!is_new && at->second != i) refuse(node.where, "a name of another region: " + name);
    }
  }
  return keys;
}

}  // namespace dateline::regions
