#include "server/http/host_policy.h"

#include <arpa/inet.h>

#include <algorithm>
#include <optional>

#include "language/ascii.h"

namespace dateline {
namespace {

std::string lower(std::string_view text) {
  std::string out{text};
  std::transform(out.begin(), out.end(), out.begin(), ascii_lower);
  return out;
}

bool is_port(std::string_view text) noexcept {
  return text.size() <= 5 && std::all_of(text.begin(), text.end(), is_ascii_digit);
}

// The host without its port, in small letters, without the dot at its end; nullopt when it is none.
std::optional<std::string> name_of(std::string_view host) {
  std::string_view name = host;
  const auto colon = host.rfind(':');
  const auto bracket = host.rfind(']');
  if (colon != std::string_view::npos && (bracket == std::string_view::npos || bracket < colon)) {
    if (!is_port(host.substr(colon + 1))) return std::nullopt;
    name = host.substr(0, colon);
  }
  if (name.size() > 1 && name.ends_with('.')) name.remove_suffix(1);
  if (name.empty()) return std::nullopt;
  return lower(name);
}

bool is_address(const std::string& name) {
  in_addr four{};
  in6_addr six{};
  if (name.starts_with('[') && name.ends_with(']'))
    return ::inet_pton(AF_INET6, name.substr(1, name.size() - 2).c_str(), &six) == 1;
  return ::inet_pton(AF_INET, name.c_str(), &four) == 1;
}

}  // namespace

HostPolicy::HostPolicy(std::vector<std::string> names) : names_{std::move(names)} {
  for (auto& name : names_) name = lower(name);
}

bool HostPolicy::serves(std::string_view host) const {
  const auto name = name_of(host);
  if (!name) return false;
  return *name == "localhost" || name->ends_with(".localhost") || is_address(*name) ||
         std::find(names_.begin(), names_.end(), *name) != names_.end();
}

bool HostPolicy::trusts(std::string_view origin) const {
  const auto scheme = origin.find("://");
  return scheme != std::string_view::npos && serves(origin.substr(scheme + 3));
}

}  // namespace dateline
