// Who asks a cluster, and how patiently.
#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace dateline {

/// A user with a password, or a token, or neither.
struct Credentials {
  std::string user;
  std::string password;
  std::string token;  ///< sent as "Authorization: Bearer …"

  [[nodiscard]] bool is_empty() const noexcept { return user.empty() && token.empty(); }
};

/// How a cluster is talked to. What is not set is good for most.
struct ClusterAccess {
  Credentials credentials;
  std::filesystem::path ca_file;  ///< PEM; empty: the system's authorities
  /// For so long a node may be silent before it is given up; ten times that for a whole answer.
  std::chrono::milliseconds patience{std::chrono::seconds{30}};
  std::size_t max_answer_bytes = std::size_t{256} << 20;  ///< unpacked
};

/// Gives a variable of the environment; empty when it is not set.
using EnvironmentReader = std::function<std::string_view(const char* name)>;

/// Reads $DATELINE_CLUSTER_USER and $DATELINE_CLUSTER_PASSWORD, or $DATELINE_CLUSTER_TOKEN, or the
/// file that $DATELINE_CLUSTER_CREDENTIALS names (read_credentials_file); $DATELINE_CLUSTER_CA, a
/// file of authorities; $DATELINE_CLUSTER_TIMEOUT, the patience in seconds (1 to 3600).
/// @throws ClusterUsageError for what cannot be meant: two ways at once, half of a pair, a number
/// that is none, a file that is not there. No secret is in what it says.
[[nodiscard]] ClusterAccess read_access(const EnvironmentReader& environment);

/// Reads lines `user = NAME`, `password = SECRET`, `token = SECRET`; empty lines, and those that
/// begin with `#`, are passed over. Blanks around names and values do not count.
/// @throws ClusterUsageError when it cannot be read, another than its owner may read or write it,
/// a line is something else, or it has not one way alone.
[[nodiscard]] Credentials read_credentials_file(const std::filesystem::path& file);

}  // namespace dateline
