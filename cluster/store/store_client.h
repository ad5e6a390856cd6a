// A cluster that is written to: asked again when it did not answer.
#pragma once

#include <atomic>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

#include "cluster/http/answer_json.h"
#include "cluster/http/cluster_error.h"
#include "cluster/http/http_client.h"
#include "index/document_kind.h"

namespace dateline {

/// Sends the requests of a writer, each of which may be repeated without harm. When a cluster that
/// has answered before is busy (429, 503), does not answer, or its answer is torn, it is asked
/// again, with growing waits (wait_before()); one that never answered is given up at once. A stop
/// request ends transfers and waits alike: what is called then @throws SearchStopped. For one
/// thread.
class StoreClient {
 public:
  /// How often one thing is asked for in vain; with all waits, about a minute and a half.
  static constexpr unsigned kTries = 10;

  /// `http` must outlive it.
  StoreClient(HttpClient& http, const std::stop_token& stop);
  ~StoreClient();
  StoreClient(StoreClient&&) = delete;

  [[nodiscard]] const ClusterAddress& address() const noexcept { return http_.address(); }
  [[nodiscard]] HttpClient& http() noexcept { return http_; }

  /// Called before each request of send() and ask(), and each try: the lock's renewal. May throw.
  void before_each(std::function<void()> hook) { hook_ = std::move(hook); }
  /// From now on nothing stops it: for what tidies up.
  void ignore_stops() noexcept;

  /// One request without patience, whatever its answer. @throws ClusterError (no_answer).
  [[nodiscard]] HttpAnswer send(HttpMethod method, std::string_view path, std::string_view body,
                                std::string_view content_type);
  /// The same without before_each(): for the lock itself.
  [[nodiscard]] HttpAnswer send_alone(HttpMethod method, std::string_view path,
                                      std::string_view body,
                                      std::string_view content_type = "application/json");
  /// The JSON of an answer that says that `what` was done. @throws ClusterError.
  AnswerJson ask(HttpMethod method, std::string_view path, std::string_view body,
                 std::string_view what);
  /// The same; nullopt for the status `absent` (404: there is none; 400: there is one already).
  std::optional<AnswerJson> ask_unless(int absent, HttpMethod method, std::string_view path,
                                       std::string_view body, std::string_view what);

  /// What `once` returns, which is called again as long as what it throws may pass.
  template <typename Once>
  auto patiently(Once once) {
    for (unsigned tried = 1;; ++tried) {
      try {
        return once();
      } catch (const ClusterError& error) {
        if (tried == kTries || !may_pass(error)) throw;
      }
      wait_before(tried);
    }
  }
  /// Waits before the try of this number, from 1: a quarter of a second, then twice as long each
  /// time, at most 16 s. @throws SearchStopped.
  void wait_before(unsigned number) const;
  /// Whether asking again is worth it: it has answered before, and the fault may pass.
  [[nodiscard]] bool may_pass(const ClusterError& error) const noexcept;
  /// @throws SearchStopped once a stop is requested.
  void check_stop() const;

 private:
  HttpClient& http_;
  std::atomic<bool> is_stopped_ = false;
  std::stop_callback<std::function<void()>> on_stop_;
  std::function<void()> hook_;
  bool has_answered_ = false;
};

}  // namespace dateline
