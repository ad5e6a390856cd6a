#include "index/token_stream.h"

#include <rapidcheck.h>

#include <vector>

#include "index/error.h"
#include "tests/support/catch.h"

namespace dateline::test {

TEST_CASE("a token stream gives back its tokens, from any of them on",
          "[index][tokens][property]") {
  const bool held = rc::check("encode, decode", [] {
    TokenEncoder encoder;
    std::vector<StoredToken> tokens;
    std::vector<std::pair<std::uint64_t, std::uint32_t>> starts;
    std::uint32_t end = 0;
    for (int i = 0; i < *rc::gen::inRange(0, 40); ++i) {
      const auto begin = end + *rc::gen::inRange(0U, 100'000U);
      end = begin + *rc::gen::inRange(0U, 300U);
      tokens.push_back({*rc::gen::arbitrary<std::uint32_t>(), {begin, end}});
      starts.emplace_back(encoder.size(), encoder.base());
      encoder.add(tokens.back());
    }
    for (std::size_t from = 0; from < tokens.size(); ++from) {
      TokenCursor cursor(std::string_view(encoder.bytes()).substr(starts[from].first),
                         starts[from].second, 3);
      StoredToken token;
      for (std::size_t i = from; i < std::min(tokens.size(), from + 3); ++i) {
        RC_ASSERT(cursor.next(token));
        RC_ASSERT(token.term == tokens[i].term);
        RC_ASSERT(token.span == tokens[i].span);
      }
      RC_ASSERT(!cursor.next(token));
    }
  });
  CHECK(held);
}

TEST_CASE("a damaged token stream is refused where the damage is", "[index][tokens]") {
  StoredToken token;
  TokenCursor endless("\xFF\xFF\xFF\xFF\xFF\xFF\xFF", 0, 10);
  CHECK_THROWS_AS(endless.next(token), IndexError);
  TokenCursor cut("\x01\x02", 0, 10);
  CHECK_THROWS_AS(cut.next(token), IndexError);
}

TEST_CASE("a token stream gives no token beyond its limits", "[index][tokens]") {
  TokenEncoder encoder;
  encoder.add({7, {0, 3}});
  encoder.add({8, {4, 9}});
  const auto read = [&](TokenLimits limits, std::uint32_t base = 0) {
    TokenCursor cursor(encoder.bytes(), base, 10, limits);
    for (StoredToken token; cursor.next(token);) {
    }
  };
  CHECK_NOTHROW(read({}));
  CHECK_NOTHROW(read({9, 9}));
  CHECK_THROWS_AS(read({9, 8}), IndexError);
  CHECK_THROWS_AS(read({8, 9}), IndexError);
  CHECK_THROWS_AS(read({9, 9}, 0xFFFFFFFF), IndexError);
}

}  // namespace dateline::test
