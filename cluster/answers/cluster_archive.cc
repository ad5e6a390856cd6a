#include "cluster/answers/cluster_archive.h"

#include <utility>

#include "cluster/http/answer_json.h"
#include "cluster/http/http_client.h"

namespace dateline {
namespace {

class ClusterSource : public ArchiveSource {
 public:
  ClusterSource(ClusterAddress address, ClusterAccess access)
      : address_{std::move(address)}, access_{std::move(access)} {}

  std::unique_ptr<Archive> open() override { return open_cluster_archive(address_, access_); }
  std::string state() noexcept override { return {}; }
  bool is_being_written() noexcept override { return false; }

 private:
  ClusterAddress address_;
  ClusterAccess access_;
};

}  // namespace

std::unique_ptr<Archive> open_cluster_archive(const ClusterAddress& address,
                                              const ClusterAccess& access) {
  HttpClient client(address, access);
  require_ok(client.send(HttpMethod::get, "/" + address.name + "-articles/_count"), "opening");
  throw ClusterError(ClusterFault::wrong, address.url(), "it is there, and cannot be searched yet");
}

std::unique_ptr<ArchiveSource> cluster_archive_source(ClusterAddress address,
                                                      ClusterAccess access) {
  return std::make_unique<ClusterSource>(std::move(address), std::move(access));
}

}  // namespace dateline
