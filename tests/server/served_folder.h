// A server of a test's own, on an index of a few articles.
#pragma once

#include <signal.h>

#include <cstdint>
#include <string>
#include <vector>

#include "tests/cli/indexed_folder.h"
#include "tests/server/http_client.h"
#include "tests/support/program.h"

namespace dateline::test {

/// The sample articles, or files of the test's own, indexed and served.
class ServedFolder {
 public:
  explicit ServedFolder(const std::vector<std::string>& options = {},
                        const IndexedFolder::Files& files = {},
                        const std::string& indexed = DATELINE_SOURCE_DIR "/corpus/articles")
      : folder_(files, indexed),
        port_{free_port()},
        server_(folder_.dir().path(), arguments(options)) {
    REQUIRE(eventually([this] { return is_up(); }));
  }

  [[nodiscard]] HttpReply get(std::string_view target,
                              const std::vector<std::string>& fields = {}) const {
    return http_get(port_, target, fields);
  }
  [[nodiscard]] std::uint16_t port() const noexcept { return port_; }
  [[nodiscard]] const IndexedFolder& folder() const noexcept { return folder_; }
  [[nodiscard]] RunningDateline& server() noexcept { return server_; }

 private:
  [[nodiscard]] std::vector<std::string> arguments(const std::vector<std::string>& options) const {
    std::vector<std::string> all{"serve", "--index", "idx", "--listen",
                                 "127.0.0.1:" + std::to_string(port_)};
    all.insert(all.end(), options.begin(), options.end());
    return all;
  }

  [[nodiscard]] bool is_up() const {
    try {
      const HttpConnection connection(port_);
      return true;
    } catch (const std::runtime_error&) {
      return false;
    }
  }

  IndexedFolder folder_;
  std::uint16_t port_;
  RunningDateline server_;
};

}  // namespace dateline::test
