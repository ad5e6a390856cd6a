#include <string>

#include "cluster/http/address.h"
#include "cluster/http/cluster_error.h"
#include "tests/support/catch.h"

namespace dateline::test {

TEST_CASE("an address is a base and the name of an archive", "[cluster][http]") {
  struct Case {
    const char* url;
    const char* base;
    const char* name;
    bool is_tls;
    bool is_loopback;
  };
  for (const auto& c : {
           Case{"http://host:9201/archive", "http://host:9201", "archive", false, false},
           Case{"https://h/prefix/archive", "https://h/prefix", "archive", true, false},
           Case{"https://h/a/B~1/archive", "https://h/a/B~1", "archive", true, false},
           Case{"HTTP://Host.Example:1/a-b_c.2", "http://host.example:1", "a-b_c.2", false, false},
           Case{"http://[::1]:9200/x", "http://[::1]:9200", "x", false, true},
           Case{"https://[2001:DB8::1]/x", "https://[2001:db8::1]", "x", true, false},
           Case{"http://127.0.0.1:9201/wire/", "http://127.0.0.1:9201", "wire", false, true},
           Case{"http://127.8.9.1/9", "http://127.8.9.1", "9", false, true},
           Case{"http://localhost/x", "http://localhost", "x", false, true},
           Case{"http://localhost.example/x", "http://localhost.example", "x", false, false},
           Case{"http://127.0.0.1.example/x", "http://127.0.0.1.example", "x", false, false},
           Case{"http://node_1:65535/x", "http://node_1:65535", "x", false, false},
       }) {
    CAPTURE(c.url);
    const auto address = parse_cluster_address(c.url);
    CHECK(address.base == c.base);
    CHECK(address.name == c.name);
    CHECK(address.is_tls == c.is_tls);
    CHECK(address.is_loopback == c.is_loopback);
    CHECK(address.url() == std::string{c.base} + "/" + c.name);
  }
}

TEST_CASE("what is no address of an archive is refused with what to write", "[cluster][http]") {
  struct Case {
    const char* url;
    const char* part;
  };
  for (const auto& c : {
           Case{"", "write http://HOST:9200/NAME"},
           Case{"archive", "write http://"},
           Case{"host:9200/archive", "write http://"},
           Case{"ftp://host/archive", "write http://"},
           Case{"file:///etc/passwd", "write http://"},
           Case{"http://host:9200", "names no archive"},
           Case{"http://host:9200/", "names no archive"},
           Case{"http:///archive", "names no host"},
           Case{"http://ho st/archive", "names no host"},
           Case{"http://host:0/archive", "'0' is no port"},
           Case{"http://host:65536/archive", "'65536' is no port"},
           Case{"http://host:/archive", "'' is no port"},
           Case{"http://host:92x/archive", "'92x' is no port"},
           Case{"http://[::1/archive", "lacks a ']'"},
           Case{"http://[::g]/archive", "no IPv6 address"},
           Case{"http://[::1]9200/archive", "after ']'"},
           Case{"http://host/Archive", "'Archive' cannot name"},
           Case{"http://host/a*", "cannot name"},
           Case{"http://host/a,b", "cannot name"},
           Case{"http://host/_all", "cannot name"},
           Case{"http://host/-a", "cannot name"},
           Case{"http://host/.kibana", "cannot name"},
           Case{"http://host/..", "cannot name"},
           Case{"http://host/a?x=1", "cannot name"},
           Case{"http://host/a#b", "cannot name"},
           Case{"http://host/\xC3\xA4", "cannot name"},
           Case{"http://host/a%2f", "cannot name"},
           Case{"http://host/../archive", "a path that is none"},
           Case{"http://host//archive", "a path that is none"},
           Case{"http://host/a b/archive", "a path that is none"},
           Case{"http://host?x/archive", "names no host"},
       }) {
    CAPTURE(c.url);
    CHECK_THROWS_AS(parse_cluster_address(c.url), ClusterUsageError);
    CHECK_THROWS_WITH(parse_cluster_address(c.url), Catch::Contains(c.part));
  }
  CHECK_NOTHROW(parse_cluster_address("http://h/" + std::string(200, 'a')));
  CHECK_THROWS_WITH(parse_cluster_address("http://h/" + std::string(201, 'a')),
                    Catch::Contains("longer than 200 bytes"));
}

TEST_CASE("a password in an address is refused, and not shown", "[cluster][http]") {
  for (const auto* url : {"http://me:hush@host/archive", "https://me:hu/hush@host/archive",
                          "me:hush@host/archive", "http://hush@host:x/", "https://a:b@hush@h/x"}) {
    CAPTURE(url);
    std::string message;
    try {
      static_cast<void>(parse_cluster_address(url));
    } catch (const ClusterUsageError& error) {
      message = error.what();
    }
    CHECK_THAT(message, Catch::Contains("$DATELINE_CLUSTER_PASSWORD"));
    CHECK_THAT(message, !Catch::Contains("hush"));
  }
}

}  // namespace dateline::test
