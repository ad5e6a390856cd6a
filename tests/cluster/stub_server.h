// A server that says what a test wants, byte by byte.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace dateline::test {

/// A request as it came.
struct StubRequest {
  std::string method;
  std::string target;
  std::string head;  ///< all lines before the body
  std::string body;

  /// The value of a header; empty when there is none. `name` as it is sent: "Content-Type".
  [[nodiscard]] std::string header(std::string_view name) const;
};

/// What the stub does then.
struct StubAnswer {
  std::string bytes;    ///< sent as they are; none: nothing is ever sent
  bool closes = false;  ///< the connection, afterwards
};

/// A whole answer with its length.
[[nodiscard]] StubAnswer stub_answer(int status, std::string_view body,
                                     std::string_view more_headers = {});

/// Listens on a port of 127.0.0.1 in a thread of its own, until it dies.
class StubServer {
 public:
  using Answer = std::function<StubAnswer(const StubRequest&)>;

  /// `answer` is called in the server's thread.
  explicit StubServer(Answer answer);
  ~StubServer();
  StubServer(StubServer&&) = delete;

  /// "http://127.0.0.1:PORT/archive"
  [[nodiscard]] std::string url() const;
  [[nodiscard]] std::uint16_t port() const noexcept { return port_; }
  [[nodiscard]] std::vector<StubRequest> requests() const;
  /// How many connections have been made.
  [[nodiscard]] int connection_count() const noexcept { return connections_; }

 private:
  struct Connection {
    int socket;
    std::string received;
  };
  void serve();
  bool serve_one(Connection& connection);
  [[nodiscard]] bool answer_all(Connection& connection);

  Answer answer_;
  int listener_ = -1;
  int wake_[2] = {-1, -1};
  std::uint16_t port_ = 0;
  std::atomic<int> connections_ = 0;
  mutable std::mutex mutex_;
  std::vector<StubRequest> requests_;
  std::jthread thread_;
};

}  // namespace dateline::test
