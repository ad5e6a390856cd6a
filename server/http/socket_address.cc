#include "server/http/socket_address.h"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/in.h>

#include <array>

namespace dateline {

std::string address_text(const sockaddr* address, bool with_port) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  if (address->sa_family == AF_INET) {
    const auto* four = reinterpret_cast<const sockaddr_in*>(address);
    ::inet_ntop(AF_INET, &four->sin_addr, text.data(), text.size());
    return with_port ? fmt::format("{}:{}", text.data(), ntohs(four->sin_port)) : text.data();
  }
  if (address->sa_family == AF_INET6) {
    const auto* six = reinterpret_cast<const sockaddr_in6*>(address);
    ::inet_ntop(AF_INET6, &six->sin6_addr, text.data(), text.size());
    return with_port ? fmt::format("[{}]:{}", text.data(), ntohs(six->sin6_port)) : text.data();
  }
  return "local";
}

bool is_loopback_address(const sockaddr* address) noexcept {
  constexpr std::uint32_t kNet = 0x7F000000;  // 127.0.0.0/8
  constexpr std::uint32_t kMask = 0xFF000000;
  if (address->sa_family == AF_INET) {
    const auto* four = reinterpret_cast<const sockaddr_in*>(address);
    return (ntohl(four->sin_addr.s_addr) & kMask) == kNet;
  }
  if (address->sa_family == AF_INET6)
    return IN6_IS_ADDR_LOOPBACK(&reinterpret_cast<const sockaddr_in6*>(address)->sin6_addr) != 0;
  return address->sa_family == AF_UNIX;
}

}  // namespace dateline
