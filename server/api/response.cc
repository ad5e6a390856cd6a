// What all answers of the API have in common.
#include <fmt/format.h>

#include <utility>

#include "server/api/answers.h"

namespace dateline {
namespace {

constexpr std::size_t kFirstPiece = 256 * 1024;

}  // namespace

std::string_view media_type(Format format) noexcept {
  switch (format) {
    case Format::text:
      return "text/plain; charset=utf-8";
    case Format::jsonl:
      return "application/jsonl; charset=utf-8";
    case Format::csv:
      return "text/csv; charset=utf-8; header=present";
    case Format::ics:
      return "text/calendar; charset=utf-8";
    case Format::md:
      return "text/markdown; charset=utf-8";
    case Format::html:
      return "text/html; charset=utf-8";
    default:
      return "application/json";
  }
}

HttpResponse response_of(Format format, std::string body) {
  HttpResponse response;
  response.set("Content-Type", media_type(format));
  response.body = std::move(body);
  return response;
}

HttpResponse pieces_response(Format format, BodyPieces pieces) {
  HttpResponse response;
  response.set("Content-Type", media_type(format));
  if (format != Format::json) {
    response.set("Content-Disposition",
                 fmt::format("attachment; filename=\"dateline.{}\"", format_name(format)));
  }
  while (response.body.size() < kFirstPiece) {
    const auto piece = pieces();
    if (piece.empty()) return response;
    response.body += piece;
  }
  response.more = std::move(pieces);
  return response;
}

std::string complete_line(Format format, std::size_t records) {
  if (format == Format::jsonl)
    return fmt::format("{{\"complete\":true,\"records\":{}}}\n", records);
  if (format == Format::csv) return fmt::format("#complete,{}\r\n", records);
  if (format == Format::html) return fmt::format("<!-- complete: {} events -->\n", records);
  if (format == Format::md) return fmt::format("\n<!-- complete: {} events -->\n", records);
  return {};
}

std::string next_link(const ApiCall& call, std::string_view name, std::string_view value) {
  const auto query = to_query_string(call.parameters.with(name, value));
  return fmt::format("<{}?{}>; rel=\"next\"", call.own_path, query);
}

DocumentKind required_kind(const Searcher& searcher, const std::string& id) {
  if (id.empty()) {
    RequestProblem problem;
    problem.parameter = "id";
    problem.detail = "id: which article or event? give its id, as hits have it";
    throw ProblemError(std::move(problem));
  }
  if (const auto kind = searcher.kind_of(id)) return *kind;
  RequestProblem problem;
  problem.status = 404;
  problem.parameter = "id";
  problem.detail = "no article or event has this id: ids are those that hits have";
  throw ProblemError(std::move(problem));
}

}  // namespace dateline
