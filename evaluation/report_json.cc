#include <nlohmann/json.hpp>

#include "evaluation/report.h"

namespace dateline {
namespace {

using Json = nlohmann::ordered_json;

Json to_json(const WrongRow& row) {
  Json json;
  json["line"] = row.line == 0 ? Json{} : Json(row.line);
  json["span"] = row.span.empty() ? Json{} : Json{row.span.begin, row.span.end};
  json["text"] = row.text;
  json["expected"] = row.expected;
  json["got"] = row.got;
  return json;
}

Json to_json(const Report& report) {
  Json json;
  json["block"] = report.block;
  json["kind"] = report.kind.empty() ? report.block : report.kind;
  json["labels"] = report.path;
  json["rows"] = report.score.rows;
  json["exact"] = report.score.exact;
  json["labelled"] = report.score.labelled;
  json["found"] = report.score.found;
  json["both"] = report.score.both;
  json["precision"] = report.score.precision();
  json["recall"] = report.score.recall();
  json["f1"] = report.score.f1();
  json["wrong"] = Json::array();
  for (const auto& row : report.wrong) json["wrong"].push_back(to_json(row));
  return json;
}

}  // namespace

std::string report_json(const std::vector<Report>& reports) {
  Json json;
  json["schema"] = 1;
  json["reports"] = Json::array();
  for (const auto& report : reports) json["reports"].push_back(to_json(report));
  // A path need not be UTF-8.
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace dateline
