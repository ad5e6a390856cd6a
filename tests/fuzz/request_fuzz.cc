// Fuzzes the reading of requests: only errors that have a status leave it, an address that was read
// once is read again as itself, and a page's address has one canonical form.
#include <string>
#include <string_view>

#include "searcher/query/query.h"
#include "server/api/call.h"
#include "server/http/gzip.h"
#include "server/http/host_policy.h"
#include "server/http/request_target.h"
#include "server/page/page_state.h"
#include "tests/fuzz/invariants.h"

namespace {

using namespace dateline;

void check_round_trip(const RequestTarget& target) {
  const auto again = parse_target("/?" + to_query_string(target.parameters));
  fuzz::require(again.parameters == target.parameters, "an address reads otherwise");
  for (const auto& segment : target.segments)
    fuzz::require(segment.find('\0') == std::string::npos, "a path with a NUL");
}

void check_state(const RequestTarget& target) {
  try {
    const PageState state(target.parameters);
    const PageState again(state.parameters());
    fuzz::require(again.was_canonical(), "a canonical address is none");
    (void)state.url("/");
    CallForm form;
    form.allows_everything = true;
    (void)read_call(CallParameters(state.api_parameters(), ~0U), form);
  } catch (const ProblemError& error) {
    fuzz::require(error.problem().status >= 400, "a problem without a status");
  } catch (const QueryError&) {
  } catch (const RequestFormError&) {
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = fuzz::as_text(data, size);
  const HostPolicy hosts({"ir.example.org"});
  (void)hosts.serves(text);
  (void)hosts.trusts(text);
  (void)accepts_gzip(text);
  try {
    const auto target = parse_target(text);
    check_round_trip(target);
    check_state(target);
  } catch (const HttpError& error) {
    fuzz::require(error.status() == 400 || error.status() == 414, "an error of another status");
  }
  return 0;
}
