#include "cli/fatal_signals.h"

#include <unistd.h>

#include <csignal>
#include <string_view>

#include "cli/exit_code.h"

namespace dateline {
namespace {

// Nothing is undone and nothing is freed: what a writer has not published is an orphan, which the
// next one sweeps. Only what signal-safety(7) allows is called.
void leave_after_bus_error(int signal, siginfo_t* what, void* /*context*/) {
  constexpr std::string_view kMessage =
      "dateline: a file in use was cut short, or its disk cannot be read; an index is as it was "
      "last published: see 'dateline check'\n";
  if (what->si_code != BUS_ADRERR) {  // no file's doing: a fault of the program
    std::signal(signal, SIG_DFL);
    return;
  }
  (void)!::write(STDERR_FILENO, kMessage.data(), kMessage.size());
  ::_exit(kIoError);
}

}  // namespace

void take_fatal_signals() noexcept {
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  struct sigaction action{};
  action.sa_sigaction = leave_after_bus_error;
  action.sa_flags = SA_SIGINFO;
  sigemptyset(&action.sa_mask);
  ::sigaction(SIGBUS, &action, nullptr);
}

}  // namespace dateline
