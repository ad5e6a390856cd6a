// What is presented piece by piece is what is presented at once.
#include <string>

#include "presenter/search_pieces.h"
#include "presenter/search_presenter.h"
#include "presenter/timeline_pieces.h"
#include "presenter/timeline_presenter.h"
#include "tests/support/catch.h"

namespace dateline::test {
namespace {

Hit event_hit(int number) {
  Hit hit;
  hit.kind = DocumentKind::event;
  hit.article_id = "a, \"b\".txt";
  hit.id = hit.article_id + "#" + std::to_string(number);
  hit.title = "A title\nof two lines: [1]";
  const DateInterval days{kFirstDay + std::chrono::days{730'000 + number},
                          kFirstDay + std::chrono::days{730'000 + number}};
  hit.date = HitDate{days, Precision::day, false, "Feb. 19"};
  hit.countries = {CountryCode("CN"), CountryCode("RU")};
  hit.text = "Feb. 19: ],\n  \"hits\": [ \\ \xE2\x80\xAE";
  hit.snippet.text = hit.text;
  return hit;
}

SearchResult result_of(int count) {
  SearchResult result;
  result.kind = DocumentKind::event;
  result.total = 7;
  result.notices = {"\"hits\": []"};
  for (int i = 0; i < count; ++i) result.hits.push_back(event_hit(i));
  return result;
}

}  // namespace

TEST_CASE("hits in pieces are the hits at once", "[presenter]") {
  for (const int count : {0, 1, 5}) {
    for (const auto format : {Format::text, Format::json, Format::jsonl, Format::csv}) {
      CAPTURE(count, format_name(format));
      const auto result = result_of(count);
      SearchRequest request;
      request.kind = DocumentKind::event;
      SearchPieces pieces(format, request, result, result.hits.size(), {});
      auto joined = pieces.before();
      for (const auto& hit : result.hits) joined += pieces.hit(hit);
      joined += pieces.after();
      CHECK(joined == present(SearchAnswer{request, result}, format, {}));
    }
  }
}

TEST_CASE("a timeline in pieces is the timeline at once", "[presenter]") {
  for (const int count : {0, 1, 5}) {
    for (const auto format :
         {Format::json, Format::jsonl, Format::csv, Format::ics, Format::md, Format::html}) {
      CAPTURE(count, format_name(format));
      Timeline timeline;
      timeline.total = 9;
      timeline.next = "here";
      for (int i = 0; i < count; ++i) {
        timeline.entries.push_back({event_hit(i), i < 2 ? "2001-02" : "2001-03", {}, false});
        if (i == 1) timeline.entries.back().same = {event_hit(100)};
      }
      const TimelineRequest request;
      TimelinePieces pieces(format, request, timeline);
      auto joined = pieces.before();
      for (const auto& entry : timeline.entries) joined += pieces.entry(entry);
      joined += pieces.after();
      CHECK(joined == present(TimelineAnswer{request, timeline}, format, {}));
    }
  }
}

}  // namespace dateline::test
