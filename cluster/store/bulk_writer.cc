#include "cluster/store/bulk_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "cluster/documents/json_object.h"
#include "cluster/http/answer_json.h"
#include "cluster/http/cluster_error.h"
#include "cluster/store/answer_texts.h"

namespace dateline {
namespace {

using simdjson::dom::element;

constexpr std::string_view kWriting = "writing documents";
constexpr std::size_t kSmallestRequest = std::size_t{64} << 10;
constexpr int kConflict = 409;
constexpr int kTooLarge = 413;
constexpr int kTooMany = 429;
constexpr int kFirstServerFault = 500;

// "mapper_parsing_exception: failed to parse field …: immense term"
std::string reason_of(element item) {
  auto reason = text_below(item, "error.type") + ": " + text_below(item, "error.reason");
  if (const auto cause = text_below(item, "error.caused_by.reason"); !cause.empty())
    reason += ": " + cause;
  return reason;
}

// The `_id` of an action line, as JSON has it.
std::string_view quoted_id(std::string_view action) {
  constexpr std::string_view kBefore = R"({"index":{"_id":)";
  constexpr std::string_view kAfter = R"(,"version":)";
  const auto begin = kBefore.size();
  return action.substr(begin, action.rfind(kAfter) - begin);
}

std::string minified(std::string_view json) {
  simdjson::dom::parser parser;
  return simdjson::minify(parser.parse(json.data(), json.size()).value());
}

}  // namespace

BulkWriter::BulkWriter(StoreClient& client, std::string index,
                       std::function<void(const BulkRefusal&)> on_refusal)
    : client_(client), index_(std::move(index)), on_refusal_(std::move(on_refusal)) {}

void BulkWriter::drop_if(const std::function<bool(DocumentOwner)>& is_unwanted) {
  items_.erase(std::remove_if(items_.begin(), items_.end(),
                              [&](const Item& item) { return is_unwanted(item.owner); }),
               items_.end());
}

void BulkWriter::flush() {
  auto pending = std::exchange(items_, {});
  for (unsigned tried = 1; !pending.empty();) {
    client_.check_stop();
    const auto batch = first_of(pending);
    auto again = take_verdicts(batch, send(batch));
    const bool is_too_much = !again.empty();
    const bool is_progress = again.size() < batch.size();
    pending.insert(pending.begin(), again.begin(), again.end());
    if (!is_too_much) {
      tried = 1;
      request_bytes_ = std::min(request_bytes_ * 2, kRequestBytes);
      continue;
    }
    request_bytes_ = std::max(request_bytes_ / 2, kSmallestRequest);
    if (is_progress) tried = 1;
    if (tried == StoreClient::kTries) {
      throw ClusterError(ClusterFault::busy, client_.address().url(),
                         fmt::format("{}: it has had too much to do for too long, or does not "
                                     "answer: try again later",
                                     kWriting));
    }
    client_.wait_before(tried++);
  }
  body_.clear();
}

std::vector<BulkWriter::Item> BulkWriter::first_of(std::vector<Item>& pending) const {
  std::size_t bytes = 0;
  auto end = pending.begin();
  while (end != pending.end() && (bytes == 0 || bytes + end->end - end->begin <= request_bytes_)) {
    bytes += end->end - end->begin;
    ++end;
  }
  std::vector<Item> first(pending.begin(), end);
  pending.erase(pending.begin(), end);
  return first;
}

std::string BulkWriter::request_of(const std::vector<Item>& items) const {
  std::string request;
  for (const auto& item : items) request.append(body_, item.begin, item.end - item.begin);
  return request;
}

std::vector<BulkWriter::Verdict> BulkWriter::send(const std::vector<Item>& items) {
  constexpr std::string_view kParts =
      "items.*.status,items.*.error.type,items.*.error.reason,items.*.error.caused_by.reason";
  const std::vector<Verdict> all_again(items.size());
  int status = 0;
  try {
    const auto answer =
        client_.send(HttpMethod::post, fmt::format("/{}/_bulk?filter_path={}", index_, kParts),
                     request_of(items), "application/x-ndjson");
    status = answer.status;
    if (status == kTooLarge) {
      if (items.size() > 1) return all_again;
      return {{Outcome::refused, "it is larger than the cluster takes (http.max_content_length)"}};
    }
    return verdicts_in(answer, items.size());
  } catch (const ClusterError& error) {
    const bool is_torn = error.cause() == ClusterFault::wrong && status >= 200 && status < 300;
    if (!is_torn && !client_.may_pass(error)) throw;
  }
  return all_again;
}

std::vector<BulkWriter::Verdict> BulkWriter::verdicts_in(const HttpAnswer& answer,
                                                         std::size_t count) const {
  const AnswerJson json(answer, kWriting);
  std::vector<Verdict> verdicts;
  for (const auto item : json.read<simdjson::dom::array>("items")) {
    const auto status = json.read<std::int64_t>(item, "index.status");
    Verdict verdict;
    if (status >= 200 && status < 300) {
      verdict.outcome = Outcome::taken;
    } else if (status == kConflict) {
      verdict.outcome = Outcome::conflict;
    } else if (status != kTooMany && status < kFirstServerFault) {
      verdict = {Outcome::refused, reason_of(item["index"])};
    }
    verdicts.push_back(std::move(verdict));
  }
  if (verdicts.size() != count) {
    throw ClusterError(
        ClusterFault::wrong, answer.place,
        fmt::format("{}: {} answers for {} documents", kWriting, verdicts.size(), count));
  }
  return verdicts;
}

// @return what is to be sent again.
std::vector<BulkWriter::Item> BulkWriter::take_verdicts(const std::vector<Item>& items,
                                                        std::vector<Verdict>&& verdicts) {
  std::vector<Item> again;
  std::vector<Item> met;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto& verdict = verdicts[i];
    if (verdict.outcome == Outcome::again) again.push_back(items[i]);
    if (verdict.outcome == Outcome::conflict) met.push_back(items[i]);
    if (verdict.outcome == Outcome::refused) on_refusal_({items[i].owner, verdict.reason});
  }
  if (!met.empty()) settle_conflicts(met);
  return again;
}

// A version conflict says that something stands there: nearly always the same document, whose
// answer was lost. What is another is replaced, since the archive's lock is ours.
void BulkWriter::settle_conflicts(const std::vector<Item>& items) {
  std::string ids;
  for (const auto& item : items) {
    ids += ids.empty() ? "" : ",";
    ids += quoted_id(std::string_view{body_}.substr(item.begin, item.middle - item.begin));
  }
  const auto answer =
      client_.ask(HttpMethod::post, fmt::format("/{}/_mget", index_),
                  fmt::format(R"({{"ids":[{}]}})", ids), "comparing documents that were there");
  auto item = items.begin();
  for (const auto found : answer.read<simdjson::dom::array>("docs")) {
    if (item == items.end()) break;
    const auto& mine = *item++;
    element source;
    const bool is_there = found["_source"].get(source) == simdjson::SUCCESS;
    if (!is_there || std::string{simdjson::minify(source)} != minified(document_of(mine)))
      replace(mine);
  }
}

void BulkWriter::replace(const Item& item) {
  const auto action = std::string_view{body_}.substr(item.begin, item.middle - item.begin);
  const auto request =
      fmt::format("{{\"index\":{{\"_id\":{}}}}}\n{}", quoted_id(action), document_of(item));
  for (unsigned tried = 1;; ++tried) {
    const auto answer =
        client_.ask(HttpMethod::post, fmt::format("/{}/_bulk", index_), request, kWriting);
    element first;
    if (answer.read<simdjson::dom::array>("items").at(0).get(first) != simdjson::SUCCESS) continue;
    const auto status = answer.read<std::int64_t>(first, "index.status");
    if (status >= 200 && status < 300) return;
    const bool may_pass = status == kTooMany || status >= kFirstServerFault;
    if (!may_pass || tried == StoreClient::kTries) {
      on_refusal_({item.owner, reason_of(first["index"])});
      return;
    }
    client_.wait_before(tried);
  }
}

std::string_view BulkWriter::document_of(const Item& item) const noexcept {
  return std::string_view{body_}.substr(item.middle, item.end - item.middle);
}

}  // namespace dateline
