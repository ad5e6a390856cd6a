#include "cluster/http/answer_json.h"

#include <algorithm>

namespace dateline {
namespace {

using simdjson::dom::element;

constexpr std::size_t kMaxReasonBytes = 300;

std::string text_at(element from, std::string_view path) {
  const auto found = AnswerJson::find(from, path);
  std::string_view text;
  return found && found->get_string().get(text) == simdjson::SUCCESS ? std::string{text}
                                                                     : std::string{};
}

// Without half a letter at its end.
std::string cut(std::string text) {
  if (text.size() <= kMaxReasonBytes) return text;
  auto end = kMaxReasonBytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end) + "…";
}

// Why the cluster says that it failed: of several causes the first that it calls the root.
std::string reason_of(const std::string& body) {
  simdjson::dom::parser parser;
  element root;
  if (parser.parse(body).get(root) != simdjson::SUCCESS) return {};
  const auto error = AnswerJson::find(root, "error");
  if (!error) return {};
  std::string_view plain;
  if (error->get_string().get(plain) == simdjson::SUCCESS) return cut(std::string{plain});
  auto cause = *error;
  simdjson::dom::array roots;
  if ((*error)["root_cause"].get_array().get(roots) == simdjson::SUCCESS && roots.size() > 0)
    cause = roots.at(0).value_unsafe();
  const auto type = text_at(cause, "type");
  const auto reason = text_at(cause, "reason");
  return cut(type.empty() || reason.empty() ? type + reason : type + ": " + reason);
}

struct StatusMeaning {
  int status;
  ClusterFault cause;
  const char* text;
};

constexpr StatusMeaning kMeanings[] = {
    {401, ClusterFault::denied,
     "it does not know who asks: set $DATELINE_CLUSTER_USER and $DATELINE_CLUSTER_PASSWORD, or "
     "$DATELINE_CLUSTER_TOKEN"},
    {403, ClusterFault::denied, "it does not allow that: docs/cluster.md lists the rights needed"},
    {404, ClusterFault::absent,
     "there is no such archive: 'dateline index --cluster' makes it of files"},
    {409, ClusterFault::conflict, "another has written at the same time: try again"},
    {413, ClusterFault::wrong,
     "the request is larger than it takes: raise http.max_content_length"},
    {429, ClusterFault::busy, "it has too much to do: try again later"},
    {503, ClusterFault::busy, "it is not ready: look at its health, and try again"},
};

}  // namespace

void require_ok(const HttpAnswer& answer, std::string_view what) {
  if (answer.status >= 200 && answer.status < 300) return;
  const auto* const known =
      std::find_if(std::begin(kMeanings), std::end(kMeanings),
                   [&](const StatusMeaning& row) { return row.status == answer.status; });
  const auto reason = reason_of(answer.body);
  const bool is_known = known != std::end(kMeanings);
  std::string text = is_known         ? known->text
                     : reason.empty() ? "what answers is perhaps no OpenSearch"
                                      : "it cannot do that";
  throw ClusterError(is_known ? known->cause : ClusterFault::wrong, answer.place,
                     fmt::format("{}: {} (status {}{}{})", what, text, answer.status,
                                 reason.empty() ? "" : ", ", reason));
}

AnswerJson::AnswerJson(const HttpAnswer& answer, std::string_view what)
    : place_{answer.place}, what_{what}, parser_{std::make_unique<simdjson::dom::parser>()} {
  require_ok(answer, what);
  if (parser_->parse(answer.body).get(root_) != simdjson::SUCCESS) {
    throw ClusterError(ClusterFault::wrong, place_,
                       fmt::format("{}: the answer is no JSON; is it OpenSearch?", what));
  }
}

std::optional<element> AnswerJson::find(element from, std::string_view path) noexcept {
  for (;;) {
    const auto dot = path.find('.');
    if (from[path.substr(0, dot)].get(from) != simdjson::SUCCESS) return std::nullopt;
    if (dot == std::string_view::npos) return from;
    path.remove_prefix(dot + 1);
  }
}

void AnswerJson::require_whole(element search) const {
  const auto timed_out = find(search, "timed_out");
  bool gave_up = false;
  if (timed_out && timed_out->get_bool().get(gave_up) != simdjson::SUCCESS) fail("timed_out");
  const auto failed = read<std::int64_t>(search, "_shards.failed");
  const auto total = read<std::int64_t>(search, "_shards.total");
  if (!gave_up && failed == 0 && read<std::int64_t>(search, "_shards.successful") == total) return;
  throw ClusterError(
      ClusterFault::no_answer, place_,
      gave_up ? fmt::format("{}: it gave up before all had been looked at", what_)
              : fmt::format("{}: {} of {} shards did not answer: look at its health", what_,
                            total - read<std::int64_t>(search, "_shards.successful"), total));
}

void AnswerJson::fail(std::string_view path) const {
  throw ClusterError(
      ClusterFault::wrong, place_,
      fmt::format("{}: the answer has no '{}' of the kind that is due", what_, path));
}

}  // namespace dateline
