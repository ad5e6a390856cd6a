#include "server/service.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "server/api/api.h"
#include "server/api/problem.h"
#include "server/api/reader_pool.h"
#include "server/page/assets.h"
#include "server/page/pages.h"

namespace dateline {
namespace {

// Nothing of another site's is loaded, run or asked, and nothing of ours is framed.
constexpr std::string_view kPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

void secure(HttpResponse& response) {
  response.set("Content-Security-Policy", kPolicy);
  response.set("X-Content-Type-Options", "nosniff");
  response.set("Referrer-Policy", "no-referrer");
  response.set("Cross-Origin-Resource-Policy", "same-origin");
  response.set("Cross-Origin-Opener-Policy", "same-origin");
}

bool is_api(const HttpRequest& request) {
  return !request.target.segments.empty() && request.target.segments.front() == "v1";
}

}  // namespace

class Service::State {
 public:
  explicit State(ServiceOptions options)
      : options_{std::move(options)},
        readers_{std::move(options_.archive), options_.threads},
        api_{readers_, options_.version, options_.base},
        pages_{readers_, options_.version, options_.base} {}

  std::optional<HttpResponse> at_once(const HttpRequest& asked) const noexcept {
    const auto request = below_base(asked);
    auto response = answer_asset(request);
    if (response) secure(*response);
    return response;
  }

  HttpResponse search(const HttpRequest& asked, const std::atomic<bool>& stop) const noexcept {
    const auto request = below_base(asked);
    auto response = is_api(request) ? api_.answer(request, &stop) : pages_.answer(request, &stop);
    secure(response);
    return response;
  }

  HttpResponse refuse(unsigned status, const std::string& message) const noexcept {
    RequestProblem problem;
    problem.status = status;
    problem.detail = message;
    auto response = problem_response(problem);
    secure(response);
    return response;
  }

 private:
  // A proxy may take the path below which we are reached off, or leave it.
  [[nodiscard]] HttpRequest below_base(HttpRequest request) const {
    if (base_.empty()) return request;
    auto& segments = request.target.segments;
    if (segments.size() >= base_.size() && std::equal(base_.begin(), base_.end(), segments.begin()))
      segments.erase(segments.begin(),
                     segments.begin() + static_cast<std::ptrdiff_t>(base_.size()));
    return request;
  }

  ServiceOptions options_;
  std::vector<std::string> base_{parse_target(options_.base).segments};
  ReaderPool readers_;
  Api api_;
  Pages pages_;
};

Service::Service(ServiceOptions options) : state_(std::make_unique<State>(std::move(options))) {}
Service::~Service() = default;

HttpHandler Service::handler() {
  HttpHandler handler;
  handler.at_once = [this](const HttpRequest& request) { return state_->at_once(request); };
  handler.search = [this](const HttpRequest& request, const std::atomic<bool>& stop) {
    return state_->search(request, stop);
  };
  handler.refuse = [this](unsigned status, const std::string& message) {
    return state_->refuse(status, message);
  };
  return handler;
}

}  // namespace dateline
