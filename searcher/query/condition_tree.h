// What trees of conditions are made of, whatever stands at their leaves.
#pragma once

#include <span>
#include <type_traits>
#include <variant>
#include <vector>

namespace dateline {

/// Every child matches: AND, or words side by side.
template <typename Node>
struct AllOf {
  std::vector<Node> children;
};
/// At least one child matches: OR.
template <typename Node>
struct AnyOf {
  std::vector<Node> children;
};
/// The one child does not match: NOT, -.
template <typename Node>
struct Exclude {
  std::vector<Node> children;
};

/// Several functions as one, for std::visit.
template <typename... Functions>
struct Overloaded : Functions... {
  using Functions::operator()...;
};
template <typename... Functions>
Overloaded(Functions...) -> Overloaded<Functions...>;

/// The part of a node that is a `Part`; nullptr when it is something else. Node: a type with a
/// variant `form`.
template <typename Part, typename Node>
[[nodiscard]] auto* get_if(Node& node) noexcept {
  return std::get_if<Part>(&node.form);
}
template <typename Part, typename Node>
[[nodiscard]] bool is(const Node& node) noexcept {
  return std::holds_alternative<Part>(node.form);
}
template <typename Node>
[[nodiscard]] bool is_group(const Node& node) noexcept {
  return is<AllOf<Node>>(node) || is<AnyOf<Node>>(node) || is<Exclude<Node>>(node);
}

/// The children of a group; none of a leaf.
template <typename Node>
[[nodiscard]] std::span<Node> children_of(Node& node) noexcept {
  using Plain = std::remove_const_t<Node>;
  if (auto* all = get_if<AllOf<Plain>>(node)) return all->children;
  if (auto* any = get_if<AnyOf<Plain>>(node)) return any->children;
  if (auto* exclude = get_if<Exclude<Plain>>(node)) return exclude->children;
  return {};
}

/// Calls `visit` with each leaf's `Part` of a tree, from left to right, whatever it stands in.
template <typename Part, typename Node, typename Visit>
void for_each_part(Node& node, Visit visit) {
  if (auto* part = get_if<Part>(node)) visit(*part);
  for (auto& child : children_of(node)) for_each_part<Part>(child, visit);
}

}  // namespace dateline
