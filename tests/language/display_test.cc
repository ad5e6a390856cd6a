// What of a text reaches a terminal.
#include "language/display.h"

#include <string>
#include <vector>

#include "tests/support/catch.h"

namespace dateline::test {

TEST_CASE("what would command a terminal is escaped so that it is seen", "[language][display]") {
  struct Row {
    std::string text;
    std::string shown;
  };
  for (const auto& [text, shown] : std::vector<Row>{
           {"plain", "plain"},
           {"Élysée, 中国, Ἀθῆναι", "Élysée, 中国, Ἀθῆναι"},
           {"T\x1b]0;PWN\x07", "T\\u001b]0;PWN\\u0007"},
           {std::string("a\0b", 3), "a\\u0000b"},
           {"rub\x7fout", "rub\\u007fout"},
           {"csi\u009b31m", "csi\\u009b31m"},
           {"met \u202e reversed", "met \\u202e reversed"},
           {"\u061c\u200b\u200e\u200f\u202a\u2066\u2069\ufeff",
            "\\u061c\\u200b\\u200e\\u200f\\u202a\\u2066\\u2069\\ufeff"},
           {"a\u2028b\u2029c", "a\\u2028b\\u2029c"},
           {"tag\U000E0041", "tag\\U000e0041"},
           {"bad \x80 byte", "bad \uFFFD byte"},
           {"over\rwritten", "over\\u000dwritten"},
           {"soft\u00adhyphen", "softhyphen"},
           {"می\u200cشود", "می\u200cشود"},  // Persian is written with it
           {"क्\u200dष", "क्\u200dष"},
           {"👩\u200d🚀", "👩\u200d🚀"},
           {"pay\u200cpal", "pay\\u200cpal"},
           {"\u200dx", "\\u200dx"},
       }) {
    CAPTURE(text);
    CHECK(printable(text) == shown);
    CHECK(escaped_controls(text) == shown);
    CHECK(printable(shown) == shown);
  }
}

TEST_CASE("line ends and tabs stay where lines are kept", "[language][display]") {
  const std::string text = "one\r\ntwo\tthree\nfour\r";
  CHECK(escaped_controls(text) == "one\ntwo\tthree\nfour");
  CHECK(printable(text, true) == "one\ntwo three\nfour");
  CHECK(printable(text) == "one two three four");
}

}  // namespace dateline::test
