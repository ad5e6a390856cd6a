#include "server/http/exchange.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <string_view>

#include "language/display.h"
#include "language/utf8.h"

namespace dateline {
namespace {

constexpr std::size_t kMaxLogged = 2000;

// As it stands between quotes.
std::string logged(std::string_view text) {
  std::string out;
  for (const char c : printable(text.substr(0, floor_code_point(text, kMaxLogged)))) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

}  // namespace

std::string log_line(const Exchange& exchange) {
  const auto now =
      std::chrono::time_point_cast<std::chrono::seconds>(std::chrono::system_clock::now());
  const auto time = std::chrono::duration_cast<std::chrono::milliseconds>(
      std::chrono::steady_clock::now() - exchange.began);
  return fmt::format("{} [{:%Y-%m-%dT%H:%M:%S}Z] \"{} {}\" {} {} {}ms", exchange.client,
                     fmt::gmtime(now), logged(exchange.method), logged(exchange.line),
                     exchange.response.status, exchange.bytes, time.count());
}

}  // namespace dateline
