#include "corpus/input/child_process.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <system_error>
#include <utility>

#include "corpus/input/sandbox.h"

// The child reads files that strangers have made, and so is trusted with nothing: it gets the file
// as a descriptor and no path, no environment, limits that the kernel enforces, and it dies with
// its parent. All that allocates or may fail is done before the fork: between fork and exec, the
// child of a program with threads may call async-signal-safe functions alone. Both of its outputs
// are read as they come, or it could wait for ever for the one while we wait for the other.

namespace dateline {
namespace {

constexpr std::size_t kMaxMessageBytes = std::size_t{4} << 10;
constexpr std::size_t kPipeBytes = std::size_t{64} << 10;
constexpr int kFirstOwnFd = 10;  // clear of those that the child is given
constexpr int kNotStarted = 127;
constexpr int kNotConfined = 125;
constexpr int kLookForStop = 100;  // milliseconds

[[noreturn]] void fail(const std::string& what) {
  throw ChildError(what + ": " + std::generic_category().message(errno));
}

/// A descriptor that closes itself, not below kFirstOwnFd.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int fd) : fd_(fd < 0 ? -1 : ::fcntl(fd, F_DUPFD_CLOEXEC, kFirstOwnFd)) {
    if (fd >= 0) ::close(fd);
    if (fd_ < 0) fail("no descriptor for a child process");
  }
  Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
  }
  ~Descriptor() { close(); }
  void close() noexcept {
    if (fd_ >= 0) ::close(std::exchange(fd_, -1));
  }
  [[nodiscard]] int get() const noexcept { return fd_; }

 private:
  int fd_ = -1;
};

struct Pipe {
  Descriptor read_end;
  Descriptor write_end;
};

Pipe make_pipe() {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) fail("no pipe for a child process");
  return {Descriptor{ends[0]}, Descriptor{ends[1]}};
}

Descriptor memory_file(std::string_view bytes) {
  Descriptor file{::memfd_create("input", MFD_CLOEXEC | MFD_ALLOW_SEALING)};
  while (!bytes.empty()) {
    const auto count = ::write(file.get(), bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) fail("no memory to hand a file to a child process");
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  if (::fcntl(file.get(), F_ADD_SEALS, F_SEAL_WRITE | F_SEAL_GROW | F_SEAL_SHRINK | F_SEAL_SEAL) !=
      0) {
    fail("a file for a child process cannot be sealed");
  }
  return file;
}

Sandbox sandbox_for(const std::string& program) try {
  return Sandbox{program};
} catch (const std::system_error& error) {
  throw ChildError(fmt::format("it cannot be confined: {}", error.what()));
}

std::string find_program(const std::string& name) {
  for (const std::string folder : {"/usr/bin/", "/usr/local/bin/", "/bin/"}) {
    if (::access((folder + name).c_str(), X_OK) == 0) return folder + name;
  }
  throw ChildError(name + " is not installed");
}

void limit(int resource, rlim_t value) noexcept {
  const rlimit both{value, value};
  ::setrlimit(static_cast<__rlimit_resource>(resource), &both);
}

/// What the child needs, made before the fork: after it only async-signal-safe calls are allowed.
struct Start {
  const char* program;
  char* const* arguments;
  const Sandbox* sandbox;
  int input;
  int null;
  int output;
  int messages;
  rlim_t seconds;
  rlim_t memory;
};

[[noreturn]] void become(const Start& start) noexcept {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  const bool wired =
      ::dup2(start.null, STDIN_FILENO) >= 0 && ::dup2(start.output, STDOUT_FILENO) >= 0 &&
      ::dup2(start.messages, STDERR_FILENO) >= 0 && ::dup2(start.input, kInputFd) >= 0;
  if (!wired) ::_exit(kNotStarted);
  if (!start.sandbox->enter_files()) ::_exit(kNotConfined);
  ::close_range(kInputFd + 1, ~0U, 0);
  limit(RLIMIT_CPU, start.seconds);
  limit(RLIMIT_AS, start.memory);
  limit(RLIMIT_FSIZE, 0);
  limit(RLIMIT_CORE, 0);
  char* const environment[] = {nullptr};
  if (!start.sandbox->enter_calls()) ::_exit(kNotConfined);
  ::execve(start.program, start.arguments, environment);
  ::_exit(kNotStarted);
}

/// A child that is killed and waited for, however its parent goes on.
class Child {
 public:
  explicit Child(const Start& start) : pid_(::fork()) {
    if (pid_ == 0) become(start);
    if (pid_ < 0) fail("no child process");
  }
  ~Child() {
    if (pid_ <= 0) return;
    ::kill(pid_, SIGKILL);
    wait_for(0);
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  /// Its exit code once it has ended, or -1 if it runs on.
  int wait_for(int flags) noexcept {
    int status = 0;
    pid_t ended = -1;
    do {
      ended = ::waitpid(pid_, &status, flags);
    } while (ended < 0 && errno == EINTR);
    if (ended == 0) return -1;
    pid_ = 0;
    constexpr int kSignalled = 128;
    return WIFSIGNALED(status) ? kSignalled + WTERMSIG(status) : WEXITSTATUS(status);
  }

 private:
  pid_t pid_;
};

/// Reads both of a child's outputs until they end.
class Listener {
 public:
  Listener(Descriptor output, Descriptor messages, const ChildLimits& limits)
      : output_(std::move(output)),
        messages_(std::move(messages)),
        limits_(limits),
        until_(std::chrono::steady_clock::now() + limits.max_time) {}

  std::string listen(const std::function<void(std::string_view)>& take) {
    std::string kept;
    while (output_.get() >= 0 || messages_.get() >= 0) {
      std::array<pollfd, 2> wanted{{{output_.get(), POLLIN, 0}, {messages_.get(), POLLIN, 0}}};
      const int ready = ::poll(wanted.data(), wanted.size(), milliseconds_to_wait());
      if (ready < 0 && errno != EINTR) fail("a child process cannot be heard");
      if (ready <= 0) continue;
      if (wanted[0].revents != 0) {
        const auto bytes = read_some(output_);
        taken_ += bytes.size();
        if (taken_ > limits_.max_output_bytes) {
          throw ChildError(fmt::format("gives more than {} bytes", limits_.max_output_bytes));
        }
        if (!bytes.empty()) take(bytes);
      }
      if (wanted[1].revents != 0) {
        kept.append(read_some(messages_).substr(0, kMaxMessageBytes - kept.size()));
      }
    }
    return kept;
  }

  /// The child has closed its outputs; it may take its time to end, but not for ever.
  int wait_for_end(Child& child) {
    while (true) {
      if (const int code = child.wait_for(WNOHANG); code >= 0) return code;
      constexpr int kMilliseconds = 5;
      ::poll(nullptr, 0, std::min(kMilliseconds, milliseconds_to_wait()));
    }
  }

 private:
  int milliseconds_to_wait() const {
    if (limits_.stop.stop_requested()) throw ChildError("stopped on request");
    const auto left =
        std::chrono::ceil<std::chrono::milliseconds>(until_ - std::chrono::steady_clock::now());
    if (left.count() <= 0) {
      throw ChildError(fmt::format("takes more than {} s", limits_.max_time.count()));
    }
    return static_cast<int>(std::min<std::int64_t>(left.count(), kLookForStop));
  }

  std::string_view read_some(Descriptor& from) {
    const auto count = ::read(from.get(), buffer_.data(), buffer_.size());
    if (count < 0 && errno == EINTR) return {};
    if (count <= 0) from.close();
    return {buffer_.data(), static_cast<std::size_t>(std::max<ssize_t>(count, 0))};
  }

  Descriptor output_;
  Descriptor messages_;
  const ChildLimits& limits_;
  std::chrono::steady_clock::time_point until_;
  std::size_t taken_ = 0;
  std::array<char, kPipeBytes> buffer_{};
};

}  // namespace

ChildEnd run_child(const std::string& program, const std::vector<std::string>& arguments,
                   std::string_view input, const ChildLimits& limits,
                   const std::function<void(std::string_view)>& take) {
  const auto path = find_program(program);
  std::vector<std::string> words{program};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> argv;
  argv.reserve(words.size() + 1);
  for (auto& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  const auto file = memory_file(input);
  const Descriptor null{::open("/dev/null", O_RDONLY | O_CLOEXEC)};
  auto output = make_pipe();
  auto messages = make_pipe();
  const auto sandbox = sandbox_for(path);
  const Start start{path.c_str(),
                    argv.data(),
                    &sandbox,
                    file.get(),
                    null.get(),
                    output.write_end.get(),
                    messages.write_end.get(),
                    static_cast<rlim_t>(limits.max_time.count()),
                    limits.max_memory_bytes};
  Child child{start};
  output.write_end.close();
  messages.write_end.close();
  Listener listener{std::move(output.read_end), std::move(messages.read_end), limits};
  ChildEnd end;
  end.messages = listener.listen(take);
  end.exit_code = listener.wait_for_end(child);
  if (end.exit_code == kNotStarted) throw ChildError(program + " cannot be started");
  if (end.exit_code == kNotConfined) throw ChildError(program + " cannot be confined");
  return end;
}

}  // namespace dateline
