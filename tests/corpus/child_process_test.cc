// What a child on untrusted input can do, and cannot.
#include "corpus/input/child_process.h"

#include <chrono>
#include <csignal>
#include <filesystem>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/input/sandbox_support.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

namespace dateline::test {
namespace {

using Catch::Contains;

struct Told {
  std::string out;
  std::string messages;
};

// Runs a script of bash, whose own commands reach for the system.
Told shell(const std::string& script, const std::string& input = "") {
  Told told;
  told.messages = run_child("bash", {"--norc", "-c", script}, input, {}, [&](std::string_view out) {
                    told.out += out;
                  }).messages;
  return told;
}

bool is_confined() {
  if (sandbox_support().is_whole()) return true;
  WARN("this kernel has no Landlock or no seccomp: passed over");
  return false;
}

}  // namespace

TEST_CASE("a child reads its input, says what it likes and has an empty environment",
          "[corpus][child]") {
  const auto told = shell("read -r line < /proc/self/fd/3; echo \"$line, $HOME.\"", "some bytes\n");
  CHECK(told.out == "some bytes, .\n");
  CHECK(shell("unset PWD OLDPWD SHLVL _; export -p").out.empty());
  CHECK(shell("read -r line; echo \"nothing: $line\"").out == "nothing: \n");
  CHECK(shell("echo no >&2; exit 3").messages == "no\n");
}

TEST_CASE("a child that goes beyond a limit is killed", "[corpus][child]") {
  const auto run = [](const std::string& program, const std::vector<std::string>& arguments,
                      const ChildLimits& limits) {
    return run_child(program, arguments, "", limits, [](std::string_view) {}).exit_code;
  };
  ChildLimits limits;
  limits.max_time = std::chrono::seconds{1};
  CHECK_THROWS_WITH(run("sleep", {"1000"}, limits), Contains("takes more than 1 s"));
  // At the limit of its time by the clock or by the processor, whichever it meets first.
  const auto is_killed = [&](const std::string& script) {
    try {
      return run("bash", {"-c", script}, limits) == 128 + SIGKILL;
    } catch (const ChildError&) {
      return true;
    }
  };
  CHECK(is_killed("exec >&- 2>&-; while :; do :; done"));
  limits = {};
  limits.max_output_bytes = 1000;
  CHECK_THROWS_WITH(run("bash", {"-c", "while :; do echo line; done"}, limits),
                    Contains("gives more than 1000 bytes"));
  limits = {};
  CHECK(run("bash", {"-c", "exit 3"}, limits) == 3);
  CHECK_THROWS_WITH(run("no-such-program", {}, limits), Contains("is not installed"));
}

TEST_CASE("a child opens no file but the system's libraries and fonts",
          "[corpus][child][sandbox]") {
  if (!is_confined()) return;
  const TempDir dir;
  const auto secret = dir.write("secret", "a secret\n");
  for (const auto& path : {secret.string(), std::string{"/etc/passwd"}}) {
    CAPTURE(path);
    const auto told = shell("read -r line < " + path + "; echo \"read: $line\"");
    CHECK(told.out == "read: \n");
    CHECK_THAT(told.messages, Contains("Permission denied"));
  }
  CHECK_THAT(shell("echo " + dir.path().string() + "/*").out, !Contains("secret"));
}

TEST_CASE("a child writes no file, not even its input", "[corpus][child][sandbox]") {
  if (!is_confined()) return;
  const TempDir dir;
  const auto kept = dir.write("kept", "kept\n");
  const auto made = dir.path() / "made";
  for (const auto& path : {made, kept, std::filesystem::path{"/proc/self/fd/3"}}) {
    for (const std::string mark : {">", ">>", "<>"}) {
      CAPTURE(path, mark);
      const auto told =
          shell("echo x 1" + mark + " " + path.string() + " && echo written", "bytes");
      CHECK(told.out.empty());
    }
  }
  CHECK_FALSE(std::filesystem::exists(made));
  CHECK(read_file(kept) == "kept\n");
}

TEST_CASE("a child reaches no network", "[corpus][child][sandbox]") {
  if (!is_confined()) return;
  for (const std::string protocol : {"udp", "tcp"}) {
    const auto told = shell("exec 9<> /dev/" + protocol + "/127.0.0.1/9 && echo connected");
    CAPTURE(protocol, told.messages);
    CHECK_THAT(told.out, !Contains("connected"));
    CHECK_THAT(told.messages, Contains("Operation not permitted"));
  }
}

TEST_CASE("a child starts no process and becomes no other program", "[corpus][child][sandbox]") {
  if (!is_confined()) return;
  CHECK(shell("(echo forked)").out.empty());
  CHECK(shell("exec /bin/echo replaced").out.empty());
  CHECK(shell("kill -0 1 && echo signalled").out.empty());
}

TEST_CASE("a stop ends a child", "[corpus][child]") {
  std::stop_source stop;
  ChildLimits limits;
  limits.stop = stop.get_token();
  const auto run = [&] {
    (void)run_child("bash", {"--norc", "-c", "echo begun; while true; do :; done"}, "", limits,
                    [&](std::string_view) { stop.request_stop(); });
  };
  CHECK_THROWS_WITH(run(), Contains("stopped on request"));
}

}  // namespace dateline::test
