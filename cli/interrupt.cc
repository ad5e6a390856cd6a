#include "cli/interrupt.h"

#include <unistd.h>

#include <csignal>
#include <ctime>

#include "cli/exit_code.h"
#include "cli/terminal.h"

namespace dateline {
namespace {

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
    while (!ending.stop_requested()) {
      if (sigtimedwait(&waited_for, nullptr, &kPoll) < 0) continue;
      if (stop_.stop_requested()) _exit(kInterrupted);
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
