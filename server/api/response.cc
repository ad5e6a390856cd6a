// What all answers of the API have in common.
#include <fmt/format.h>

#include "server/api/answers.h"

namespace dateline {
namespace {

constexpr std::size_t kFirstPiece = 256 * 1024;

}  // namespace

std::string_view media_type(Format format) noexcept {
  switch (format) {
    case Format::jsonl:
      return "application/jsonl; charset=utf-8";
    case Format::csv:
      return "text/csv; charset=utf-8; header=present";
    case Format::ics:
      return "text/calendar; charset=utf-8";
    case Format::md:
      return "text/markdown; charset=utf-8";
    default:
      return "application/json";
  }
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
