#include "tests/server/http_client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <stdexcept>
#include <utility>

namespace dateline::test {
namespace {

sockaddr_in loopback(std::uint16_t port) {
  sockaddr_in at{};
  at.sin_family = AF_INET;
  at.sin_port = htons(port);
  at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return at;
}

std::string small(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

// Joins chunks, and takes them off `bytes`.
std::string take_chunks(std::string_view& bytes) {
  std::string body;
  for (;;) {
    const auto end = bytes.find("\r\n");
    if (end == std::string_view::npos) return body;
    const auto size = std::stoul(std::string{bytes.substr(0, end)}, nullptr, 16);
    bytes.remove_prefix(end + 2);
    body += bytes.substr(0, size);
    bytes.remove_prefix(std::min(bytes.size(), size + 2));
    if (size == 0) return body;
  }
}

}  // namespace

HttpConnection::HttpConnection(std::uint16_t port) : socket_{::socket(AF_INET, SOCK_STREAM, 0)} {
  const auto at = loopback(port);
  if (::connect(socket_, reinterpret_cast<const sockaddr*>(&at), sizeof at) == 0) return;
  ::close(socket_);
  throw std::runtime_error("nobody listens");
}

HttpConnection::~HttpConnection() {
  if (socket_ >= 0) ::close(socket_);
}

HttpConnection::HttpConnection(HttpConnection&& other) noexcept
    : socket_{std::exchange(other.socket_, -1)} {}

// The server may have closed already: what it says is looked at, not what it took.
void HttpConnection::send(std::string_view bytes) const {
  while (!bytes.empty()) {
    const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
}

void HttpConnection::half_close() const { ::shutdown(socket_, SHUT_WR); }

std::string HttpConnection::receive(std::size_t size, int seconds) const {
  const timeval patience{seconds, 0};
  ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  std::string bytes(size, '\0');
  const auto got = ::recv(socket_, bytes.data(), bytes.size(), 0);
  bytes.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
  return bytes;
}

std::string HttpConnection::receive_all(int seconds) const {
  constexpr std::size_t kPiece = 64 * 1024;
  std::string all;
  for (auto piece = receive(kPiece, seconds); !piece.empty(); piece = receive(kPiece, seconds))
    all += piece;
  return all;
}

std::vector<HttpReply> parse_replies(std::string_view bytes, bool is_head) {
  std::vector<HttpReply> replies;
  while (bytes.starts_with("HTTP/1.")) {
    const auto end = bytes.find("\r\n\r\n");
    if (end == std::string_view::npos) break;
    auto& reply = replies.emplace_back();
    auto head = bytes.substr(0, end + 2);
    bytes.remove_prefix(end + 4);
    reply.status = std::stoi(std::string{head.substr(9, 3)});
    for (auto line_end = head.find("\r\n"); line_end != std::string_view::npos;
         line_end = head.find("\r\n")) {
      const auto line = head.substr(0, line_end);
      const auto colon = line.find(": ");
      if (colon != std::string_view::npos)
        reply.headers[small(std::string{line.substr(0, colon)})] = line.substr(colon + 2);
      head.remove_prefix(line_end + 2);
    }
    if (is_head || reply.status == 304) continue;
    if (reply.header("transfer-encoding") == "chunked") {
      reply.body = take_chunks(bytes);
      continue;
    }
    const auto size = reply.header("content-length").empty()
                          ? bytes.size()
                          : std::stoul(reply.header("content-length"));
    reply.body = bytes.substr(0, size);
    bytes.remove_prefix(std::min(bytes.size(), size));
  }
  return replies;
}

HttpReply http_get(std::uint16_t port, std::string_view target,
                   const std::vector<std::string>& fields, std::string_view method) {
  const HttpConnection connection(port);
  std::string request = std::string{method} + " " + std::string{target} + " HTTP/1.1\r\n";
  const bool names_host = std::any_of(fields.begin(), fields.end(), [](const std::string& field) {
    return field.starts_with("Host:");
  });
  if (!names_host) request += "Host: localhost\r\n";
  for (const auto& field : fields) request += field + "\r\n";
  connection.send(request + "Connection: close\r\n\r\n");
  const auto replies = parse_replies(connection.receive_all(), method == "HEAD");
  return replies.empty() ? HttpReply{} : replies.front();
}

std::uint16_t free_port() {
  const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
  auto at = loopback(0);
  socklen_t size = sizeof at;
  const bool got = ::bind(socket, reinterpret_cast<const sockaddr*>(&at), size) == 0 &&
                   ::getsockname(socket, reinterpret_cast<sockaddr*>(&at), &size) == 0;
  ::close(socket);
  if (!got) throw std::runtime_error("no port is free");
  return ntohs(at.sin_port);
}

}  // namespace dateline::test
