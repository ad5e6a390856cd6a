#include "evaluation/report.h"
#include "presenter/json_values.h"

namespace dateline {
namespace {

Json row_json(const WrongRow& row) {
  Json json;
  json["line"] = row.line == 0 ? Json{} : Json(row.line);
  json["span"] = row.span.empty() ? Json{} : span_json(row.span);
  json["text"] = row.text;
  json["expected"] = row.expected;
  json["got"] = row.got;
  return json;
}

Json report_json(const Report& report) {
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
  for (const auto& row : report.wrong) json["wrong"].push_back(row_json(row));
  return json;
}

}  // namespace

std::string to_json(const ReportList& reports) {
  Json list = Json::array();
  for (const auto& report : reports) list.push_back(report_json(report));
  return dump(Json{{"schema", kOutputSchema}, {"reports", std::move(list)}});
}

}  // namespace dateline
