#include "corpus/input/sandbox_support.h"

#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>

namespace dateline {

SandboxSupport sandbox_support() noexcept {
  SandboxSupport support;
  const auto version =
      ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
  support.landlock = version > 0 ? static_cast<int>(version) : 0;
  // With a bad address the kernel says so if it knows filters, and EINVAL if not.
  support.seccomp =
      ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, nullptr, 0, 0) != 0 && errno == EFAULT;
  return support;
}

}  // namespace dateline
