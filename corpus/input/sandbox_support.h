// What the kernel has to confine a child process with (sandbox.h).
#pragma once

namespace dateline {

/// Which of the kernel's means there are.
struct SandboxSupport {
  int landlock = 0;      ///< version of Landlock's interface; 0: none
  bool seccomp = false;  ///< filters of system calls

  [[nodiscard]] bool is_whole() const noexcept { return landlock > 0 && seccomp; }
};

/// Asks the kernel. Changes nothing.
[[nodiscard]] SandboxSupport sandbox_support() noexcept;

}  // namespace dateline
