#include "cli/interrupt.h"

#include <unistd.h>

#include <chrono>
#include <csignal>
#include <ctime>

#include "cli/exit_code.h"
#include "cli/terminal.h"

namespace dateline {
namespace {

// Supervisors (timeout, systemd, a terminal's process group) may send a signal twice within a moment: that is one.
constexpr auto kDoubled = std::chrono::milliseconds{500};

sigset_t stop_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  return signals;
}

}  // namespace

Interrupt::Interrupt() {
  const auto signals = stop_signals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  listener_ = std::jthread([this](const std::stop_token& ending) {
    const auto waited_for = stop_signals();
    constexpr timespec kPoll{0, 100'000'000};
    std::chrono::steady_clock::time_point asked;
    while (!ending.stop_requested()) {
      if (sigtimedwait(&waited_for, nullptr, &kPoll) < 0) continue;
      const auto now = std::chrono::steady_clock::now();
      if (stop_.stop_requested()) {
        if (now - asked > kDoubled) _exit(kInterrupted);
        continue;
      }
      asked = now;
      complain("stopping after the current article; once more to leave at once");
      stop_.request_stop();
    }
  });
}

Interrupt::~Interrupt() {
  listener_.request_stop();
  listener_.join();
  const auto signals = stop_signals();
  pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
}

}  // namespace dateline
