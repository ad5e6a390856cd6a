// Requests to a cluster, one after the other.
#pragma once

#include <atomic>
#include <memory>
#include <string>
#include <string_view>

#include "cluster/http/address.h"
#include "cluster/http/credentials.h"

namespace dateline {

enum class HttpMethod { get, head, post, put, remove };

/// What came back, whatever its status says; require_ok() (answer_json.h) reads that.
struct HttpAnswer {
  int status = 0;  ///< 100 to 599
  std::string body;
  std::string place;  ///< the archive's address, for messages
};

/// Speaks HTTP/1.1 to one cluster over one connection that is kept. Follows no redirect, asks no
/// proxy, verifies TLS; a node that is silent too long is given up, an answer that is too large
/// broken off. For one thread; several may have one each.
class HttpClient {
 public:
  /// Sends nothing yet.
  /// @throws ClusterUsageError when credentials would go over a network unencrypted.
  /// @throws ClusterError (wrong) when libcurl is not installed.
  explicit HttpClient(ClusterAddress address, ClusterAccess access = {});
  ~HttpClient();
  HttpClient(HttpClient&&) = delete;

  [[nodiscard]] const ClusterAddress& address() const noexcept;
  [[nodiscard]] const ClusterAccess& access() const noexcept;

  /// From now on a transfer looks at `flag`, about every second while it waits, and send() @throws
  /// SearchStopped once it is set; nullptr: no more.
  void stop_when(const std::atomic<bool>* flag) noexcept;

  /// Sends a request and waits for its answer.
  /// @param path what follows the address's base: "/archive-articles/_search?size=0", with what is
  /// no letter of an address percent-encoded.
  /// @throws ClusterError (no_answer) when none comes, or not the whole of one: what was asked may
  /// have been done nevertheless. Where a kept connection turns out to be closed, the request has
  /// been sent again once already. (denied) when the cluster's certificate does not hold; (wrong)
  /// for a redirect, and an answer that is too large.
  [[nodiscard]] HttpAnswer send(HttpMethod method, std::string_view path,
                                std::string_view body = {},
                                std::string_view content_type = "application/json");

 private:
  struct Transfer;
  std::unique_ptr<Transfer> transfer_;
};

}  // namespace dateline
