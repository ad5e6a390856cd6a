#include "presenter/html_escape.h"

#include "tests/support/catch.h"

namespace dateline::test {

TEST_CASE("text in a page neither marks up nor turns what stands around it", "[presenter][html]") {
  CHECK(html_escaped("<b title=\"a\">&'") == "&lt;b title=&quot;a&quot;&gt;&amp;&#39;");
  CHECK(html_escaped("Türkei\nChina") == "Türkei\nChina");
  CHECK(html_escaped("a\u202Eb\u2066c\u0085d\x1B") == "a\\u202eb\\u2066c\\u0085d\\u001b");
  CHECK(html_escaped("a\xFF") == "a\uFFFD");
}

}  // namespace dateline::test
