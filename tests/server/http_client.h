// Speaks HTTP to a server on this machine, byte by byte where a test wants that.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::test {

/// An answer as it came.
struct HttpReply {
  int status = 0;                              ///< 0: none came
  std::map<std::string, std::string> headers;  ///< names in small letters
  std::string body;                            ///< chunks joined

  [[nodiscard]] std::string header(const std::string& name) const {
    const auto found = headers.find(name);
    return found == headers.end() ? std::string{} : found->second;
  }
};

/// A connection to a port of 127.0.0.1.
class HttpConnection {
 public:
  /// Throws std::runtime_error when nobody listens.
  explicit HttpConnection(std::uint16_t port);
  ~HttpConnection();
  HttpConnection(HttpConnection&& other) noexcept;

  void send(std::string_view bytes) const;
  /// No more will be sent.
  void half_close() const;
  /// All that comes until the server closes, or nothing has come for `seconds`.
  [[nodiscard]] std::string receive_all(int seconds = 20) const;
  /// At most `size` bytes; empty at the end.
  [[nodiscard]] std::string receive(std::size_t size, int seconds = 20) const;

 private:
  int socket_ = -1;
};

/// Reads answers out of what a server has sent; `is_head`: they have no bodies.
[[nodiscard]] std::vector<HttpReply> parse_replies(std::string_view bytes, bool is_head = false);

/// One request on a connection of its own. `fields` are whole lines without their ends.
[[nodiscard]] HttpReply http_get(std::uint16_t port, std::string_view target,
                                 const std::vector<std::string>& fields = {},
                                 std::string_view method = "GET");

/// A port that nobody listens on just now.
[[nodiscard]] std::uint16_t free_port();

}  // namespace dateline::test
