#include "cluster/store/store_client.h"

#include <algorithm>
#include <chrono>
#include <thread>
#include <utility>

#include "cluster/http/cluster_error.h"
#include "searcher/match/search_stop.h"

namespace dateline {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds kFirstWait{250};
constexpr milliseconds kLongestWait{16'000};
constexpr milliseconds kLook{50};  // how soon a stop is noticed

}  // namespace

StoreClient::StoreClient(HttpClient& http, const std::stop_token& stop)
    : http_(http), on_stop_(stop, [this] { is_stopped_ = true; }) {
  http_.stop_when(&is_stopped_);
}

StoreClient::~StoreClient() { http_.stop_when(nullptr); }

void StoreClient::ignore_stops() noexcept { http_.stop_when(nullptr); }

void StoreClient::check_stop() const {
  if (is_stopped_) throw SearchStopped();
}

void StoreClient::wait_before(unsigned number) const {
  const auto shift = std::min(number, 7U) - 1;
  auto left = std::min(kFirstWait * (1U << shift), kLongestWait);
  for (; left.count() > 0; left -= kLook) {
    check_stop();
    std::this_thread::sleep_for(std::min(left, kLook));
  }
}

bool StoreClient::may_pass(const ClusterError& error) const noexcept {
  return has_answered_ &&
         (error.cause() == ClusterFault::busy || error.cause() == ClusterFault::no_answer);
}

HttpAnswer StoreClient::send(HttpMethod method, std::string_view path, std::string_view body,
                             std::string_view content_type) {
  if (hook_) hook_();
  return send_alone(method, path, body, content_type);
}

HttpAnswer StoreClient::send_alone(HttpMethod method, std::string_view path, std::string_view body,
                                   std::string_view content_type) {
  auto answer = http_.send(method, path, body, content_type);
  has_answered_ = true;
  return answer;
}

std::optional<AnswerJson> StoreClient::ask_unless(int absent, HttpMethod method,
                                                  std::string_view path, std::string_view body,
                                                  std::string_view what) {
  for (unsigned tried = 1;; ++tried) {
    int status = 0;
    try {
      const auto answer = send(method, path, body, "application/json");
      if (answer.status == absent) return std::nullopt;
      status = answer.status;
      return AnswerJson(answer, what);
    } catch (const ClusterError& error) {
      const bool is_torn = error.cause() == ClusterFault::wrong && status >= 200 && status < 300;
      if (tried == kTries || !(is_torn || may_pass(error))) throw;
    }
    wait_before(tried);
  }
}

AnswerJson StoreClient::ask(HttpMethod method, std::string_view path, std::string_view body,
                            std::string_view what) {
  constexpr int kNever = 0;
  return std::move(*ask_unless(kNever, method, path, body, what));
}

}  // namespace dateline
