// Speaks HTTP, and leaves to others what it says.
#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "server/http/connection_watch.h"
#include "server/http/host_policy.h"
#include "server/http/listener.h"
#include "server/http/message.h"

namespace dateline {

/// What a server spends at most. Beyond it, clients wait in the kernel's queue (connections) or are
/// told to come again (503 with Retry-After).
struct HttpLimits {
  unsigned connections = 512;
  std::size_t connection_bytes =
      64 * 1024;             ///< for a request's headers; longer ones get 431 or 414
  std::size_t threads = 2;   ///< answers that are worked on at once
  std::size_t waiting = 64;  ///< requests that wait for one of them
  std::size_t streams = 16;  ///< answers in pieces at once: each keeps an open index
  HttpDeadlines deadlines;
};

/// What answers. Called by several threads at once.
struct HttpHandler {
  /// Answers what costs nothing; nullopt: the request is for `search`. Must not throw.
  std::function<std::optional<HttpResponse>(const HttpRequest& request)> at_once;
  /// Answers the rest. Work ends soon after `stop` is set by another thread. Must not throw.
  std::function<HttpResponse(const HttpRequest& request, const std::atomic<bool>& stop)> search;
  /// The body of a refusal, and the fields that go with it. Must not throw.
  std::function<HttpResponse(unsigned status, const std::string& message)> refuse;
  /// A line of the access log, without its end; unset: none is kept.
  std::function<void(std::string_view line)> log;
};

/// A server of GET and HEAD. One thread serves all sockets, so that slow clients cost memory alone;
/// answers are made by others. HTTP/1.1 with persistent connections; bodies are compressed where the
/// client takes gzip.
class HttpServer {
 public:
  /// Begins to serve. @throws ListenError when libmicrohttpd is absent or does not start.
  HttpServer(Listener listener, HostPolicy hosts, const HttpLimits& limits, HttpHandler handler);
  /// Takes no more requests, ends those that are being answered within a few seconds, and all
  /// connections then.
  ~HttpServer();
  HttpServer(HttpServer&&) = delete;

  [[nodiscard]] const Listener& listener() const noexcept;

 private:
  class State;
  std::unique_ptr<State> state_;
};

}  // namespace dateline
