#include "index/writer_lock.h"

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <filesystem>
#include <optional>
#include <string>

#include "index/error.h"
#include "index/lock_note.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

namespace dateline::test {

using Catch::Contains;

TEST_CASE("a second writer learns who holds the index", "[index][lock]") {
  const TempDir dir;
  std::optional<WriterLock> first(std::in_place, dir.path());
  try {
    const WriterLock second(dir.path());
    FAIL("two writers at once");
  } catch (const IndexError& error) {
    CHECK(error.fault() == IndexFault::locked);
    CHECK_THAT(error.what(),
               Contains("process " + std::to_string(::getpid()) + " on ") && Contains(" since 2"));
  }
  CHECK(lock_holder(dir.path()).value_or("").starts_with("process "));
  first.reset();
  CHECK_FALSE(lock_holder(dir.path()));
  CHECK_NOTHROW(WriterLock(dir.path()));
}

TEST_CASE("a writer that waits gets the lock when it is let go, and says once that it waits",
          "[index][lock]") {
  const TempDir dir;
  std::optional<WriterLock> first(std::in_place, dir.path());
  LockWait wait;
  wait.at_most = std::chrono::minutes{10};
  int calls = 0;
  wait.on_wait = [&](const std::string& holder) {
    ++calls;
    CHECK_THAT(holder, Contains("process "));
    first.reset();
  };
  CHECK_NOTHROW(WriterLock(dir.path(), wait));
  CHECK(calls == 1);
}

TEST_CASE("waiting ends with its time, and with a request to stop", "[index][lock]") {
  const TempDir dir;
  const WriterLock first(dir.path());
  LockWait wait;
  SECTION("time") { wait.at_most = std::chrono::milliseconds{60}; }
  SECTION("stop") {
    std::stop_source stop;
    stop.request_stop();
    wait.at_most = std::chrono::hours{10};
    wait.stop = stop.get_token();
  }
  try {
    const WriterLock second(dir.path(), wait);
    FAIL("two writers at once");
  } catch (const IndexError& error) {
    CHECK(error.fault() == IndexFault::locked);
  }
}

TEST_CASE("a note that a killed writer left holds nobody up", "[index][lock]") {
  const TempDir dir;
  (void)dir.write("lock", "process 4711 on elsewhere since 2001-02-19T10:00:00+0100");
  CHECK_FALSE(lock_holder(dir.path()));
  CHECK_NOTHROW(WriterLock(dir.path()));
}

// The note of a process that lives as long as this.
class OtherWriter {
 public:
  OtherWriter() {
    std::array<int, 2> ends{};
    REQUIRE(::pipe(ends.data()) == 0);
    child_ = ::fork();
    REQUIRE(child_ >= 0);
    if (child_ == 0) {
      const auto note = lock_note();
      (void)!::write(ends[1], note.data(), note.size());
      ::close(ends[1]);
      for (;;) ::pause();
    }
    ::close(ends[1]);
    std::array<char, 512> piece{};
    for (ssize_t got = 1; got > 0;) {
      got = ::read(ends[0], piece.data(), piece.size());
      if (got > 0) note_.append(piece.data(), static_cast<std::size_t>(got));
    }
    ::close(ends[0]);
  }
  ~OtherWriter() { end(); }
  OtherWriter(OtherWriter&&) = delete;

  [[nodiscard]] const std::string& note() const noexcept { return note_; }
  void end() {
    if (child_ <= 0) return;
    ::kill(child_, SIGKILL);
    ::waitpid(child_, nullptr, 0);
    child_ = 0;
  }

 private:
  pid_t child_ = 0;
  std::string note_;
};

TEST_CASE("where locks do not tell, the note says whether its writer still runs", "[index][lock]") {
  OtherWriter other;
  const auto& note = other.note();
  CHECK(may_be_writing(note, true));
  CHECK(may_be_writing(note, false));
  CHECK_FALSE(is_of_another_boot(note));
  CHECK_FALSE(may_be_writing(lock_note(), true));  // its own
  // Another process has the number since.
  auto younger = note;
  younger.insert(younger.find(' ', younger.find('\n')) + 1, "9");
  CHECK_FALSE(may_be_writing(younger, true));
  const auto elsewhere = note.substr(0, note.rfind(' ') + 1) + "0a1b2c3d\n";
  CHECK_FALSE(may_be_writing(elsewhere, true));
  CHECK(may_be_writing(elsewhere, false));
  CHECK(is_of_another_boot(elsewhere));
  other.end();
  CHECK_FALSE(may_be_writing(note, true));
  CHECK_FALSE(may_be_writing(note, false));
  for (const std::string odd : {"", "x", "process 1\n", "process 1\nx y z\n", "\n-1 0 b\n"})
    CHECK_FALSE(may_be_writing(odd, false));
}

TEST_CASE("a writer that the kernel's lock does not show is not run over", "[index][lock]") {
  const TempDir dir;
  OtherWriter other;
  (void)dir.write("lock", other.note());
  try {
    const WriterLock second(dir.path());
    FAIL("two writers at once");
  } catch (const IndexError& error) {
    CHECK(error.fault() == IndexFault::locked);
    CHECK_THAT(error.what(), Contains(std::string(holder_in(other.note()))));
  }
  other.end();
  CHECK_NOTHROW(WriterLock(dir.path()));
}

TEST_CASE("a lock file that cannot be opened is no other writer", "[index][lock]") {
  const TempDir dir;
  std::filesystem::create_directory(dir.path() / "lock");  // stops root as well
  try {
    const WriterLock lock(dir.path());
    FAIL("locked a directory");
  } catch (const IndexError& error) {
    CHECK(error.fault() == IndexFault::io);
    CHECK_THAT(error.what(), Contains("cannot be opened for writing"));
  }
}

}  // namespace dateline::test
