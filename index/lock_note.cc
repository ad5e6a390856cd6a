#include "index/lock_note.h"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <signal.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstdint>
#include <fstream>
#include <sstream>

namespace dateline {
namespace {

std::string host_name() {
  std::array<char, 256> name{};
  return ::gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "an unknown host";
}

// Drawn anew by the kernel at each boot; differs from host to host. Empty where there is no /proc.
std::string boot_id() {
  std::ifstream file("/proc/sys/kernel/random/boot_id");
  std::string id;
  file >> id;
  return id;
}

// When a process began, in clock ticks since boot: numbers of processes come again, this does not.
// 0 when there is none, or the system does not say. Source: proc(5), field 22 of stat.
std::uint64_t start_of(pid_t process) {
  std::ifstream file(fmt::format("/proc/{}/stat", process));
  std::string line;
  std::getline(file, line);
  const auto name_end = line.rfind(')');  // the name may hold blanks and parentheses
  if (name_end == std::string::npos) return 0;
  std::istringstream fields(line.substr(name_end + 1));
  constexpr int kBefore = 19;  // from the state on
  std::string skipped;
  for (int i = 0; i < kBefore; ++i) fields >> skipped;
  std::uint64_t start = 0;
  fields >> start;
  return start;
}

struct Owner {
  pid_t process = 0;
  std::uint64_t start = 0;
  std::string boot;
};

Owner owner_in(std::string_view note) {
  const auto end = note.find('\n');
  Owner owner;
  if (end == std::string_view::npos) return owner;
  std::istringstream fields{std::string(note.substr(end + 1))};
  fields >> owner.process >> owner.start >> owner.boot;
  return fields.fail() ? Owner{} : owner;
}

bool is_running(const Owner& owner) {
  if (::kill(owner.process, 0) != 0 && errno == ESRCH) return false;
  const auto start = start_of(owner.process);
  return start == 0 || start == owner.start;
}

}  // namespace

std::string lock_note() {
  const auto now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  return fmt::format("process {} on {} since {:%Y-%m-%dT%H:%M:%S%z}\n{} {} {}\n", ::getpid(),
                     host_name(), fmt::localtime(now), ::getpid(), start_of(::getpid()), boot_id());
}

std::string_view holder_in(std::string_view note) noexcept {
  return note.substr(0, note.find('\n'));
}

bool is_of_another_boot(std::string_view note) {
  const auto owner = owner_in(note);
  return owner.process > 0 && owner.boot != boot_id();
}

bool may_be_writing(std::string_view note, bool trusts_lock) {
  const auto owner = owner_in(note);
  if (owner.process <= 0) return false;
  if (owner.boot != boot_id()) return !trusts_lock;
  return owner.process != ::getpid() && is_running(owner);
}

bool has_no_locks(int error) noexcept {
  return error == ENOLCK || error == EOPNOTSUPP || error == ENOSYS || error == EINVAL;
}

bool has_trusted_locks(int fd) noexcept {
  // Source: statfs(2). FUSE stands for sshfs and its like.
  constexpr std::array<std::uint32_t, 11> kNetwork{
      0x6969,      // NFS
      0x517B,      // SMB
      0xFF534D42,  // CIFS
      0xFE534D42,  // SMB2
      0x65735546,  // FUSE
      0x01021997,  // 9p
      0x5346414F,  // AFS
      0x73757245,  // Coda
      0x00C36400,  // Ceph
      0x0BD00BD0,  // Lustre
      0x7461636F,  // OCFS2
  };
  struct statfs system{};
  if (::fstatfs(fd, &system) != 0) return false;
  const auto type = static_cast<std::uint32_t>(system.f_type);
  return std::find(kNetwork.begin(), kNetwork.end(), type) == kNetwork.end();
}

}  // namespace dateline
