#include "presenter/csv.h"

#include <string>
#include <vector>

#include "tests/support/catch.h"

namespace dateline::test {
namespace {

using Record = std::vector<std::string>;

// Reads comma-separated values by RFC 4180, section 2; the text must hold to it.
std::vector<Record> read_csv(const std::string& text) {
  std::vector<Record> records;
  Record record;
  std::string cell;
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] == '"') {
      for (++i; i < text.size() && (text[i] != '"' || (i + 1 < text.size() && text[i + 1] == '"'));
           ++i) {
        cell += text[i];
        if (text[i] == '"') ++i;
      }
      REQUIRE(i < text.size());
      ++i;
    } else {
      while (i < text.size() && text[i] != ',' && text[i] != '\r') {
        REQUIRE(text[i] != '"');
        REQUIRE(text[i] != '\n');
        cell += text[i++];
      }
    }
    REQUIRE(i < text.size());
    record.push_back(std::move(cell));
    cell.clear();
    if (text[i] == ',') {
      ++i;
      continue;
    }
    REQUIRE(text.substr(i, 2) == "\r\n");
    i += 2;
    records.push_back(std::move(record));
    record.clear();
  }
  return records;
}

Hit example() {
  Hit hit;
  hit.kind = DocumentKind::event;
  hit.id = "a.txt#0a1b2c3d";
  hit.article_id = "a.txt";
  hit.title = "Talks, \"frank\" ones";
  hit.published = dateline::parse_iso_interval("2001Q1");
  hit.section = "Chronology";
  hit.date = dateline::HitDate{*dateline::parse_iso_interval("2001-02-19..2001-02-22"),
                               dateline::Precision::day, false, "Feb. 19-22, 2001"};
  hit.countries = {dateline::CountryCode("CN"), dateline::CountryCode("RU")};
  hit.organizations = {"NATO", "UN"};
  hit.acting = {dateline::CountryCode("RU")};
  hit.acts = {{dateline::CountryCode("RU"), "Vladimir Putin"}};
  hit.persons = {"Jiang Zemin", "Vladimir Putin"};
  hit.text = "=SUM(A1) was said,\nno more.";
  return hit;
}

}  // namespace

TEST_CASE("cells are quoted where RFC 4180 asks for it", "[presenter][csv]") {
  struct Row {
    Record cells;
    std::string record;
  };
  for (const auto& [cells, record] :
       std::vector<Row>{{{"a", "b c", ""}, "a,b c,\r\n"},
                        {{"a,b"}, "\"a,b\"\r\n"},
                        {{"say \"x\""}, "\"say \"\"x\"\"\"\r\n"},
                        {{"two\nlines", "a\tb"}, "\"two\nlines\",a\tb\r\n"},
                        {{"Élysée"}, "Élysée\r\n"}}) {
    CAPTURE(record);
    CHECK(csv_record(cells) == record);
    CHECK(read_csv(csv_record(cells)) == std::vector<Record>{cells});
  }
}

TEST_CASE("a cell that a spreadsheet would run is made text", "[presenter][csv]") {
  for (const std::string cell : {"=1+1", "+1", "-1", "@x", "\tx", "=\"a\",b"}) {
    CAPTURE(cell);
    CHECK(read_csv(csv_record({cell})) == std::vector<Record>{{"'" + cell}});
  }
  CHECK(csv_record({"a=b"}) == "a=b\r\n");
}

TEST_CASE("what would command a terminal is escaped in a cell", "[presenter][csv]") {
  CHECK(csv_record({"T\x1b]0;PWN\x07", "\u009b31m", "\u202e=x", "a\rb\r\nc"}) ==
        "T\\u001b]0;PWN\\u0007,\\u009b31m,\\u202e=x,\"a\\u000db\nc\"\r\n");
}

TEST_CASE("events have a header and a record each", "[presenter][csv]") {
  const auto records = read_csv(hits_csv(DocumentKind::event, {example(), example()}));
  REQUIRE(records.size() == 3);
  CHECK(records[0] == Record{"id", "first", "last", "precision", "approximate", "written",
                             "countries", "organizations", "origin", "article", "title",
                             "published_first", "published_last", "section", "text", "acting",
                             "persons"});
  CHECK(records[1] == Record{"a.txt#0a1b2c3d", "2001-02-19", "2001-02-22", "day", "false",
                             "Feb. 19-22, 2001", "CN; RU", "NATO; UN", "chronology", "a.txt",
                             "Talks, \"frank\" ones", "2001-01-01", "2001-03-31", "Chronology",
                             "'=SUM(A1) was said,\nno more.", "RU by Vladimir Putin",
                             "Jiang Zemin; Vladimir Putin"});
  CHECK(records[2] == records[1]);
  CHECK(read_csv(hits_csv(DocumentKind::event, {})).size() == 1);
}

}  // namespace dateline::test
