#include "language/utf8.h"

#include <string>
#include <string_view>

#include "tests/support/catch.h"

namespace dateline::test {

TEST_CASE("the first ill-formed byte is found", "[language][utf8]") {
  CHECK_FALSE(find_invalid_utf8(""));
  CHECK_FALSE(find_invalid_utf8("plain, “quoted”, \xEF\xBF\xBD and 日本"));
  CHECK(find_invalid_utf8("ab\xFFzz") == 2);
  CHECK(find_invalid_utf8("ab\xC3") == 2);            // cut short
  CHECK(find_invalid_utf8("\xC0\xAF") == 0);          // overlong
  CHECK(find_invalid_utf8("x\xED\xA0\x80") == 1);     // a surrogate
  CHECK(find_invalid_utf8("\xF4\x90\x80\x80") == 0);  // above U+10FFFF
}

TEST_CASE("an offset is moved down to a code point", "[language][utf8]") {
  const std::string text = "aж日";
  CHECK(floor_code_point(text, 2) == 1);
  CHECK(floor_code_point(text, 3) == 3);
  CHECK(floor_code_point(text, 5) == 3);
  CHECK(floor_code_point(text, 99) == text.size());
}

TEST_CASE("folding leaves out case, marks and strokes", "[language][utf8]") {
  CHECK(fold("Quai d'ORSAY") == "quai d'orsay");
  CHECK(fold("Malacañang Élysée Łódź") == "malacanang elysee lodz");
  CHECK(fold("ﬁne Ⅳ") == "fine iv");
  CHECK(fold("Ærø ß ẞ") == "aero ss ss");
}

TEST_CASE("capitals are those of no one language", "[language][utf8]") {
  CHECK(in_capitals("iraq and Öcalan") == "IRAQ AND ÖCALAN");
  CHECK(in_capitals("Straße") == "STRASSE");
  CHECK(in_capitals("Тува") == "ТУВА");
  CHECK(in_capitals("").empty());
}

TEST_CASE("white space and control characters are known", "[language][utf8]") {
  for (const char c : std::string_view{" \t\n\v\f\r"}) CHECK(is_ascii_space(c));
  for (const char c : std::string_view{"a0.\x08\x0E\x7F\xA0", 7}) CHECK_FALSE(is_ascii_space(c));
  for (const char32_t c : {U'\0', U'\x1B', U'\x1F', U'\x7F', U'\x80', U'\x9B', U'\x9F'})
    CHECK(is_control_character(c));
  for (const char32_t c : {U' ', U'~', U'\xA0', U'é', U'\x202E'})
    CHECK_FALSE(is_control_character(c));
}

}  // namespace dateline::test
