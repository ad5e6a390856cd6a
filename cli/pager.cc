#include "cli/pager.h"

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace dateline {

bool page(std::string_view text) {
  // NOLINTBEGIN(concurrency-mt-unsafe): nothing else reads or sets the environment now
  const char* named = std::getenv("PAGER");
  const std::string pager = named == nullptr ? "less" : named;
  if (pager.empty() || pager == "cat") return false;
  setenv("LESS", "FRX", 0);  // colours; leave when it fits; keep the screen
  // NOLINTEND(concurrency-mt-unsafe)
  std::fflush(stdout);
  // The user's own command, as a shell reads it.
  std::FILE* pipe = ::popen(pager.c_str(), "w");  // NOLINT(cert-env33-c)
  if (pipe == nullptr) return false;
  auto* const before = std::signal(SIGPIPE, SIG_IGN);  // who leaves the pager early has read enough
  std::fwrite(text.data(), 1, text.size(), pipe);
  constexpr int kNotFound = 127 << 8;  // of the shell, as waitpid(2) gives it
  const bool shown = ::pclose(pipe) != kNotFound;
  std::signal(SIGPIPE, before);
  return shown;
}

}  // namespace dateline
