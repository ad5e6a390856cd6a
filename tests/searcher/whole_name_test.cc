#include "searcher/match/whole_name.h"

#include <cstdint>
#include <vector>

#include "tests/support/catch.h"

namespace dateline::test {
namespace {

constexpr std::uint32_t kPeoples = 1;
constexpr std::uint32_t kRepublic = 2;
constexpr std::uint32_t kOf = 3;
constexpr std::uint32_t kChina = 4;
constexpr std::uint32_t kTrade = 9;

using Words = std::vector<std::uint32_t>;

const Words kRoc{kRepublic, kOf, kChina};
const Words kPrc{kPeoples, kRepublic, kOf, kChina};

}  // namespace

TEST_CASE("a name is none within a longer one that means something else",
          "[searcher][match][whole-name]") {
  const WholeName roc(kRoc, {{kPrc, false}});
  CHECK(roc.occurs_in(kRoc));
  CHECK_FALSE(roc.occurs_in(kPrc));
  CHECK_FALSE(roc.occurs_in(Words{}));
  CHECK_FALSE(roc.occurs_in(Words{kRepublic, kOf}));
  // Once within and once by itself.
  CHECK(roc.occurs_in(Words{kPeoples, kRepublic, kOf, kChina, kTrade, kRepublic, kOf, kChina}));
  CHECK_FALSE(roc.occurs_in(Words{kTrade, kPeoples, kRepublic, kOf, kChina, kTrade}));
}

TEST_CASE("of longer names that overlap the longest counts", "[searcher][match][whole-name]") {
  const WholeName china({kChina}, {{kRoc, false}, {kPrc, true}});
  CHECK(china.occurs_in(Words{kChina}));
  CHECK_FALSE(china.occurs_in(kRoc));
  CHECK(china.occurs_in(kPrc));
}

}  // namespace dateline::test
