// Which names this server answers to.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// Tells requests that are meant for this server from those that a stranger's page sends here: a name
/// of the stranger's that was made to point at this machine (DNS rebinding) is none of ours. Served
/// are `localhost` and names below it, addresses (which nobody else can make point elsewhere), and
/// the names that were given.
class HostPolicy {
 public:
  /// @param names without a port, in any case.
  explicit HostPolicy(std::vector<std::string> names);

  /// @param host the field Host, with or without a port.
  [[nodiscard]] bool serves(std::string_view host) const;
  /// Whether a page of `origin` ("http://host:port") may ask: one of a host that is served.
  [[nodiscard]] bool trusts(std::string_view origin) const;

 private:
  std::vector<std::string> names_;
};

}  // namespace dateline
