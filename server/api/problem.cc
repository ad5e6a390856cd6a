#include "server/api/problem.h"

#include <xapian.h>

#include <algorithm>
#include <new>

#include "index/error.h"
#include "index/xapian_failure.h"
#include "language/ascii.h"
#include "presenter/json_values.h"
#include "searcher/answers/timeline.h"
#include "searcher/match/search_stop.h"
#include "searcher/query/query.h"
#include "searcher/query/request_form.h"
#include "searcher/query/unsupported_error.h"

namespace dateline {
namespace {

// What stands behind the last colon of a message is what to do.
std::string advice_in(std::string_view message) {
  const auto colon = message.rfind(": ");
  return colon == std::string_view::npos ? std::string{} : std::string{message.substr(colon + 2)};
}

RequestProblem of_query(const QueryError& error) {
  RequestProblem problem;
  problem.detail = error.what();
  problem.parameter = "q";
  const auto begin = static_cast<std::uint32_t>(error.offset());
  problem.span = Span{begin, begin + static_cast<std::uint32_t>(error.piece().size())};
  problem.suggestion = advice_in(problem.detail);
  problem.instead = error.instead();
  return problem;
}

// Messages of forms begin with the name of the parameter and a colon.
RequestProblem of_form(const Error& error) {
  RequestProblem problem;
  problem.detail = error.what();
  const auto colon = problem.detail.find(": ");
  const auto name = problem.detail.substr(0, colon);
  const bool is_name =
      colon != std::string::npos &&
      std::all_of(name.begin(), name.end(), [](char c) { return is_ascii_small(c) || c == '-'; });
  if (is_name) problem.parameter = name;
  return problem;
}

// Only the owner may learn where the index lies.
RequestProblem of_index(const IndexError& error) {
  RequestProblem problem;
  problem.status = 503;
  problem.detail = error.what();
  const auto path = error.path().string();
  for (auto at = problem.detail.find(path); !path.empty() && at != std::string::npos;
       at = problem.detail.find(path)) {
    problem.detail.replace(at, path.size(), "…");
  }
  problem.retry_seconds = 10;
  return problem;
}

RequestProblem unavailable(std::string detail, unsigned retry_seconds) {
  RequestProblem problem;
  problem.status = 503;
  problem.detail = std::move(detail);
  problem.retry_seconds = retry_seconds;
  return problem;
}

RequestProblem problem_from(const std::exception_ptr& thrown) {
  try {
    std::rethrow_exception(thrown);
  } catch (const ProblemError& error) {
    return error.problem();
  } catch (const HttpError& error) {
    RequestProblem problem;
    problem.status = error.status();
    problem.detail = error.what();
    return problem;
  } catch (const QueryError& error) {
    return of_query(error);
  } catch (const RequestFormError& error) {
    return of_form(error);
  } catch (const UnsupportedError& error) {
    RequestProblem problem;
    problem.detail = error.what();
    return problem;
  } catch (const CursorError& error) {
    RequestProblem problem;
    problem.detail = error.what();
    problem.parameter = "cursor";
    while (problem.detail.starts_with('-')) problem.detail.erase(0, 1);
    return problem;
  } catch (const SearchStopped& error) {
    return unavailable(error.what(), 5);
  } catch (const IndexError& error) {
    return of_index(error);
  } catch (const Xapian::Error& error) {  // not a std::exception in Xapian 1.4
    return of_index(index_error("the index", error));
  } catch (const std::bad_alloc&) {
    return unavailable("there is not enough memory for this: ask for less", 5);
  } catch (...) {
    RequestProblem problem;
    problem.status = 500;
    problem.detail = "the server failed to answer this; the fault is its own";
    return problem;
  }
}

}  // namespace

RequestProblem problem_of(const std::exception_ptr& thrown) noexcept {
  try {
    return problem_from(thrown);
  } catch (...) {
    RequestProblem problem;
    problem.status = 500;
    return problem;
  }
}

HttpResponse problem_response(const RequestProblem& problem) {
  Json object{{"type", "about:blank"},
              {"title", status_words(problem.status)},
              {"status", problem.status},
              {"detail", problem.detail}};
  if (!problem.parameter.empty()) object["parameter"] = problem.parameter;
  if (problem.span) object["span"] = span_json(*problem.span);
  if (!problem.suggestion.empty()) object["suggestion"] = problem.suggestion;
  HttpResponse response;
  response.status = problem.status;
  response.body = dump(object);
  response.set("Content-Type", "application/problem+json");
  if (problem.retry_seconds > 0) response.set("Retry-After", std::to_string(problem.retry_seconds));
  return response;
}

}  // namespace dateline
