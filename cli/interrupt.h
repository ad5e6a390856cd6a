// Ctrl-C, and other ways in which a user or a supervisor ends a program.
#pragma once

#include <stop_token>
#include <string>
#include <thread>

namespace dateline {

/// While it lives, the first SIGINT, SIGTERM or SIGHUP (unless nohup(1) has it ignored) says so and
/// asks for a stop through token(), and another one, half a second or more later, ends the process
/// with kInterrupted. Make it before any other thread: the signals are blocked in the calling
/// thread and those it starts.
class Interrupt {
 public:
  /// `answer` goes to stderr at the first signal.
  explicit Interrupt(std::string answer);
  ~Interrupt();
  Interrupt(Interrupt&&) = delete;

  [[nodiscard]] std::stop_token token() const noexcept { return stop_.get_token(); }

 private:
  std::stop_source stop_;
  std::jthread listener_;
};

}  // namespace dateline
