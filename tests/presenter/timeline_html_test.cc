// A timeline as a page: what it says, and that nothing in it is more than text.
#include <string>

#include "presenter/timeline_html.h"
#include "searcher/query/query_parser.h"
#include "tests/support/catch.h"

namespace dateline::test {
namespace {

using Catch::Contains;

TimelineEntry told(const std::string& id, const std::string& days, const std::string& text) {
  TimelineEntry entry;
  entry.hit.kind = DocumentKind::event;
  entry.hit.id = id;
  entry.hit.article_id = "a.txt";
  entry.hit.title = "Talks";
  entry.hit.date = HitDate{*parse_iso_interval(days), Precision::day, false, ""};
  entry.hit.text = text;
  entry.hit.snippet.text = text;
  return entry;
}

std::string page_of(const Timeline& timeline, const TimelineRequest& request = {}) {
  return to_html({request, timeline});
}

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

}  // namespace

TEST_CASE("a page has a section for each heading", "[presenter][html]") {
  Timeline timeline;
  timeline.total = 3;
  timeline.entries = {told("a#1", "2001-02-19", "One."), told("a#2", "2001-02-20", "Two."),
                      told("a#3", "2001-03-01", "Three.")};
  const auto page = page_of(timeline);
  CHECK(count_of(page, "<section>") == 2);
  CHECK(count_of(page, "</section>") == 2);
  CHECK(count_of(page, "</ol>") == 2);
  CHECK(count_of(page, "<li ") == 3);
  CHECK_THAT(page, Contains("<h2>February 2001</h2>") && Contains("<h2>March 2001</h2>"));
  CHECK_THAT(page, Contains("<time datetime=\"2001-02-19\">19 Feb</time>"));
  CHECK_THAT(page, Contains("<h1>All events</h1>\n<p class=\"sum\">3 events</p>"));
}

TEST_CASE("what an article says is text in a page", "[presenter][html]") {
  Timeline timeline;
  timeline.entries = {
      told("x y\"><script>#1", "2001-02-19", "</li><script>alert(1)</script> & 'b'")};
  auto& hit = timeline.entries[0].hit;
  hit.title = "<img src=x onerror=alert(1)>";
  hit.section = "<style>";
  hit.acts = {{CountryCode("RU"), "<b>Putin</b>"}};
  hit.countries = {CountryCode("RU")};
  timeline.entries[0].same = {hit};
  const auto page = page_of(timeline);
  for (const std::string mark : {"<script", "<img", "<b>", "onerror=alert(1)>"}) {
    CAPTURE(mark);
    CHECK(count_of(page, mark) == 0);
  }
  CHECK(count_of(page, "<style>") == 1);
  CHECK_THAT(page, Contains("&lt;/li&gt;&lt;script&gt;alert(1)"));
  CHECK_THAT(page, Contains("<li id=\"x%20y&quot;&gt;&lt;script&gt;#1\">"));
  CHECK_THAT(page, Contains("default-src 'none'; style-src 'unsafe-inline'"));
  for (const std::string outside : {"http:", "https:", "src=\"", "url(", "@import"}) {
    CAPTURE(outside);
    CHECK(page.find(outside) == std::string::npos);
  }
}

TEST_CASE("a page marks the words that match, and tells a date once", "[presenter][html]") {
  Timeline timeline;
  timeline.entries = {told("a#1", "2001-02-19", "Feb. 19: A treaty < a visit.")};
  auto& hit = timeline.entries[0].hit;
  hit.date->written = "Feb. 19";
  hit.snippet.highlights = {{0, 4}, {11, 17}};
  CHECK_THAT(page_of(timeline), Contains("<p>A <mark>treaty</mark> &lt; a visit.</p>"));
}

TEST_CASE("spans of days have no machine's date but months and years", "[presenter][html]") {
  struct Row {
    std::string days;
    std::string machine;  // empty: none
  };
  for (const auto& [days, machine] : {Row{"2001-02-19", "2001-02-19"},
                                      {"2001-02", "2001-02"},
                                      {"2001", "2001"},
                                      {"2001-02-19/2001-02-22", ""},
                                      {"2001-01/2001-03", ""},
                                      {"2000/2001", ""}}) {
    CAPTURE(days);
    Timeline timeline;
    timeline.entries = {told("a#1", "2001-02-19", "They met.")};
    const auto interval = parse_iso_interval(days);
    if (!interval) continue;  // written with two ends elsewhere
    timeline.entries[0].hit.date->days = *interval;
    const auto page = page_of(timeline);
    if (machine.empty()) {
      CHECK(page.find("<time") == std::string::npos);
    } else {
      CHECK_THAT(page, Contains("<time datetime=\"" + machine + "\">"));
    }
  }
}

TEST_CASE("a page draws each period, and says it for those who do not see", "[presenter][html]") {
  Timeline timeline;
  timeline.total = 5;
  timeline.entries = {told("a#1", "2001-02-19", "They met.")};
  const auto number =
      bucket_number(Bucket::month, to_day_range(timeline.entries[0].hit.date->days).first);
  timeline.buckets = {
      {number, "2001-02", 4, 40}, {number + 1, "2001-03", 0, 10}, {number + 2, "2001-04", 1, 10}};
  const auto page = page_of(timeline);
  CHECK(count_of(page, "<rect ") == 2);
  CHECK_THAT(page,
             Contains("aria-label=\"Events by month: at most 4, February 2001 to April 2001\""));
  CHECK_THAT(page, Contains("<title>April 2001: 1 event</title>"));
  CHECK_THAT(page, Contains("<h2>February 2001 <small>4 of the archive’s 40</small></h2>"));
  timeline.buckets.resize(1);
  CHECK(page_of(timeline).find("<svg") == std::string::npos);
}

TEST_CASE("a page is called what was asked", "[presenter][html]") {
  TimelineRequest request;
  request.search.query = parse_query("pair:CN-RU \"<treaty>\"").root;
  CHECK_THAT(page_of({}, request), Contains("<title>Timeline: ") && Contains("treaty") &&
                                       Contains("<p>Nothing found.</p>"));
}

TEST_CASE("a page tells what is not on it", "[presenter][html]") {
  Timeline timeline;
  timeline.left = 1200;
  timeline.entries = {told("a#1", "2001-02-19", "They met.")};
  CHECK_THAT(page_of(timeline), Contains("<footer>1,200 events more not shown here.</footer>"));
}

}  // namespace dateline::test
