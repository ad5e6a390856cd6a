#include "cluster/http/address.h"

#include <arpa/inet.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <utility>

#include "cluster/http/cluster_error.h"

namespace dateline {
namespace {

constexpr std::size_t kMaxNameBytes = 200;  // OpenSearch takes 255; ours have a suffix

bool is_small_or_digit(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

char to_small(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

std::string to_small(std::string_view text) {
  std::string small(text);
  std::transform(small.begin(), small.end(), small.begin(), [](char c) { return to_small(c); });
  return small;
}

// The address without what may be a password.
std::string shown(std::string_view url) {
  const auto at = url.rfind('@');
  return at == std::string_view::npos ? std::string{url} : fmt::format("…{}", url.substr(at));
}

[[noreturn]] void refuse(std::string_view url, std::string_view reason) {
  throw ClusterUsageError(fmt::format("cluster '{}': {}", shown(url), reason));
}

// Reads an address as bytes of the network.
template <std::size_t size>
bool is_address(int family, const std::string& text,
                std::array<std::uint8_t, size>& bytes) noexcept {
  return ::inet_pton(family, text.c_str(), bytes.data()) == 1;
}

bool is_loopback_host(const std::string& host) noexcept {
  std::array<std::uint8_t, 4> four{};
  std::array<std::uint8_t, 16> sixteen{};
  if (is_address(AF_INET, host, four)) return four[0] == 127;
  if (!is_address(AF_INET6, host, sixteen)) return host == "localhost";
  return sixteen.back() == 1 &&
         std::all_of(sixteen.begin(), sixteen.end() - 1, [](auto byte) { return byte == 0; });
}

void check_port(std::string_view url, std::string_view port) {
  std::uint16_t number = 0;
  const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), number);
  if (error != std::errc{} || end != port.data() + port.size() || number == 0)
    refuse(url, fmt::format("'{}' is no port: write one from 1 to 65535", port));
}

// Checks "host", "host:port", "[::1]:port"; returns the host without brackets.
std::string host_of(std::string_view url, std::string_view authority) {
  if (authority.starts_with('[')) {
    const auto end = authority.find(']');
    std::array<std::uint8_t, 16> bytes{};
    if (end == std::string_view::npos) refuse(url, "the address of its host lacks a ']'");
    std::string host{authority.substr(1, end - 1)};
    const auto port = authority.substr(end + 1);
    if (!is_address(AF_INET6, host, bytes)) refuse(url, "what stands in [ ] is no IPv6 address");
    if (!port.empty() && port.front() != ':')
      refuse(url, "after ']' only ':' and a port may stand");
    if (!port.empty()) check_port(url, port.substr(1));
    return host;
  }
  const auto colon = authority.find(':');
  std::string host{authority.substr(0, colon)};
  const bool is_name = std::all_of(host.begin(), host.end(), [](char c) {
    return is_small_or_digit(c) || c == '-' || c == '.' || c == '_';
  });
  if (host.empty() || !is_name) refuse(url, "it names no host: write http://HOST:9200/NAME");
  if (colon != std::string_view::npos) check_port(url, authority.substr(colon + 1));
  return host;
}

bool is_prefix_part(std::string_view part) noexcept {
  return !part.empty() && part != "." && part != ".." &&
         std::all_of(part.begin(), part.end(), [](char c) {
           return is_small_or_digit(to_small(c)) || c == '-' || c == '.' || c == '_' || c == '~';
         });
}

void check_prefix(std::string_view url, std::string_view prefix) {
  while (!prefix.empty()) {
    prefix.remove_prefix(1);  // its slash
    const auto part = prefix.substr(0, prefix.find('/'));
    if (!is_prefix_part(part)) refuse(url, "before the archive's name it has a path that is none");
    prefix.remove_prefix(part.size());
  }
}

void check_name(std::string_view url, std::string_view name) {
  const bool is_name = !name.empty() && is_small_or_digit(name.front()) &&
                       std::all_of(name.begin(), name.end(), [](char c) {
                         return is_small_or_digit(c) || c == '-' || c == '_' || c == '.';
                       });
  if (name.empty()) refuse(url, "it names no archive: write http://HOST:9200/NAME");
  if (!is_name) {
    refuse(url, fmt::format("'{}' cannot name an archive: small letters, digits, '-', '_' and '.', "
                            "a letter or a digit first",
                            name));
  }
  if (name.size() > kMaxNameBytes)
    refuse(url, fmt::format("the archive's name is longer than {} bytes", kMaxNameBytes));
}

}  // namespace

ClusterAddress parse_cluster_address(std::string_view url) {
  if (url.find('@') != std::string_view::npos) {
    refuse(url,
           "users and passwords do not belong into an address: set $DATELINE_CLUSTER_USER and "
           "$DATELINE_CLUSTER_PASSWORD, or name a file in $DATELINE_CLUSTER_CREDENTIALS");
  }
  const auto scheme_end = url.find("://");
  const auto scheme = to_small(url.substr(0, scheme_end));
  if (scheme_end == std::string_view::npos || (scheme != "http" && scheme != "https"))
    refuse(url, "write http://HOST:9200/NAME or https://HOST/NAME");
  const auto rest = url.substr(scheme_end + 3);
  const auto authority = to_small(rest.substr(0, rest.find('/')));
  auto path = rest.substr(authority.size());
  const auto host = host_of(url, authority);
  if (path.size() > 1 && path.ends_with('/')) path.remove_suffix(1);
  const auto slash = path.rfind('/');
  const auto prefix = path.substr(0, slash == std::string_view::npos ? 0 : slash);
  check_prefix(url, prefix);
  const auto name = slash == std::string_view::npos ? path : path.substr(slash + 1);
  check_name(url, name);
  return {fmt::format("{}://{}{}", scheme, authority, prefix), std::string{name}, scheme == "https",
          is_loopback_host(host)};
}

}  // namespace dateline
