#include "cli/interrupt.h"

#include <unistd.h>

#include <chrono>
#include <csignal>
#include <utility>

#include "cli/exit_code.h"
#include "cli/terminal.h"

namespace dateline {
namespace {

// Supervisors (timeout, systemd, a terminal's process group) may send a signal twice within a
// moment: that is one.
constexpr auto kDoubled = std::chrono::milliseconds{500};

sigset_t stop_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  // A terminal that goes away ends what runs in it, except what nohup(1) started.
  struct sigaction hang_up{};
  if (::sigaction(SIGHUP, nullptr, &hang_up) == 0 && hang_up.sa_handler != SIG_IGN)
    sigaddset(&signals, SIGHUP);
  return signals;
}

}  // namespace

Interrupt::Interrupt(std::string answer) {
  const auto signals = stop_signals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  listener_ = std::jthread([this, answer = std::move(answer)](const std::stop_token& ending) {
    const auto waited_for = stop_signals();
    std::chrono::steady_clock::time_point asked;
    while (!ending.stop_requested()) {
      int signal = 0;
      if (sigwait(&waited_for, &signal) != 0 || ending.stop_requested()) continue;
      const auto now = std::chrono::steady_clock::now();
      if (stop_.stop_requested()) {
        if (now - asked > kDoubled) _exit(kInterrupted);
        continue;
      }
      asked = now;
      complain(answer);
      stop_.request_stop();
    }
  });
}

Interrupt::~Interrupt() {
  listener_.request_stop();
  pthread_kill(listener_.native_handle(), SIGINT);  // wakes it, and nobody else
  listener_.join();
  const auto signals = stop_signals();
  pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
}

}  // namespace dateline
