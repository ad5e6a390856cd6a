#include "tests/cluster/stub_server.h"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <optional>
#include <stdexcept>
#include <utility>

namespace dateline::test {
namespace {

// Takes the first request off what was received, once it is whole.
std::optional<StubRequest> take_request(std::string& received) {
  const auto end = received.find("\r\n\r\n");
  if (end == std::string::npos) return std::nullopt;
  StubRequest request;
  request.head = received.substr(0, end + 2);
  const auto length = request.header("Content-Length");
  const auto size = length.empty() ? std::size_t{0} : std::stoul(length);
  if (received.size() < end + 4 + size) return std::nullopt;
  request.body = received.substr(end + 4, size);
  const auto first = request.head.find(' ');
  request.method = request.head.substr(0, first);
  request.target = request.head.substr(first + 1, request.head.find(' ', first + 1) - first - 1);
  received.erase(0, end + 4 + size);
  return request;
}

void send_all(int socket, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto sent = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
}

}  // namespace

std::string StubRequest::header(std::string_view name) const {
  const auto mark = fmt::format("\r\n{}: ", name);
  const auto at = head.find(mark);
  if (at == std::string::npos) return {};
  return head.substr(at + mark.size(), head.find("\r\n", at + 2) - at - mark.size());
}

StubAnswer stub_answer(int status, std::string_view body, std::string_view more_headers) {
  return {fmt::format("HTTP/1.1 {} X\r\nContent-Length: {}\r\n{}\r\n{}", status, body.size(),
                      more_headers, body)};
}

StubServer::StubServer(Answer answer)
    : answer_{std::move(answer)}, listener_{::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)} {
  sockaddr_in at{};
  at.sin_family = AF_INET;
  at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof at;
  auto* const address = reinterpret_cast<sockaddr*>(&at);
  if (::bind(listener_, address, size) != 0 || ::listen(listener_, 16) != 0 ||
      ::getsockname(listener_, address, &size) != 0 || ::pipe(wake_) != 0) {
    throw std::runtime_error("a stub cannot listen");
  }
  port_ = ntohs(at.sin_port);
  thread_ = std::jthread([this] { serve(); });
}

StubServer::~StubServer() {
  ::close(wake_[1]);
  thread_.join();
  ::close(wake_[0]);
  ::close(listener_);
}

std::string StubServer::url() const { return fmt::format("http://127.0.0.1:{}/archive", port_); }

std::vector<StubRequest> StubServer::requests() const {
  const std::lock_guard lock(mutex_);
  return requests_;
}

void StubServer::serve() {
  std::vector<Connection> open;
  for (;;) {
    std::vector<pollfd> watched{{wake_[0], POLLIN, 0}, {listener_, POLLIN, 0}};
    for (const auto& connection : open) watched.push_back({connection.socket, POLLIN, 0});
    ::poll(watched.data(), watched.size(), -1);
    if (watched[0].revents != 0) break;
    std::vector<Connection> left;
    for (std::size_t i = 0; i < open.size(); ++i) {
      if (watched[i + 2].revents == 0 || serve_one(open[i])) {
        left.push_back(std::move(open[i]));
      } else {
        ::close(open[i].socket);
      }
    }
    open = std::move(left);
    if (watched[1].revents != 0) {
      open.push_back({::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC), {}});
      ++connections_;
    }
  }
  for (const auto& connection : open) ::close(connection.socket);
}

// False: it is over.
bool StubServer::serve_one(Connection& connection) {
  std::array<char, 65536> bytes{};
  const auto got = ::recv(connection.socket, bytes.data(), bytes.size(), 0);
  if (got <= 0) return false;
  connection.received.append(bytes.data(), static_cast<std::size_t>(got));
  return answer_all(connection);
}

bool StubServer::answer_all(Connection& connection) {
  while (auto request = take_request(connection.received)) {
    const auto answer = answer_(*request);
    {
      const std::lock_guard lock(mutex_);
      requests_.push_back(std::move(*request));
    }
    send_all(connection.socket, answer.bytes);
    if (answer.closes) return false;
  }
  return true;
}

}  // namespace dateline::test
