// Requests and answers are values: their headers know nothing of how an index is laid out on disk,
// so that another engine can take the same requests and give the same answers.
#include "searcher/answer.h"
#include "searcher/answers/pairs.h"
#include "searcher/answers/timeline.h"
#include "searcher/answers/watch.h"
#include "searcher/explain/explanation.h"
#include "searcher/hit/article_view.h"
#include "searcher/hit/proof.h"
#include "searcher/query/request.h"
#include "searcher/searcher.h"
#include "searcher/suggest/understanding.h"

#include <type_traits>

#include "tests/support/catch.h"

namespace dateline {

class Bitmap;
class Segment;
class Snapshot;
struct MatchSet;

namespace test {
namespace {

template <typename T, typename = void>
struct IsKnown : std::false_type {};
template <typename T>
struct IsKnown<T, std::void_t<decltype(sizeof(T))>> : std::true_type {};

TEST_CASE("the headers of requests and answers know no bitmap, segment or snapshot",
          "[searcher][layout]") {
  CHECK_FALSE(IsKnown<dateline::Bitmap>::value);
  CHECK_FALSE(IsKnown<dateline::Segment>::value);
  CHECK_FALSE(IsKnown<dateline::Snapshot>::value);
  CHECK_FALSE(IsKnown<dateline::MatchSet>::value);
#ifdef XAPIAN_INCLUDED_XAPIAN_H
  FAIL("a header of the requests or answers includes xapian.h");
#endif
}

}  // namespace
}  // namespace test
}  // namespace dateline
