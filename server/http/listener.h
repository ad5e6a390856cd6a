// The socket on which a server is spoken to.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "language/error.h"

namespace dateline {

/// A socket that could not be had: what was asked for, why, what to do.
class ListenError : public Error {
 public:
  using Error::Error;
};

/// A listening socket (TCP). Closed at the end of its life.
class Listener {
 public:
  /// @param address "127.0.0.1:8390", "[::1]:8390", "localhost:8390", or a port alone: the loopback
  /// interface. Port 0: any that is free. @throws ListenError.
  explicit Listener(std::string_view address);
  /// The socket that a supervisor has opened, as systemd hands it over: descriptor 3 where
  /// $LISTEN_PID is this process and $LISTEN_FDS is 1. Source: sd_listen_fds(3).
  /// @throws ListenError when there is none.
  [[nodiscard]] static Listener inherited();
  ~Listener();
  Listener(Listener&& other) noexcept;

  [[nodiscard]] int descriptor() const noexcept { return descriptor_; }
  /// "127.0.0.1:8390", with the port that it has got.
  [[nodiscard]] const std::string& address() const noexcept { return address_; }
  /// Whether only this machine reaches it.
  [[nodiscard]] bool is_loopback() const noexcept { return is_loopback_; }

 private:
  explicit Listener(int descriptor);
  void describe();

  int descriptor_ = -1;
  std::string address_;
  bool is_loopback_ = false;
};

/// Whether a supervisor has handed over a socket.
[[nodiscard]] bool has_inherited_socket();

}  // namespace dateline
