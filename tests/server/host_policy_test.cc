#include "server/http/host_policy.h"

#include "tests/support/catch.h"

namespace dateline::test {

TEST_CASE("a server answers to this machine's names, to addresses and to names given", "[server]") {
  const HostPolicy policy({"IR.example.org"});
  for (const auto* host :
       {"localhost", "LOCALHOST:8390", "a.localhost", "127.0.0.1:8390", "[::1]", "[::1]:8390",
        "192.168.1.7:80", "ir.example.org", "ir.Example.org:443", "ir.example.org."}) {
    CAPTURE(host);
    CHECK(policy.serves(host));
  }
  for (const auto* host : {"", ":8390", "example.org", "evil.ir.example.org", "localhost.evil.org",
                           "127.0.0.1.evil.org", "[::1", "[evil]", "localhost:port", "1.2.3",
                           "ir.example.org:99999999", "localhost evil.org"}) {
    CAPTURE(host);
    CHECK_FALSE(policy.serves(host));
  }
}

TEST_CASE("pages of other sites are no origin to trust", "[server]") {
  const HostPolicy policy({"ir.example.org"});
  CHECK(policy.trusts("http://localhost:8390"));
  CHECK(policy.trusts("https://ir.example.org"));
  CHECK_FALSE(policy.trusts("https://evil.org"));
  CHECK_FALSE(policy.trusts("null"));
  CHECK_FALSE(policy.trusts(""));
}

}  // namespace dateline::test
