#include "corpus/input/sandbox.h"

#include <fcntl.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <seccomp.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <memory>
#include <system_error>

#include "corpus/input/sandbox_support.h"

namespace dateline {
namespace {

// Landlock's interface as of its version 4: the headers of Debian 12 know 2.
struct RulesetAttributes {
  std::uint64_t files;
  std::uint64_t network;
};
constexpr std::uint64_t kFilesOfFirst = (std::uint64_t{LANDLOCK_ACCESS_FS_MAKE_SYM} << 1U) - 1;
constexpr std::uint64_t kRefer = std::uint64_t{1} << 13U;     // since version 2
constexpr std::uint64_t kTruncate = std::uint64_t{1} << 14U;  // 3
constexpr std::uint64_t kBindAndConnect = 3;                  // 4

constexpr int kFirstSandboxFd = 10;  // clear of those that the child is given

// What a converter of documents reads beside its input. What is not there is passed over.
constexpr std::array kReadable = {
    "/lib",
    "/lib64",
    "/usr/lib",
    "/usr/lib64",
    "/usr/local/lib",
    "/etc/ld.so.cache",
    "/usr/share/poppler",
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "/etc/fonts",
    "/usr/share/fontconfig",
    "/var/cache/fontconfig",
    "/etc/localtime",
    "/usr/share/zoneinfo",
};

// The loaders of programs, which the system runs in their place.
constexpr std::array kLoaders = {
    "/lib64/ld-linux-x86-64.so.2",
    "/lib/ld-linux-aarch64.so.1",
    "/lib/ld-linux-armhf.so.3",
    "/lib/ld-linux.so.2",
    "/lib64/ld64.so.2",
    "/lib/ld64.so.1",
    "/lib/ld-linux-riscv64-lp64d.so.1",
};

// Those that neither reach beyond the process nor change a file; execve() and openat() have
// conditions of their own.
constexpr std::array kCalls = {
    "access",
    "arch_prctl",
    "brk",
    "clock_getres",
    "clock_gettime",
    "clock_nanosleep",
    "close",
    "dup",
    "dup2",
    "dup3",
    "exit",
    "exit_group",
    "faccessat",
    "faccessat2",
    "fadvise64",
    "fcntl",
    "fstat",
    "fstatfs",
    "futex",
    "getcwd",
    "getdents64",
    "getegid",
    "geteuid",
    "getgid",
    "getpgrp",
    "getpid",
    "getppid",
    "getrandom",
    "getrlimit",
    "getrusage",
    "gettid",
    "gettimeofday",
    "getuid",
    "lseek",
    "lstat",
    "madvise",
    "membarrier",
    "mmap",
    "mprotect",
    "mremap",
    "munmap",
    "nanosleep",
    "newfstatat",
    "poll",
    "ppoll",
    "pread64",
    "preadv",
    "read",
    "readlink",
    "readlinkat",
    "readv",
    "restart_syscall",
    "rseq",
    "rt_sigaction",
    "rt_sigprocmask",
    "rt_sigreturn",
    "sched_getaffinity",
    "sched_yield",
    "set_robust_list",
    "set_tid_address",
    "sigaltstack",
    "stat",
    "statfs",
    "statx",
    "sysinfo",
    "time",
    "uname",
    "write",
    "writev",
};

[[noreturn]] void refuse_sandbox(const char* what, int error) {
  throw std::system_error(error, std::generic_category(), what);
}

std::uint64_t handled_files(int version) noexcept {
  return kFilesOfFirst | (version >= 2 ? kRefer : 0) | (version >= 3 ? kTruncate : 0);
}

// What is named is read; a folder with all below it.
void allow_reading(int ruleset, const char* path, bool run) {
  const int fd = ::open(path, O_PATH | O_CLOEXEC);
  if (fd < 0) return;
  struct stat status{};
  const bool known = ::fstat(fd, &status) == 0;
  landlock_path_beneath_attr rule{};
  rule.parent_fd = fd;
  rule.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE;
  if (run) rule.allowed_access |= LANDLOCK_ACCESS_FS_EXECUTE;
  if (S_ISDIR(status.st_mode)) rule.allowed_access |= LANDLOCK_ACCESS_FS_READ_DIR;
  const bool added =
      known && ::syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) == 0;
  const int error = errno;
  ::close(fd);
  if (!added) refuse_sandbox("Landlock takes no rule", error);
}

int make_ruleset(int version) {
  const RulesetAttributes attributes{handled_files(version),
                                     version >= 4 ? kBindAndConnect : std::uint64_t{0}};
  const auto size = version >= 4 ? sizeof attributes : sizeof attributes.files;
  const auto made = static_cast<int>(::syscall(SYS_landlock_create_ruleset, &attributes, size, 0));
  if (made < 0) refuse_sandbox("Landlock makes no ruleset", errno);
  const int kept = ::fcntl(made, F_DUPFD_CLOEXEC, kFirstSandboxFd);
  const int error = errno;
  ::close(made);
  if (kept < 0) refuse_sandbox("no descriptor for a sandbox", error);
  return kept;
}

void check_call(int error) {
  if (error < 0) refuse_sandbox("a filter of system calls cannot be made", -error);
}

using Filter = std::unique_ptr<void, decltype(&seccomp_release)>;

Filter make_filter(const std::string& program) {
  Filter filter{seccomp_init(SCMP_ACT_ERRNO(EPERM)), seccomp_release};
  if (!filter) refuse_sandbox("a filter of system calls cannot be made", ENOMEM);
  for (const char* name : kCalls) {
    const int call = seccomp_syscall_resolve_name(name);
    if (call < 0) continue;  // not on this machine
    check_call(seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, call, 0));
  }
  // By the pointer that the child is about to use. Landlock says which files may be run at all.
  check_call(
      seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, SCMP_SYS(execve), 1,
                       SCMP_A0(SCMP_CMP_EQ, reinterpret_cast<std::uintptr_t>(program.c_str()))));
  constexpr auto kChanging =
      static_cast<scmp_datum_t>(O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND | O_EXCL);
  check_call(seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, SCMP_SYS(open), 1,
                              SCMP_A1(SCMP_CMP_MASKED_EQ, kChanging, O_RDONLY)));
  check_call(seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, SCMP_SYS(openat), 1,
                              SCMP_A2(SCMP_CMP_MASKED_EQ, kChanging, O_RDONLY)));
  check_call(seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, SCMP_SYS(ioctl), 1,
                              SCMP_A1(SCMP_CMP_EQ, TCGETS)));  // is this a terminal?
  check_call(seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), 1,
                              SCMP_A2(SCMP_CMP_EQ, 0)));  // reads a limit
  return filter;
}

// The filter as the kernel takes it: the child may not call a library that allocates.
std::vector<sock_filter> compiled(const Filter& filter) {
  const int file = ::memfd_create("filter", MFD_CLOEXEC);
  if (file < 0) refuse_sandbox("no memory for a filter of system calls", errno);
  std::vector<sock_filter> program;
  int error = seccomp_export_bpf(filter.get(), file);
  if (error == 0) {
    const auto bytes = ::lseek(file, 0, SEEK_END);
    program.resize(static_cast<std::size_t>(bytes) / sizeof(sock_filter));
    if (::pread(file, program.data(), static_cast<std::size_t>(bytes), 0) != bytes) error = -EIO;
  }
  ::close(file);
  check_call(error);
  return program;
}

}  // namespace

Sandbox::Sandbox(const std::string& program) {
  const auto support = sandbox_support();
  if (support.seccomp) calls_ = compiled(make_filter(program));
  if (support.landlock == 0) return;
  ruleset_ = make_ruleset(support.landlock);
  try {
    // The program's loader is run, too, from among the libraries.
    allow_reading(ruleset_, program.c_str(), true);
    for (const char* path : kReadable) allow_reading(ruleset_, path, false);
    for (const char* loader : kLoaders) allow_reading(ruleset_, loader, true);
  } catch (...) {
    ::close(ruleset_);
    throw;
  }
}

Sandbox::~Sandbox() {
  if (ruleset_ >= 0) ::close(ruleset_);
}

bool Sandbox::enter_files() const noexcept {
  return ruleset_ < 0 || ::syscall(SYS_landlock_restrict_self, ruleset_, 0) == 0;
}

bool Sandbox::enter_calls() const noexcept {
  if (calls_.empty()) return true;
  const sock_fprog program{static_cast<unsigned short>(calls_.size()),
                           const_cast<sock_filter*>(calls_.data())};  // it is only read
  return ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) == 0;
}

}  // namespace dateline
