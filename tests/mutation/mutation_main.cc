// Damaged and crafted indexes in the hands of every command: each run must end by itself, within
// its time and its memory, and with an exit code that fits.
//   mutation_test PROGRAM ARTICLES [--copies N] [--seed SEED] [--from FIRST]
// PROGRAM: dateline. ARTICLES: the folder that the index is made of. N: how many copies of it are
// changed, 100 when not given; copy FIRST and those behind it, to see one again. SEED: 1 when not
// given. Not zero when anything failed.
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "tests/mutation/index_mutator.h"
#include "tests/support/temp_dir.h"

namespace dateline::test {
namespace {

namespace fs = std::filesystem;
using Words = std::vector<std::string>;

constexpr unsigned kSeconds = 20;          // of which a run takes a hundredth
constexpr long kMaxKilobytes = 1'500'000;  // with a sanitizer a run takes a fifth
constexpr const char* kSanitizerOptions =
    "exitcode=99:abort_on_error=0:halt_on_error=1:detect_leaks=0";

struct Options {
  fs::path program;
  fs::path articles;
  std::uint64_t copies = 100;
  std::uint64_t seed = 1;
  std::uint64_t from = 0;
};

// The index is named `copy`. Those that write come last.
const std::vector<Words>& commands() {
  static const std::vector<Words> kCommands{
      {"search", "china"},
      {"search", "--events", "treaty", "--format", "json"},
      {"search", "\"joint statement\"", "--limit", "50", "--expand"},
      {"search", "diplom*", "heading:china", "--why", "country:CN", "--format", "json"},
      {"search", "--from", "1998", "--to", "2001", "--format", "csv"},
      {"search", "--events", "--from", "1999", "--fold", "origin:prose", "--why", "date:1999"},
      {"search", "chnia", "presidnet"},
      {"facets", "country:US"},
      {"facets", "--events", "--by", "week", "talks"},
      {"timeline", "--any", "china treaty us"},
      {"timeline", "--fold", "--by", "month", "--limit", "0", "--format", "ics", "summit"},
      {"pairs", "china"},
      {"show", "2003-q1-us-korea.md"},
      {"show", "--format", "json", "2003-q1-us-korea.md"},
      {"show", "--format", "json", "1998-q4-china-japan.txt#de5c64c6"},
      {"explain", "treaty china", "1998-q4-china-japan.txt"},
      {"similar", "2003-q1-us-korea.md"},
      {"similar", "1998-q4-china-japan.txt#de5c64c6"},
      {"export", "--format", "jsonl", "-"},
      {"export", "--format", "xapian", "summit", "x"},
      {"watch", "list"},
      {"watch", "run", "--peek", "--all"},
      {"info"},
      {"check"},
      {"check", "--deep", "--format", "json"},
      {"remove", "1998-q4-china-japan.txt"},
      {"index", "--quiet", "articles"},
      {"compact"},
  };
  return kCommands;
}

[[noreturn]] void become(const fs::path& directory, const fs::path& program, const Words& command) {
  const auto redirect = [](const char* file, int flags, int to) {
    const int fd = ::open(file, flags, 0600);
    if (fd < 0 || ::dup2(fd, to) < 0) ::_exit(127);
  };
  if (::chdir(directory.c_str()) != 0) ::_exit(127);
  redirect("/dev/null", O_RDONLY, 0);
  redirect("out", O_WRONLY | O_CREAT | O_TRUNC, 1);
  redirect("err", O_WRONLY | O_CREAT | O_TRUNC, 2);
  ::setenv("ASAN_OPTIONS", kSanitizerOptions, 1);
  ::setenv("UBSAN_OPTIONS", kSanitizerOptions, 1);
  ::unsetenv("DATELINE_INDEX");
  Words words{program.string()};
  words.insert(words.end(), command.begin(), command.end());
  words.insert(words.end(), {"--index", "copy"});
  std::vector<char*> argv;
  for (auto& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  ::alarm(kSeconds);  // which outlives becoming another program, and ends it
  ::execv(argv[0], argv.data());
  ::_exit(127);
}

// What is wrong with how a run ended; empty: nothing.
std::string fault_of(int status, const rusage& usage, const fs::path& directory) {
  if (WIFSIGNALED(status)) {
    return WTERMSIG(status) == SIGALRM ? "has not ended by itself"
                                       : fmt::format("was ended by signal {}", WTERMSIG(status));
  }
  if (usage.ru_maxrss > kMaxKilobytes) return fmt::format("took {} kB", usage.ru_maxrss);
  const auto code = WEXITSTATUS(status);
  switch (code) {
    case 0:  // the damage is elsewhere, or reads like what was written
    case 1:
    case 5:
      return {};
    case 6:  // nothing is damaged where something lies in a lock's place: it cannot be opened
      return fs::is_regular_file(fs::symlink_status(directory / "copy/lock")) ? "has exit code 6"
                                                                              : "";
    case 3:
      // In JSON, a check tells what it found on standard output.
      return fs::is_empty(directory / "err") && fs::is_empty(directory / "out") ? "says nothing"
                                                                                : "";
    default:
      return fmt::format("has exit code {}", code);
  }
}

std::string run(const Options& options, const fs::path& directory, const Words& command) {
  const auto child = ::fork();
  if (child < 0) throw std::runtime_error("cannot fork");
  if (child == 0) become(directory, options.program, command);
  int status = 0;
  rusage usage{};
  if (::wait4(child, &status, 0, &usage) != child) throw std::runtime_error("cannot wait");
  return fault_of(status, usage, directory);
}

std::string as_line(const Words& command) {
  std::string line;
  for (const auto& word : command) line += fmt::format("{}'{}'", line.empty() ? "" : " ", word);
  return line;
}

// An index of two segments, one of which has an article that is no longer in force; with queries.
void make_index(const Options& options, const TempDir& dir) {
  fs::copy(options.articles, dir.path() / "articles", fs::copy_options::recursive);
  const auto must = [&](const Words& command) {
    if (run(options, dir.path(), command).empty() && read_file(dir.path() / "err").empty()) return;
    throw std::runtime_error(as_line(command) + ": " + read_file(dir.path() / "err"));
  };
  must({"index", "--quiet", "articles"});
  must({"watch", "add", "first", "treaty country:CN"});
  const auto changed = dir.path() / "articles/2003-q1-us-korea.md";
  (void)TempDir::write_to(changed, read_file(changed) + "\nOn March 30, 2003 Japan agreed.\n");
  must({"index", "--quiet", "articles"});
  must({"check", "--deep"});
  fs::rename(dir.path() / "copy", dir.path() / "sound");
}

// @return how many runs failed.
std::uint64_t try_copy(const Options& options, const TempDir& dir, std::uint64_t number) {
  const auto copy = dir.path() / "copy";
  fs::remove_all(copy);
  fs::copy(dir.path() / "sound", copy, fs::copy_options::recursive);
  // Each copy draws by itself, so that it can be had again alone.
  const auto what = IndexMutator(options.seed * 1'000'003 + number).mutate(copy);
  std::uint64_t failures = 0;
  for (const auto& command : commands()) {
    const auto fault = run(options, dir.path(), command);
    if (fault.empty()) continue;
    ++failures;
    fmt::print(stderr, "copy {}: {}\n  dateline {}: {}\n{:.3000}\n", number, what, as_line(command),
               fault, read_file(dir.path() / "err"));
  }
  return failures;
}

Options options_of(const Words& words) {
  Options options;
  if (words.size() < 2 || words.size() % 2 != 0) throw std::invalid_argument("usage");
  options.program = fs::absolute(words[0]);
  options.articles = fs::absolute(words[1]);
  for (std::size_t i = 2; i < words.size(); i += 2) {
    const auto number = std::stoull(words[i + 1]);
    if (words[i] == "--copies") {
      options.copies = number;
    } else if (words[i] == "--seed") {
      options.seed = number;
    } else if (words[i] == "--from") {
      options.from = number;
    } else {
      throw std::invalid_argument("usage");
    }
  }
  return options;
}

int run_all(const Options& options) {
  const TempDir dir;
  make_index(options, dir);
  fmt::print("seed {}, {} copies, {} commands each\n", options.seed, options.copies,
             commands().size());
  std::uint64_t failures = 0;
  for (auto number = options.from; number < options.from + options.copies; ++number)
    failures += try_copy(options, dir, number);
  fmt::print("{} of {} runs failed (seed {})\n", failures, options.copies * commands().size(),
             options.seed);
  return failures == 0 ? 0 : 1;
}

}  // namespace
}  // namespace dateline::test

int main(int argc, char** argv) {
  try {
    return dateline::test::run_all(dateline::test::options_of({argv + 1, argv + argc}));
  } catch (const std::invalid_argument&) {
    std::fputs("usage: mutation_test PROGRAM ARTICLES [--copies N] [--seed SEED] [--from FIRST]\n",
               stderr);
    return 2;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "mutation_test: %s\n", error.what());
    return 2;
  }
}
