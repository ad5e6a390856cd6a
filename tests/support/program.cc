#include "tests/support/program.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <stdexcept>

#include "tests/support/temp_dir.h"

namespace dateline::test {
namespace {

// In the child: redirects, and becomes the program.
[[noreturn]] void become(const std::filesystem::path& directory,
                         const std::filesystem::path& streams, std::vector<std::string> words) {
  const auto redirect = [](const std::filesystem::path& file, int flags, int to) {
    const int fd = ::open(file.c_str(), flags, 0600);
    if (fd < 0 || ::dup2(fd, to) < 0) ::_exit(127);
  };
  redirect(streams / "in", O_RDONLY, 0);
  redirect(streams / "out", O_WRONLY | O_CREAT, 1);
  redirect(streams / "err", O_WRONLY | O_CREAT, 2);
  if (::chdir(directory.c_str()) != 0) ::_exit(127);
  ::unsetenv("DATELINE_INDEX");
  ::setenv("XDG_DATA_HOME", streams.c_str(), 1);
  std::vector<char*> argv;
  for (auto& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  ::execv(argv[0], argv.data());
  ::_exit(127);
}

}  // namespace

Outcome run_dateline(const std::filesystem::path& directory,
                     const std::vector<std::string>& arguments, const std::string& input) {
  const TempDir streams;
  (void)streams.write("in", input);
  std::vector<std::string> words{DATELINE_PROGRAM};
  words.insert(words.end(), arguments.begin(), arguments.end());
  const auto child = ::fork();
  if (child < 0) throw std::runtime_error("cannot fork");
  if (child == 0) become(directory, streams.path(), std::move(words));
  int status = 0;
  if (::waitpid(child, &status, 0) != child) throw std::runtime_error("cannot wait");
  Outcome outcome;
  outcome.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  outcome.out = read_file(streams.path() / "out");
  outcome.err = read_file(streams.path() / "err");
  return outcome;
}

}  // namespace dateline::test
