// Addresses of sockets as text.
#pragma once

#include <sys/socket.h>

#include <string>

namespace dateline {

/// "127.0.0.1:8390", "[::1]:8390"; without the port "127.0.0.1", "::1"; "local" for sockets of other
/// kinds.
[[nodiscard]] std::string address_text(const sockaddr* address, bool with_port);

/// Whether it is an address of the loopback interface, or no network's at all.
[[nodiscard]] bool is_loopback_address(const sockaddr* address) noexcept;

}  // namespace dateline
