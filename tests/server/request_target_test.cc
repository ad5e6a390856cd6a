#include "server/http/request_target.h"

#include "tests/support/catch.h"

namespace dateline::test {
namespace {

unsigned status_of(std::string_view target) {
  try {
    (void)parse_target(target);
    return 200;
  } catch (const HttpError& error) {
    CHECK(*error.what() != '\0');
    return error.status();
  }
}

}  // namespace

TEST_CASE("a target is read into decoded segments and parameters", "[server]") {
  const auto read = parse_target("/v1/articles/a%2Fb%23c/text?q=a+b%2Bc&country=RU&country=CN&any");
  CHECK(read.segments == std::vector<std::string>{"v1", "articles", "a/b#c", "text"});
  CHECK(read.path(1) == "articles/a/b#c/text");
  CHECK(read.parameters ==
        Parameters{{"q", "a b+c"}, {"country", "RU"}, {"country", "CN"}, {"any", ""}});
}

TEST_CASE("targets of other forms mean the same", "[server]") {
  CHECK(parse_target("http://example.org/v1?q=x").segments == std::vector<std::string>{"v1"});
  CHECK(parse_target("http://example.org").segments.empty());
  CHECK(parse_target("/").segments.empty());
  CHECK(parse_target("/timeline/").segments == std::vector<std::string>{"timeline"});
  CHECK(parse_target("/?q=x#there").parameters == Parameters{{"q", "x"}});
  CHECK(parse_target("/?&&q=x&=&").parameters == Parameters{{"q", "x"}});
}

TEST_CASE("what a target may not hold is refused with its status", "[server]") {
  CHECK(status_of("/%") == 400);
  CHECK(status_of("/%4") == 400);
  CHECK(status_of("/%zz") == 400);
  CHECK(status_of("/?q=%00") == 400);
  CHECK(status_of("/a%0Ab") == 400);
  CHECK(status_of("/?q=a%0Ab") == 200);
  CHECK(status_of("/..") == 400);
  CHECK(status_of("/a/%2e%2E/b") == 400);
  CHECK(status_of("/a/./b") == 400);
  CHECK(status_of("/?q=%ff") == 400);
  CHECK(status_of("/?q=\xC3\xA9") == 200);
  CHECK(status_of("*") == 400);
  CHECK(status_of("/" + std::string(kMaxTargetBytes, 'a')) == 414);
  std::string many = "/?";
  for (std::size_t i = 0; i <= kMaxParameters; ++i) many += "a&";
  CHECK(status_of(many) == 400);
}

TEST_CASE("what is encoded is read back", "[server]") {
  for (const std::string value :
       {"missile defense", "country:RU&CN", "a+b", "100%", "x=y", "é—#?", "\"q\""}) {
    CAPTURE(value);
    const auto query = to_query_string({{"q", value}, {"events", ""}});
    CHECK(parse_target("/?" + query).parameters == Parameters{{"q", value}, {"events", ""}});
    CHECK(parse_target("/" + percent_encoded(value)).path() == value);
  }
  CHECK(to_query_string({{"q", "missile defense country:RU"}}) == "q=missile+defense+country:RU");
}

}  // namespace dateline::test
