#include "cluster/store/cluster_state.h"

#include <fmt/format.h>

#include <array>
#include <charconv>

#include "cluster/http/answer_json.h"
#include "cluster/store/answer_texts.h"
#include "cluster/store/state_note.h"

namespace dateline {
namespace {

using simdjson::dom::element;

constexpr std::string_view kReading = "reading the archive's state";

[[noreturn]] void fail_damaged(const ClusterAddress& address, std::string_view what) {
  throw ClusterError(
      ClusterFault::wrong, address.url(),
      fmt::format("its aliases are damaged ({}): 'dateline index --cluster --rebuild' on the "
                  "machine that writes it makes them anew",
                  what));
}

unsigned number_in(std::string_view text) noexcept {
  unsigned number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

// Of alias_filter_json(): both conditions name the generation.
std::uint64_t generation_in(const AnswerJson& answer, element filter,
                            const ClusterAddress& address) {
  simdjson::dom::array conditions;
  const auto found = AnswerJson::find(filter, "bool.filter");
  if (!found || found->get_array().get(conditions) != simdjson::SUCCESS || conditions.size() != 1)
    fail_damaged(address, "no generation");
  const auto generation = answer.read<std::int64_t>(conditions.at(0).value_unsafe(),
                                                    fmt::format("range.{}.lte", field::kAdded));
  return static_cast<std::uint64_t>(generation);
}

// The one index behind an alias, and its description in the answer.
std::pair<StoredIndex, element> index_behind(const AnswerJson& answer,
                                             const ClusterAddress& address, DocumentKind kind) {
  const auto alias = alias_of(address, kind);
  StoredIndex index;
  element description;
  simdjson::dom::object indices;
  if (answer.root().get_object().get(indices) != simdjson::SUCCESS)
    fail_damaged(address, "no indices");
  for (const auto [name, value] : indices) {
    if (!name.starts_with(alias + "-")) continue;
    if (!index.name.empty()) fail_damaged(address, fmt::format("{} has two indices", alias));
    index.name = name;
    index.number = number_in(name.substr(alias.size() + 1));
    description = value;
  }
  if (index.name.empty()) fail_damaged(address, fmt::format("{} has no index", alias));
  return {index, description};
}

AnswerJson ask_for_aliases(HttpClient& client, std::string_view parts) {
  const auto& address = client.address();
  return AnswerJson{
      client.send(HttpMethod::get,
                  fmt::format("/{},{}?filter_path={}", alias_of(address, DocumentKind::article),
                              alias_of(address, DocumentKind::event), parts)),
      kReading};
}

element filter_of(element description, const ClusterAddress& address, DocumentKind kind) {
  // The alias's name may have dots in it, which divide names in a path.
  const auto aliases = AnswerJson::find(description, "aliases");
  element alias;
  if (!aliases || (*aliases)[alias_of(address, kind)].get(alias) != simdjson::SUCCESS)
    fail_damaged(address, "an index has the alias's name");
  const auto filter = AnswerJson::find(alias, "filter");
  if (!filter) fail_damaged(address, "no filter");
  return *filter;
}

std::uint64_t one_generation(const AnswerJson& answer, const ClusterAddress& address) {
  std::array<std::uint64_t, 2> found{};
  for (const auto kind : {DocumentKind::article, DocumentKind::event}) {
    const auto [index, description] = index_behind(answer, address, kind);
    found[static_cast<std::size_t>(kind)] =
        generation_in(answer, filter_of(description, address, kind), address);
  }
  if (found[0] != found[1]) fail_damaged(address, "two generations");
  return found[0];
}

}  // namespace

std::uint64_t read_generation(HttpClient& client) {
  return one_generation(ask_for_aliases(client, "*.aliases"), client.address());
}

ClusterState read_state(HttpClient& client) {
  const auto& address = client.address();
  const auto answer =
      ask_for_aliases(client, "*.aliases,*.mappings._meta,*.settings.index.number_of_*");
  ClusterState state;
  state.generation = one_generation(answer, address);
  for (const auto kind : {DocumentKind::article, DocumentKind::event}) {
    auto [index, description] = index_behind(answer, address, kind);
    index.shards = number_in(text_below(description, "settings.index.number_of_shards"));
    index.replicas = number_in(text_below(description, "settings.index.number_of_replicas"));
    state.schema =
        static_cast<int>(answer.read<std::int64_t>(description, "mappings._meta.schema"));
    state.language = answer.read<std::string_view>(description, "mappings._meta.language");
    state.analyzer = answer.read<std::string_view>(description, "mappings._meta.analyzer");
    (kind == DocumentKind::article ? state.articles : state.events) = index;
  }
  state.note = read_note(client);
  return state;
}

void check_state(const ClusterState& state, const ClusterAddress& address,
                 std::string_view analyzer) {
  if (state.schema != kDocumentSchema) {
    throw ClusterError(
        ClusterFault::wrong, address.url(),
        fmt::format("its documents have the schema {}, this program reads {}: {}", state.schema,
                    kDocumentSchema,
                    state.schema < kDocumentSchema
                        ? "run 'dateline index --cluster' on the machine that writes it"
                        : "install the version that wrote it"));
  }
  if (state.analyzer != analyzer) {
    throw ClusterError(
        ClusterFault::wrong, address.url(),
        fmt::format("its words were made by '{}', a query's here by '{}': run 'dateline index "
                    "--cluster --rebuild' with this program on the machine that writes it",
                    state.analyzer, analyzer));
  }
}

}  // namespace dateline
