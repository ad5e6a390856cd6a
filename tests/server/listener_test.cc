#include "server/http/listener.h"

#include <fcntl.h>
#include <unistd.h>

#include <cstdlib>
#include <string>

#include "tests/support/catch.h"

namespace dateline::test {
namespace {

constexpr int kHandedOver = 3;

// Descriptor 3 as it was, and no variables of a supervisor, at the end.
class Supervised {
 public:
  Supervised() : saved_{::fcntl(kHandedOver, F_DUPFD_CLOEXEC, 10)} {
    ::setenv("LISTEN_PID", std::to_string(::getpid()).c_str(), 1);
    ::setenv("LISTEN_FDS", "1", 1);
  }
  ~Supervised() {
    ::unsetenv("LISTEN_PID");
    ::unsetenv("LISTEN_FDS");
    ::close(kHandedOver);
    if (saved_ < 0) return;
    ::dup2(saved_, kHandedOver);
    ::close(saved_);
  }
  Supervised(Supervised&&) = delete;

 private:
  int saved_;
};

}  // namespace

TEST_CASE("a port alone is one of the loopback interface", "[server]") {
  const Listener listener("0");
  CHECK_THAT(listener.address(), Catch::StartsWith("127.0.0.1:"));
  CHECK(listener.address() != "127.0.0.1:0");
  CHECK(listener.is_loopback());
  CHECK_FALSE(Listener("0.0.0.0:0").is_loopback());
}

TEST_CASE("what nobody can listen on is refused", "[server]") {
  for (const auto* address : {"", ":", "127.0.0.1:", "127.0.0.1:x", "127.0.0.1:99999999",
                              "nowhere.invalid:80", "192.0.2.1:0"}) {
    CAPTURE(address);
    CHECK_THROWS_AS(Listener(address), ListenError);
  }
  const Listener first("0");
  CHECK_THROWS_WITH(Listener(first.address()), Catch::Contains("another program listens there"));
}

TEST_CASE("the socket that a supervisor hands over is listened on", "[server]") {
  CHECK_FALSE(has_inherited_socket());
  const Listener opened("0");
  const Supervised supervised;
  ::dup2(opened.descriptor(), kHandedOver);
  REQUIRE(has_inherited_socket());
  {
    const auto inherited = Listener::inherited();
    CHECK(inherited.descriptor() == kHandedOver);
    CHECK(inherited.address() == opened.address());
  }
  const int file = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
  ::dup2(file, kHandedOver);
  ::close(file);
  CHECK_THROWS_WITH(Listener::inherited(), Catch::Contains("no listening socket"));
  ::setenv("LISTEN_FDS", "2", 1);
  CHECK_THROWS_WITH(Listener::inherited(), Catch::Contains("exactly one socket"));
  ::setenv("LISTEN_PID", "1", 1);
  CHECK_FALSE(has_inherited_socket());
}

}  // namespace dateline::test
