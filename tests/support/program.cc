#include "tests/support/program.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <stdexcept>
#include <thread>

namespace dateline::test {
namespace {

constexpr std::chrono::milliseconds kPoll{20};
constexpr std::chrono::seconds kLongest{60};

// In the child: redirects, and becomes the program.
[[noreturn]] void become(const std::filesystem::path& directory,
                         const std::filesystem::path& streams, std::vector<std::string> words) {
  const auto redirect = [](const std::filesystem::path& file, int flags, int to) {
    const int fd = ::open(file.c_str(), flags, 0600);
    if (fd < 0 || ::dup2(fd, to) < 0) ::_exit(127);
  };
  // Of a FIFO the only writer is its reader: it neither blocks here nor ends.
  const bool silent = std::filesystem::is_fifo(streams / "in");
  redirect(streams / "in", silent ? O_RDWR : O_RDONLY, 0);
  redirect(streams / "out", O_WRONLY, 1);
  redirect(streams / "err", O_WRONLY, 2);
  if (::chdir(directory.c_str()) != 0) ::_exit(127);
  ::unsetenv("DATELINE_INDEX");
  ::unsetenv("DATELINE_CLUSTER");
  ::setenv("XDG_DATA_HOME", streams.c_str(), 1);
  ::setenv("TMPDIR", (streams / "tmp").c_str(), 1);
  std::vector<char*> argv;
  for (auto& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  ::execv(argv[0], argv.data());
  ::_exit(127);
}

}  // namespace

RunningDateline::RunningDateline(const std::filesystem::path& directory,
                                 const std::vector<std::string>& arguments,
                                 const std::optional<std::string>& input) {
  std::filesystem::create_directory(streams_.path() / "tmp");
  if (input) {
    (void)streams_.write("in", *input);
  } else if (::mkfifo((streams_.path() / "in").c_str(), 0600) != 0) {
    throw std::runtime_error("cannot make a FIFO");
  }
  (void)streams_.write("out", {});
  (void)streams_.write("err", {});
  std::vector<std::string> words{DATELINE_PROGRAM};
  words.insert(words.end(), arguments.begin(), arguments.end());
  child_ = ::fork();
  if (child_ < 0) throw std::runtime_error("cannot fork");
  if (child_ == 0) become(directory, streams_.path(), std::move(words));
}

RunningDateline::~RunningDateline() {
  if (status_) return;
  ::kill(child_, SIGKILL);
  ::waitpid(child_, nullptr, 0);
}

void RunningDateline::send(int signal) const {
  if (!status_) ::kill(child_, signal);
}

std::vector<std::filesystem::path> RunningDateline::temporary_files() const {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(streams_.path() / "tmp"))
    files.push_back(entry.path());
  return files;
}

std::string RunningDateline::err() const { return read_file(streams_.path() / "err"); }

bool RunningDateline::has_ended() {
  int status = 0;
  if (!status_ && ::waitpid(child_, &status, WNOHANG) == child_) status_ = status;
  return status_.has_value();
}

Outcome RunningDateline::wait() {
  int status = 0;
  if (!status_) {
    if (::waitpid(child_, &status, 0) != child_) throw std::runtime_error("cannot wait");
    status_ = status;
  }
  Outcome outcome;
  outcome.code = WIFEXITED(*status_) ? WEXITSTATUS(*status_) : 128 + WTERMSIG(*status_);
  outcome.out = read_file(streams_.path() / "out");
  outcome.err = err();
  return outcome;
}

Outcome run_dateline(const std::filesystem::path& directory,
                     const std::vector<std::string>& arguments, const std::string& input) {
  return RunningDateline(directory, arguments, input).wait();
}

bool eventually(const std::function<bool()>& is_so) {
  const auto end = std::chrono::steady_clock::now() + kLongest;
  while (!is_so()) {
    if (std::chrono::steady_clock::now() >= end) return false;
    std::this_thread::sleep_for(kPoll);
  }
  return true;
}

}  // namespace dateline::test
