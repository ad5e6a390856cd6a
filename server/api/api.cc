#include "server/api/api.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "searcher/query/query_characters.h"
#include "server/api/answers.h"
#include "server/api/endpoints.h"
#include "server/api/entity_tag.h"
#include "server/api/openapi.h"
#include "server/api/problem.h"

namespace dateline {
namespace {

constexpr std::string_view kDescription = "openapi.json";

const Endpoint& endpoint_of(const RequestTarget& target) {
  const auto& segments = target.segments;
  const auto* endpoint = segments.size() > 1 ? find_endpoint(segments[1]) : nullptr;
  const bool fits = endpoint != nullptr && (segments.size() > 2) == endpoint->takes_path;
  if (fits) return *endpoint;
  RequestProblem problem;
  problem.status = 404;
  std::string names;
  for (const auto& one : endpoints())
    names += fmt::format("{}{}", names.empty() ? "" : ", ", one.name);
  problem.detail = fmt::format("nothing is here: below /v1/ there are {}, {}", names, kDescription);
  throw ProblemError(std::move(problem));
}

Format format_of(const Endpoint& endpoint, const CallParameters& parameters) {
  const auto name = parameters.value("format");
  if (!name) return endpoint.formats.front();
  const auto format = format_for(*name);
  const auto& has = endpoint.formats;
  if (format && std::find(has.begin(), has.end(), *format) != has.end()) return *format;
  std::string names;
  for (const auto one : has)
    names += fmt::format("{}{}", names.empty() ? "" : ", ", format_name(one));
  RequestProblem problem;
  problem.parameter = "format";
  problem.detail = fmt::format("format: {} is none of {}", quote_piece(*name), names);
  throw ProblemError(std::move(problem));
}

void add_tag(const std::string& tag, HttpResponse& response) {
  response.set("ETag", tag);
  response.set("Cache-Control", "no-cache");
}

}  // namespace

Api::Api(ReaderPool& readers, std::string version, std::string base)
    : readers_{readers},
      version_{std::move(version)},
      base_{std::move(base)},
      openapi_{openapi_document(version_, base_)} {}

HttpResponse Api::answer(const HttpRequest& request, const std::atomic<bool>* stop) const noexcept {
  try {
    return dispatch(request, stop);
  } catch (...) {
    return problem_response(problem_of(std::current_exception()));
  }
}

HttpResponse Api::dispatch(const HttpRequest& request, const std::atomic<bool>* stop) const {
  const auto& target = request.target;
  if (target.segments.size() == 2 && target.segments[1] == kDescription) {
    return response_of(Format::json, openapi_);
  }
  const auto& endpoint = endpoint_of(target);
  ApiCall call;
  call.parameters = CallParameters(target.parameters, endpoint.groups);
  call.format = format_of(endpoint, call.parameters);
  call.path.assign(target.segments.begin() + 2, target.segments.end());
  call.own_path = fmt::format("{}/v1/{}", base_, endpoint.name);
  call.reader = readers_.lease(stop);
  const auto tag = entity_tag(version_, call.reader->searcher().state_name(), target);
  HttpResponse response;
  if (endpoint.has_state && names_tag(request.if_none_match, tag)) {
    response.status = 304;
  } else {
    response = endpoint.answer(std::move(call));
  }
  if (endpoint.has_state) add_tag(tag, response);
  return response;
}

}  // namespace dateline
