#include "presenter/formats.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "annotation/annotation_presenter.h"
#include "evaluation/report.h"
#include "evaluation/retrieval_report.h"
#include "index/index_info.h"
#include "presenter/article_view_presenter.h"
#include "presenter/check_presenter.h"
#include "presenter/explanation_presenter.h"
#include "presenter/facets_presenter.h"
#include "presenter/info_presenter.h"
#include "presenter/json_values.h"
#include "presenter/pairs_presenter.h"
#include "presenter/persons_presenter.h"
#include "presenter/proof_presenter.h"
#include "presenter/search_presenter.h"
#include "presenter/text_style.h"
#include "presenter/timeline_presenter.h"
#include "presenter/watch_presenter.h"
#include "searcher/query/request.h"
#include "tests/support/catch.h"

namespace dateline::test {
namespace {

using Formats = std::vector<Format>;

// The records of a text, its header included.
std::size_t count_lines(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

Hit event(const std::string& id) {
  Hit hit;
  hit.kind = DocumentKind::event;
  hit.id = id;
  hit.date = HitDate{*parse_iso_interval("2001-02-19"), Precision::day, false, "19 February 2001"};
  hit.text = "They met.";
  return hit;
}

TEST_CASE("each format has a name of its own", "[presenter][formats]") {
  for (const auto format : {Format::text, Format::json, Format::jsonl, Format::csv, Format::ics,
                            Format::md, Format::html, Format::blocks}) {
    CAPTURE(format_name(format));
    CHECK(format_for(format_name(format)) == format);
  }
  for (const auto* name : {"", "xml", "TEXT", "json "}) CHECK_FALSE(format_for(name).has_value());
}

TEST_CASE("answers have the formats of the table", "[presenter][formats]") {
  const Formats text_and_json{Format::text, Format::json};
  const Formats with_records{Format::text, Format::json, Format::jsonl, Format::csv};
  CHECK(formats_of<SearchAnswer>() == with_records);
  CHECK(formats_of<FacetsAnswer>() == with_records);
  CHECK(formats_of<TimelineAnswer>() == Formats{Format::text, Format::json, Format::jsonl,
                                                Format::csv, Format::ics, Format::md,
                                                Format::html});
  CHECK(formats_of<PairsAnswer>() == Formats{Format::text, Format::json, Format::csv});
  CHECK(formats_of<PersonsAnswer>() == Formats{Format::text, Format::json, Format::csv});
  CHECK(formats_of<PersonPairsAnswer>() == Formats{Format::text, Format::json, Format::csv});
  CHECK(formats_of<ProofsAnswer>() == text_and_json);
  CHECK(formats_of<ArticleView>() == text_and_json);
  CHECK(formats_of<Explanation>() == text_and_json);
  CHECK(formats_of<WatchReport>() == text_and_json);
  CHECK(formats_of<SavedQueryList>() == text_and_json);
  CHECK(formats_of<InfoAnswer>() == text_and_json);
  CHECK(formats_of<CheckReport>() == text_and_json);
  CHECK(formats_of<ReportList>() == text_and_json);
  CHECK(formats_of<RetrievalReport>() == text_and_json);
  CHECK(formats_of<Annotation>() ==
        Formats{Format::text, Format::json, Format::html, Format::blocks});
}

TEST_CASE("an answer without a format is asked for as text", "[presenter][formats]") {
  CHECK(format_or_text<ProofsAnswer>(Format::json) == Format::json);
  CHECK(format_or_text<ProofsAnswer>(Format::csv) == Format::text);
}

TEST_CASE("each format of a timeline shows its events", "[presenter][formats]") {
  Timeline timeline;
  timeline.total = 3;
  timeline.entries.push_back({event("a#1"), "2001-02", {event("b#1")}, false});
  timeline.entries.push_back({event("a#2"), "2001-02", {}, false});
  const TimelineRequest request;
  const TimelineAnswer answer{request, timeline};
  const auto shown = [&](Format format) { return present(answer, format, {}); };
  CHECK_THAT(shown(Format::text), Catch::Contains("They met."));
  CHECK(nlohmann::json::parse(shown(Format::json)).at("entries").size() == 2);
  CHECK(count_lines(shown(Format::jsonl)) == 3);
  CHECK(count_lines(shown(Format::csv)) == 4);
  CHECK_THAT(shown(Format::ics), Catch::StartsWith("BEGIN:VCALENDAR\r\n"));
  CHECK_THAT(shown(Format::md), Catch::StartsWith("## "));
  CHECK_THAT(shown(Format::html), Catch::StartsWith("<!DOCTYPE html>\n") &&
                                      Catch::Contains("<p>They met.</p>") &&
                                      Catch::EndsWith("</html>\n"));
}

TEST_CASE("only text depends on the style", "[presenter][formats]") {
  SearchResult result;
  result.kind = DocumentKind::event;
  result.total = 1;
  result.hits.push_back(event("a#1"));
  const SearchRequest request;
  const SearchAnswer answer{request, result};
  const TextStyle colourful{true, 100, true};
  for (const auto format : formats_of<SearchAnswer>()) {
    CAPTURE(format_name(format));
    const bool differs = present(answer, format, {}) != present(answer, format, colourful);
    CHECK(differs == (format == Format::text));
  }
}

TEST_CASE("JSON escapes what would command a terminal, and means the same", "[presenter][json]") {
  const std::string text =
      "\x1b \x7f \u009b \u202e \u2028 \u2029 \ufeff \U000E0041 é 中 \U0001F680 \"\\";
  for (const auto& line : {dump(Json(text)), dump_line(Json(text))}) {
    CAPTURE(line);
    CHECK(
        line ==
        "\"\\u001b \\u007f \\u009b \\u202e \\u2028 \\u2029 \\ufeff \\udb40\\udc41 é 中 \U0001F680 "
        "\\\"\\\\\"\n");
    CHECK(Json::parse(line) == Json(text));
  }
}

TEST_CASE("a terminal gets the program's colours, and no others", "[presenter][text]") {
  const TextStyle colour{true, 80, true};
  const auto text = colour.bold("one") + "\ttwo\n\x1b]0;x\x07 \x1b[2J \u009b1m \u202e \x1b[";
  CHECK(for_terminal(text, colour) ==
        "\x1b[1mone\x1b[0m\ttwo\n\\u001b]0;x\\u0007 \\u001b[2J \\u009b1m \\u202e \\u001b[");
  CHECK(for_terminal("\x1b[31mred\x1b[0m", {}) == "\\u001b[31mred\\u001b[0m");
}

TEST_CASE("text that is painted keeps its marks when it is escaped", "[presenter][text]") {
  const auto shown = printable_painted("a \x1b[31mwar\x07 b", {{{7, 11}}, {{12, 13}}});
  CHECK(shown.text == "a \\u001b[31mwar\\u0007 b");
  REQUIRE(shown.spans.size() == 2);
  CHECK(shown.spans[0].span.of(shown.text) == "war\\u0007");
  CHECK(shown.spans[1].span.of(shown.text) == "b");
}

TEST_CASE("no format lets an answer's text command a terminal", "[presenter][formats]") {
  auto hit = event("bad\x1b]0;id\u202e#1");
  hit.title = "T\x1b]0;PWN\x07\u009b31m";
  hit.text = "They \x1b[31mmet\u202e \u2066.";
  hit.snippet.text = hit.text;
  hit.section = "\x1b[2J";
  hit.authors = {"\x1b]0;x\x07"};
  SearchResult result;
  result.kind = DocumentKind::event;
  result.hits = {hit};
  result.notices = {"a \x1b[31mnotice\u202e"};
  const SearchRequest request;
  Timeline timeline;
  timeline.entries.resize(1);
  timeline.entries[0].hit = hit;
  const TimelineRequest timeline_request;
  std::vector<std::string> all;
  for (const auto format : formats_of<SearchAnswer>())
    all.push_back(present(SearchAnswer{request, result}, format, TextStyle{}));
  for (const auto format : formats_of<TimelineAnswer>())
    all.push_back(present(TimelineAnswer{timeline_request, timeline}, format, TextStyle{}));
  for (const auto& text : all) {
    CAPTURE(text);
    CHECK_FALSE(text.empty());
    for (const std::string bad : {"\x1b", "\x07", "\u009b", "\u202e", "\u2066"})
      CHECK(text.find(bad) == std::string::npos);
  }
}

TEST_CASE("what is damaged is said with what can be done", "[presenter][check]") {
  CheckReport report;
  report.segments = 1;
  report.articles = 2;
  report.bytes = 1200;
  CHECK(present(report, Format::text, {}) == "sound: 2 articles in 1 segment, 1.2 kB compared\n");
  CHECK(complaints(report, "/idx").empty());

  report.damages.push_back({"", "queries.json", "cannot be read", {}, 0});
  CHECK(present(report, Format::text, {}).empty());
  CHECK(complaints(report, "/idx") == std::vector<std::string>{"queries.json cannot be read"});

  report.damages.push_back({"s1", "texts", "has changed", {"a.txt"}, 1});
  const auto lines = complaints(report, "/idx");
  REQUIRE(lines.size() == 3);
  CHECK(lines[1] == "segments/s1/texts has changed; concerns 1 article: a.txt");
  CHECK_THAT(lines[2], Catch::StartsWith("the index is damaged: restore /idx from a backup"));
  CHECK(nlohmann::json::parse(present(report, Format::json, {})).at("damages").size() == 2);
}

TEST_CASE("an index's figures are a line each", "[presenter][info]") {
  Manifest manifest;
  manifest.id = "0a1b";
  IndexInfo info;
  info.articles = 1200;
  const InfoAnswer answer{{"/idx", manifest, info, 2, std::nullopt}};
  const auto text = present(answer, Format::text, {});
  CHECK_THAT(text, Catch::Contains("articles      1,200\n"));
  CHECK_THAT(text, Catch::Contains("duplicates    2 files more of the same content\n"));
  CHECK_THAT(text, Catch::Contains("writer        none\n"));
  const auto json = nlohmann::json::parse(present(answer, Format::json, {}));
  CHECK(json.at("articles") == 1200);
  CHECK(json.at("writer").is_null());
}

}  // namespace
}  // namespace dateline::test
