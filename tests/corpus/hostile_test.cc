// Files made to do harm: each costs itself only.
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <fmt/format.h>

#include <filesystem>
#include <string>
#include <vector>

#include "corpus/office/xml_parser.h"
#include "tests/corpus/reading.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

namespace dateline::test {
namespace {

using Catch::Contains;

std::string repeated(std::string_view text, std::size_t times) {
  std::string result;
  for (std::size_t i = 0; i < times; ++i) result += text;
  return result;
}

TEST_CASE("a file whose extension lies is refused with the right one", "[corpus][hostile]") {
  const auto pdf = read_file(fixture("libreoffice.pdf"));
  const auto docx = read_file(fixture("pandoc.docx"));
  const auto odt = read_file(fixture("pandoc.odt"));
  const std::string html = "\n<!-- x --><!DOCTYPE HTML><p>Words.";
  struct Case {
    std::string name;
    std::string bytes;
    std::string reason;
  };
  const std::vector<Case> cases{
      {"a.txt", pdf, "looks like PDF: rename it to .pdf"},
      {"a.html", pdf, "looks like PDF: rename it to .pdf"},
      {"a.txt", html, "looks like HTML: rename it to .html"},
      {"a.pdf", html, "looks like HTML: rename it to .html"},
      {"a.md", docx, "looks like a Word document: rename it to .docx"},
      {"a.odt", docx, "looks like a Word document: rename it to .docx"},
      {"a.docx", odt, "looks like OpenDocument text: rename it to .odt"},
      {"a.txt", "PK\x03\x04 other", "looks like a zip archive"},
      {"a.txt", gzip("text"), "looks like gzip"},
      {"a.txt.gz", gzip(gzip("text")), "looks like gzip"},
      {"a.docx", "\xD0\xCF\x11\xE0 old", "save it as .docx"},
      {"a.txt", "{\\rtf1 words}", "looks like RTF"},
  };
  for (const auto& [name, bytes, reason] : cases) {
    CAPTURE(name, reason);
    const auto reading = read_bytes(name, bytes);
    CHECK(reading.articles.empty());
    CHECK_THAT(reading.refusal, Contains("wrong extension") && Contains(reason));
  }
}

TEST_CASE("elements nested without end are left out, what stands before is read",
          "[corpus][hostile]") {
  const auto reading =
      read_bytes("a.html", "<p>Shallow words stand here.</p>" + repeated("<div>", 200'000) +
                               "deep words" + repeated("</div>", 200'000));
  REQUIRE(reading.articles.size() == 1);
  CHECK(reading.articles[0].text == "Shallow words stand here.");
  REQUIRE(reading.problems.size() == 1);
  CHECK(reading.problems[0].skipped);
  CHECK_THAT(reading.problems[0].message, Contains("nest deeper than 1000"));
}

TEST_CASE("a tag with attributes without end is left out", "[corpus][hostile]") {
  std::string attributes;
  for (int i = 0; i < 100'000; ++i) attributes += " a" + std::to_string(i) + "=1";
  for (const auto* tag : {"<p", "<p =\"", "<p !a=\"", "<p a=b=\""}) {
    CAPTURE(tag);
    const auto reading = read_bytes("a.html", "<p>Words. " + (tag + attributes) + ">More.");
    REQUIRE(reading.articles.size() == 1);
    REQUIRE(reading.problems.size() == 1);
    CHECK_THAT(reading.problems[0].message, Contains("more than 1000 attributes"));
  }
}

TEST_CASE("pages of tag soup are read to their end", "[corpus][hostile]") {
  for (const auto* soup : {"<", "</", "<!--", "<a href=\"", "&amp", "<table><tr><td>", "<script>",
                           "</p>", "<b><i></b></i>", "<title>", "]]>", "<![CDATA["}) {
    CAPTURE(soup);
    const auto reading = read_bytes("a.html", "<p>Words stand here.</p>" + repeated(soup, 20'000));
    REQUIRE(reading.articles.size() == 1);
    CHECK_THAT(reading.articles[0].text, Contains("Words stand here."));
    CHECK(broken_invariant(reading.articles[0]).empty());
  }
}

// Each end tag is sought in all elements that are open.
TEST_CASE("tags that cost too many steps are refused, those of a page are not",
          "[corpus][hostile]") {
  const auto open = repeated("<div>", 900) + "<p>Words.";
  const auto costly = read_bytes("a.html", open + repeated("</x>", 1'000'000));
  CHECK(costly.articles.empty());
  CHECK_THAT(costly.refusal, Contains("too many tags"));
  CHECK(read_bytes("a.html", open + repeated("</x>", 10'000)).articles.size() == 1);
  CHECK(read_bytes("a.html", repeated("<p>Words of <b>a</b> page.</p>", 50'000)).articles.size() ==
        1);
}

// Each element's is sought in all namespaces in scope.
TEST_CASE("elements within too many namespaces are refused", "[corpus][hostile]") {
  struct Nobody : XmlVisitor {
    void start(const std::string& /*name*/, const XmlAttributes& /*attributes*/) override {}
    void end(const std::string& /*name*/) override {}
    void text(std::string_view /*run*/) override {}
  };
  Nobody nobody;
  const auto nested = [](std::size_t depth, std::size_t inside) {
    std::string declared;
    for (int i = 0; i < 60; ++i) declared += fmt::format(" xmlns:n{}=\"u{}\"", i, i);
    return repeated("<a" + declared + ">", depth) + repeated("<b/>", inside) +
           repeated("</a>", depth);
  };
  CHECK_NOTHROW(parse_xml(nested(50, 1000), ReadLimits{}, nobody));
  CHECK_THROWS_WITH(parse_xml(nested(900, 200'000), ReadLimits{}, nobody),
                    Contains("too many tags"));
}

TEST_CASE("no entity of a page is fetched", "[corpus][hostile]") {
  const TempDir dir;
  const auto secret = dir.write("secret", "TELL NOBODY");
  const auto article = read_one("a.html", "<!DOCTYPE html [<!ENTITY x SYSTEM \"file://" +
                                              secret.string() + "\">]><html><p>Before &x; after.");
  CHECK_THAT(article.text, !Contains("TELL NOBODY"));
  CHECK_THAT(article.text, Contains("after."));
}

TEST_CASE("NULs in a page are white space, a page of them is binary", "[corpus][hostile]") {
  const auto words = repeated("words ", 500);
  CHECK_THAT(read_one("a.html", "<p>One" + std::string(1, '\0') + "two " + words).text,
             Contains("One two words"));
  CHECK_THAT(read_bytes("a.html", "<p>" + std::string(500, '\0')).refusal, Contains("binary"));
}

TEST_CASE("a huge sparse file is refused before it is read", "[corpus][hostile]") {
  const TempDir dir;
  for (const auto* name : {"a.txt", "a.html", "a.pdf", "a.docx", "a.json"}) {
    CAPTURE(name);
    const auto path = dir.write(name, "");
    std::filesystem::resize_file(path, std::uintmax_t{2} << 30);
    CHECK_THAT(read_path(path).refusal, Contains("too large"));
  }
  ReadOptions options;
  options.limits.max_markup_bytes = 10;
  CHECK_THAT(read_bytes("a.html", "<p>Eleven bytes", options).refusal,
             Contains("too large for HTML"));
}

TEST_CASE("names with line ends and invalid bytes are names", "[corpus][hostile]") {
  const TempDir dir;
  for (const auto* name : {"a\nb.html", "-rf.html", "\xFF\xFE.html", " .html", "$(x).html"}) {
    CAPTURE(name);
    const auto reading = read_path(dir.write(name, "<p>Nothing happened."));
    REQUIRE(reading.articles.size() == 1);
    CHECK(reading.articles[0].source_path == (dir.path() / name).string());
  }
  const auto pdf = dir.write("-l 1;\n.pdf", read_file(fixture("libreoffice.pdf")));
  CHECK(read_path(pdf).articles.size() == 1);
}

TEST_CASE("a socket is refused", "[corpus][hostile]") {
  const TempDir dir;
  const auto path = (dir.path() / "s.txt").string();
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  REQUIRE(path.size() < sizeof address.sun_path);
  path.copy(address.sun_path, path.size());
  const int fd = ::socket(AF_UNIX, SOCK_STREAM, 0);
  REQUIRE(fd >= 0);
  // The interface of sockets is older than void pointers.
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast)
  REQUIRE(::bind(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
  CHECK_FALSE(read_path(path).refusal.empty());
  ::close(fd);
}

}  // namespace
}  // namespace dateline::test
