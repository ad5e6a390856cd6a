#include "server/http/listener.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <utility>

#include "server/http/socket_address.h"

namespace dateline {
namespace {

constexpr int kBacklog = 512;
constexpr int kFirstInherited = 3;  // SD_LISTEN_FDS_START

std::string environment_of(const char* name) {
  const char* value =
      std::getenv(name);  // NOLINT(concurrency-mt-unsafe): nothing sets the environment
  return value == nullptr ? std::string{} : std::string{value};
}

[[noreturn]] void refuse(std::string_view address, std::string_view why) {
  throw ListenError(fmt::format("cannot listen on {}: {}", address, why));
}

struct HostAndPort {
  std::string host = "127.0.0.1";
  std::string port;
};

HostAndPort split_address(std::string_view address) {
  HostAndPort parts;
  const auto colon = address.rfind(':');
  parts.port = address.substr(colon == std::string_view::npos ? 0 : colon + 1);
  if (colon != std::string_view::npos) parts.host = address.substr(0, colon);
  if (parts.host.starts_with('[') && parts.host.ends_with(']'))
    parts.host = parts.host.substr(1, parts.host.size() - 2);
  const bool is_number = !parts.port.empty() && parts.port.size() <= 5 &&
                         parts.port.find_first_not_of("0123456789") == std::string::npos;
  if (!is_number || parts.host.empty())
    refuse(address, "write HOST:PORT, as 127.0.0.1:8390, or a port alone");
  return parts;
}

using Addresses = std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)>;

Addresses resolve(std::string_view address) {
  const auto [host, port] = split_address(address);
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV;
  addrinfo* found = nullptr;
  if (const int error = ::getaddrinfo(host.c_str(), port.c_str(), &hints, &found); error != 0)
    refuse(address, ::gai_strerror(error));
  return {found, &::freeaddrinfo};
}

// @return -1 with errno set when it cannot be had.
int open_socket(const addrinfo& at) {
  const int socket =
      ::socket(at.ai_family, at.ai_socktype | SOCK_CLOEXEC | SOCK_NONBLOCK, at.ai_protocol);
  if (socket < 0) return -1;
  const int yes = 1;
  ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  if (::bind(socket, at.ai_addr, at.ai_addrlen) == 0 && ::listen(socket, kBacklog) == 0)
    return socket;
  const int error = errno;
  ::close(socket);
  errno = error;
  return -1;
}

}  // namespace

Listener::Listener(int descriptor) : descriptor_{descriptor} { describe(); }

Listener::Listener(std::string_view address) {
  const auto found = resolve(address);
  for (const auto* at = found.get(); at != nullptr && descriptor_ < 0; at = at->ai_next)
    descriptor_ = open_socket(*at);
  if (descriptor_ < 0) {
    refuse(address, errno == EADDRINUSE
                        ? "another program listens there: give another port with --listen"
                        : std::strerror(errno));
  }
  describe();
}

bool has_inherited_socket() {
  return environment_of("LISTEN_PID") == std::to_string(::getpid()) &&
         !environment_of("LISTEN_FDS").empty();
}

Listener Listener::inherited() {
  if (!has_inherited_socket() || environment_of("LISTEN_FDS") != "1")
    throw ListenError("the supervisor has to hand over exactly one socket");
  int listens = 0;
  socklen_t size = sizeof listens;
  if (::getsockopt(kFirstInherited, SOL_SOCKET, SO_ACCEPTCONN, &listens, &size) != 0 ||
      listens == 0) {
    throw ListenError("what the supervisor has handed over is no listening socket");
  }
  ::fcntl(kFirstInherited, F_SETFD, FD_CLOEXEC);
  ::fcntl(kFirstInherited, F_SETFL, ::fcntl(kFirstInherited, F_GETFL) | O_NONBLOCK);
  return Listener(kFirstInherited);
}

Listener::~Listener() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

Listener::Listener(Listener&& other) noexcept
    : descriptor_{std::exchange(other.descriptor_, -1)},
      address_{std::move(other.address_)},
      is_loopback_{other.is_loopback_} {}

void Listener::describe() {
  sockaddr_storage at{};
  socklen_t size = sizeof at;
  if (::getsockname(descriptor_, reinterpret_cast<sockaddr*>(&at), &size) != 0) return;
  address_ = address_text(reinterpret_cast<const sockaddr*>(&at), true);
  is_loopback_ = is_loopback_address(reinterpret_cast<const sockaddr*>(&at));
}

}  // namespace dateline
