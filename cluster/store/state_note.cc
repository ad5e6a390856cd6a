#include "cluster/store/state_note.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "cluster/http/answer_json.h"
#include "cluster/store/answer_texts.h"
#include "cluster/store/archive_names.h"
#include "cluster/store/store_lock.h"

namespace dateline {
namespace {

using Json = nlohmann::ordered_json;
using std::chrono::system_clock;

constexpr std::string_view kDocument = "state";

std::string path_of(const ClusterAddress& address, std::string_view document) {
  return fmt::format("/{}/_doc/{}", state_index_of(address), document);
}

std::int64_t seconds_of(system_clock::time_point time) {
  return std::chrono::duration_cast<std::chrono::seconds>(time.time_since_epoch()).count();
}

}  // namespace

StoredNote read_note(HttpClient& client) {
  const auto answer = client.send(HttpMethod::get, path_of(client.address(), kDocument));
  StoredNote note;
  if (answer.status == 404) return note;
  const AnswerJson json(answer, "reading the writer's note");
  const auto kept = json.read<simdjson::dom::element>("_source.kept");
  note.copy_id = text_below(kept, "copy_id");
  note.copy_place = text_below(kept, "copy_place");
  note.extractor = text_below(kept, "extractor");
  note.names = text_below(kept, "names");
  for (const auto root : json.read<simdjson::dom::array>(kept, "roots")) {
    std::string_view text;
    if (root.get_string().get(text) == simdjson::SUCCESS) note.roots.emplace_back(text);
  }
  note.written_at =
      system_clock::time_point{std::chrono::seconds{json.read<std::int64_t>(kept, "written_at")}};
  return note;
}

std::optional<std::string> read_writer(HttpClient& client) {
  const auto answer = client.send(HttpMethod::get, path_of(client.address(), kLockDocument));
  if (answer.status == 404) return std::nullopt;
  return writer_in(AnswerJson(answer, "reading the lock").root());
}

void write_note(StoreClient& client, const StoredNote& note) {
  const Json document{{"kept",
                       {{"copy_id", note.copy_id},
                        {"copy_place", note.copy_place},
                        {"extractor", note.extractor},
                        {"names", note.names},
                        {"roots", note.roots},
                        {"written_at", seconds_of(note.written_at)}}}};
  client.ask(HttpMethod::put, path_of(client.address(), kDocument),
             document.dump(-1, ' ', false, Json::error_handler_t::replace),
             "writing the writer's note");
}

void require_state_index(StoreClient& client, unsigned replicas) {
  const auto path = "/" + state_index_of(client.address());
  const auto body = fmt::format(
      R"({{"settings":{{"number_of_shards":1,"number_of_replicas":{}}},"mappings":{{"dynamic":"strict",)"
      R"("properties":{{"kept":{{"type":"object","enabled":false}}}}}}}})",
      replicas);
  constexpr int kIsThere = 400;
  constexpr int kAbsent = 404;
  if (client.ask_unless(kAbsent, HttpMethod::get, path, {}, "looking for the archive's state"))
    return;
  // Another writer may make it in the same moment; then the next request finds it.
  client.ask_unless(kIsThere, HttpMethod::put, path, body, "making the archive");
}

}  // namespace dateline
