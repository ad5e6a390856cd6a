// Where a cluster is, and which archive in it.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// The parts of "http://host:9200/archive".
struct ClusterAddress {
  std::string base;          ///< "http://host:9200", "https://[::1]/prefix": no slash at its end
  std::string name;          ///< "archive": what the names of the archive's indices begin with
  bool is_tls = false;       ///< https
  bool is_loopback = false;  ///< this machine: localhost, 127.0.0.0/8 or ::1, as it is written

  /// As users write it. There is no secret in it.
  [[nodiscard]] std::string url() const { return base + "/" + name; }
};

/// Reads `http://HOST[:PORT][/PREFIX…]/NAME`, or the same with https. The name is one that
/// OpenSearch takes for an index: small letters, digits, `-`, `_` and `.`, a letter or a digit
/// first, at most 200 bytes.
/// @throws ClusterUsageError when it is something else, or has a user or a password in it (which
/// others would see in the list of processes); what it says shows neither.
[[nodiscard]] ClusterAddress parse_cluster_address(std::string_view url);

}  // namespace dateline
