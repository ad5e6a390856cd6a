// The page and the API of one archive, as something that answers HTTP.
#pragma once

#include <atomic>
#include <cstddef>
#include <memory>
#include <string>

#include "searcher/archive.h"
#include "server/http/http_server.h"
#include "server/http/message.h"

namespace dateline {

/// Settings of a service; its archive is asked for.
struct ServiceOptions {
  std::unique_ptr<ArchiveSource> archive;
  std::string version;      ///< the program's
  std::string base;         ///< the path below which it is reached: "/archive"; empty: at the root
  std::size_t threads = 2;  ///< that ask at once
};

/// Answers requests: "/v1/…" is the API, all else the page. Several threads may use it at once.
class Service {
 public:
  explicit Service(ServiceOptions options);
  ~Service();
  Service(Service&&) = delete;

  /// What an HttpServer calls. The service must outlive it.
  [[nodiscard]] HttpHandler handler();

 private:
  class State;
  std::unique_ptr<State> state_;
};

}  // namespace dateline
