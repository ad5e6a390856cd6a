#include "cluster/store/target_indices.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <nlohmann/json.hpp>
#include <optional>

#include "cluster/http/answer_json.h"
#include "cluster/store/archive_names.h"

namespace dateline {
namespace {

using simdjson::dom::element;

constexpr std::array kKinds{DocumentKind::article, DocumentKind::event};

// The number of an index's name behind that of its alias; nullopt: it is none of the archive's, but
// perhaps of one whose name begins likewise.
std::optional<unsigned> number_of(std::string_view name, std::string_view alias) {
  if (!name.starts_with(alias) || name.size() < alias.size() + 2) return std::nullopt;
  const auto digits = name.substr(alias.size() + 1);
  unsigned number = 0;
  const auto* const end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, number);
  if (error != std::errc{} || stop != end) return std::nullopt;
  return number;
}

void set_refresh(StoreClient& client, const TargetIndices& target, std::string_view interval) {
  client.ask(HttpMethod::put, fmt::format("/{},{}/_settings", target.articles, target.events),
             fmt::format(R"({{"index":{{"refresh_interval":{}}}}})", interval),
             "setting up the new indices");
}

// As ArchiveIndex::meta of an index that is made so.
std::string meta_of(DocumentKind kind, const MappingChoices& choices) {
  const auto body = nlohmann::ordered_json::parse(mapping_json(kind, choices));
  return nlohmann::json(body["mappings"]["_meta"]).dump();
}

}  // namespace

std::vector<ArchiveIndex> archive_indices(StoreClient& client) {
  std::vector<ArchiveIndex> found;
  const auto articles = alias_of(client.address(), DocumentKind::article);
  const auto events = alias_of(client.address(), DocumentKind::event);
  const auto answer = client.ask(
      HttpMethod::get, fmt::format("/{}-*,{}-*?filter_path=*.mappings._meta", articles, events), {},
      "looking for the archive's indices");
  simdjson::dom::object indices;
  if (answer.root().get_object().get(indices) != simdjson::SUCCESS) return found;
  for (const auto [name, description] : indices) {
    for (const auto kind : kKinds) {
      const auto number = number_of(name, kind == DocumentKind::article ? articles : events);
      const auto meta = AnswerJson::find(description, "mappings._meta");
      if (!number || !meta) continue;
      // Sorted by name, whatever order the cluster has them in.
      const auto sorted = nlohmann::json::parse(std::string{simdjson::minify(*meta)});
      found.push_back({kind, std::string{name}, *number, sorted.dump()});
    }
  }
  return found;
}

TargetIndices indices_of_number(const ClusterAddress& address, unsigned number) {
  TargetIndices target;
  target.number = number;
  target.articles = fmt::format("{}-{}", alias_of(address, DocumentKind::article), number);
  target.events = fmt::format("{}-{}", alias_of(address, DocumentKind::event), number);
  return target;
}

TargetIndices prepare_new(StoreClient& client, unsigned number, const MappingChoices& choices) {
  constexpr int kAbsent = 404;
  constexpr int kIsThere = 400;
  auto target = indices_of_number(client.address(), number);
  target.is_new = true;
  const auto found = archive_indices(client);
  for (const auto kind : kKinds) {
    const auto& name = target.of(kind);
    const auto there = std::find_if(found.begin(), found.end(),
                                    [&](const ArchiveIndex& one) { return one.name == name; });
    if (there != found.end()) {
      if (there->meta == meta_of(kind, choices)) continue;
      client.ask_unless(kAbsent, HttpMethod::remove, "/" + name, {}, "deleting an old index");
    }
    client.ask_unless(kIsThere, HttpMethod::put, "/" + name, mapping_json(kind, choices),
                      "making the archive's indices");
  }
  set_refresh(client, target, R"("-1")");
  return target;
}

void end_filling(StoreClient& client, const TargetIndices& target) {
  if (target.is_new) set_refresh(client, target, "null");
}

unsigned usual_replicas(StoreClient& client) {
  const auto answer =
      client.ask(HttpMethod::get, "/_cluster/health?filter_path=number_of_data_nodes", {},
                 "asking for the cluster's health");
  return answer.read<std::int64_t>("number_of_data_nodes") > 1 ? 1 : 0;
}

}  // namespace dateline
