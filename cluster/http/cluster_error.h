// What goes wrong between this program and a cluster.
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>

#include "index/error.h"
#include "language/error.h"

namespace dateline {

/// What a cluster did not do; says whether asking again may help.
enum class ClusterFault {
  no_answer,  ///< nobody listens, a node hangs, an answer broke off: a repetition may help
  busy,       ///< it has too much to do, or is not ready (429, 503): so does waiting
  denied,     ///< it does not know who asks, or does not allow it, or is not who it should be
  absent,     ///< no such index, document or task
  conflict,   ///< another has written in between (409)
  wrong,      ///< a damaged answer, a mistaken request, another schema: nothing helps by itself
};

/// A cluster cannot be used. The message is one line: which cluster, what is wrong, what to do; no
/// password and no token is in it. Leaves the program as an index that is missing, unless `kind`
/// says otherwise.
class ClusterError : public IndexError {
 public:
  /// @param place the archive's address (ClusterAddress::url).
  ClusterError(ClusterFault cause, const std::string& place, std::string_view message,
               IndexFault kind = IndexFault::missing)
      : IndexError(kind, place, fmt::format("cluster {}: {}", place, message)), cause_(cause) {}
  [[nodiscard]] ClusterFault cause() const noexcept { return cause_; }

 private:
  ClusterFault cause_;
};

/// An address, or what the environment says of a cluster, that cannot be meant: a fault of usage.
class ClusterUsageError : public Error {
 public:
  using Error::Error;
};

}  // namespace dateline
