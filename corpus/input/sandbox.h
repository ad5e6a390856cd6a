// What a child process on untrusted input may ask of the system.
#pragma once

#include <linux/filter.h>

#include <string>
#include <vector>

namespace dateline {

/// A sandbox for one program, made ready before the fork and entered by the child before it becomes
/// that program. Within it
/// - no file is opened for writing, made, changed or removed, and none is read but the program, the
///   system's libraries, fonts and their settings, poppler's tables and the time zones (Landlock);
/// - there is no network, no other process, no tracing: system calls that such a converter does not
///   need fail with EPERM (seccomp).
/// Descriptors that are open already stay usable. What the kernel lacks is left out:
/// sandbox_support.h says so.
class Sandbox {
 public:
  /// `program` is the path that the child will execute, by this very pointer: it must outlive it.
  /// @throws std::system_error when the kernel has the means and refuses them.
  explicit Sandbox(const std::string& program);
  ~Sandbox();
  Sandbox(const Sandbox&) = delete;
  Sandbox& operator=(const Sandbox&) = delete;

  /// In the child. Async-signal-safe. Requires no_new_privs. What comes next is close() of other
  /// descriptors or enter_calls().
  [[nodiscard]] bool enter_files() const noexcept;
  /// In the child, last before execve() of the program. Async-signal-safe.
  [[nodiscard]] bool enter_calls() const noexcept;

 private:
  int ruleset_ = -1;                ///< Landlock's; -1: there is none
  std::vector<sock_filter> calls_;  ///< seccomp's program; empty: there is none
};

}  // namespace dateline
