// dateline serve: the page and the API.
#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>

#include <CLI/Option.hpp>
#include <CLI/Validators.hpp>
#include <algorithm>
#include <array>
#include <condition_variable>
#include <csignal>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "cli/archive_location.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/index_location.h"
#include "cli/interrupt.h"
#include "cli/terminal.h"
#include "cli/usage_error.h"
#include "index/manifest.h"
#include "server/http/http_server.h"
#include "server/http/request_target.h"
#include "server/service.h"

extern char** environ;

namespace dateline {
namespace {

constexpr const char* kServeHelp =
    R"(Serve the archive as a page for the browser, and as an API for programs. Nothing can be changed
through it.

Examples:
  dateline serve --open                         the page, in your browser
  dateline serve --index /srv/ir --listen 127.0.0.1:9000
  dateline serve --cluster http://127.0.0.1:9200/wires
  dateline serve --base-path /archive --host ir.example.org    behind a reverse proxy
  curl -s 'http://127.0.0.1:8390/v1/search?q=treaty&country=RU' | jq .total

Only this machine reaches it unless --listen says otherwise. There are no users and no passwords: who
can reach it can read the whole archive. It ends on SIGTERM, or Ctrl-C, when it has answered what it
was asked. The API is described in docs/api.md, a systemd unit in docs/operations.md.)";

std::size_t usual_threads() { return std::max(2U, std::thread::hardware_concurrency()); }

class ServeCommand : public Command {
 public:
  explicit ServeCommand(CLI::App& command) {
    archive_.declare(command);
    command
        .add_option("--listen", listen_, "HOST:PORT to listen on, or a port; 0: any that is free")
        ->capture_default_str();
    command.add_flag("--open", open_, "Open the page in your browser");
    command.add_option("--base-path", base_, "The path below which a reverse proxy serves it");
    command.add_option("--host", hosts_, "A name by which it is reached (again for more)")
        ->allow_extra_args(false);
    command.add_option("--threads", threads_, "Searches at once")
        ->check(CLI::Range(std::size_t{1}, std::size_t{256}))
        ->capture_default_str();
    command.add_option("--connections", connections_, "Clients at once")
        ->check(CLI::Range(1U, 10'000U))
        ->capture_default_str();
    command.add_flag("--access-log", access_log_, "A line for each request on standard error");
  }

  int run() override {
    auto source = archive_.source();
    if (const auto site = archive_.cluster()) {
      if (source->state().empty()) {
        complain(
            fmt::format("note: no archive at {}, or no answer from there: pages say so until "
                        "there is one",
                        site->address.url()));
      }
    } else if (const auto index = index_location(archive_.index()); !holds_index(index)) {
      complain(
          fmt::format("note: no index in {} yet: pages say so until there is one", index.string()));
    }
    std::signal(SIGPIPE, SIG_IGN);  // NOLINT(cert-err33-c): cannot fail
    const Interrupt interrupt("ending when what was asked has been answered");
    serve(std::move(source), interrupt.token());
    return kDone;
  }

 private:
  void serve(std::unique_ptr<ArchiveSource> source, const std::stop_token& ending) const {
    Service service({std::move(source), DATELINE_VERSION, base(), threads_});
    auto handler = service.handler();
    if (access_log_) handler.log = [](std::string_view line) { write_line(line); };
    try {
      HttpServer server(listener(), HostPolicy(hosts_), limits(), std::move(handler));
      announce(server.listener());
      wait_for(ending);
    } catch (const ListenError& error) {
      throw UsageError(error.what());
    }
  }

  static void write_line(std::string_view line) {
    const auto whole = fmt::format("{}\n", line);
    std::fwrite(whole.data(), 1, whole.size(), stderr);
  }

  static void wait_for(const std::stop_token& ending) {
    std::mutex mutex;
    std::condition_variable_any changed;
    std::unique_lock lock(mutex);
    changed.wait(lock, ending, [&ending] { return ending.stop_requested(); });
  }

  [[nodiscard]] Listener listener() const {
    return has_inherited_socket() ? Listener::inherited() : Listener(listen_);
  }

  [[nodiscard]] HttpLimits limits() const {
    HttpLimits limits;
    limits.threads = threads_;
    limits.connections = connections_;
    return limits;
  }

  // With a slash before it, none behind it.
  [[nodiscard]] std::string base() const {
    auto path = base_;
    while (path.ends_with('/')) path.pop_back();
    if (path.empty()) return {};
    if (!path.starts_with('/')) path.insert(0, "/");
    try {
      return encoded_path(parse_target(path).segments);
    } catch (const HttpError& error) {
      throw UsageError(fmt::format("--base-path: {}", error.what()));
    }
  }

  void announce(const Listener& listener) const {
    const auto url = fmt::format("http://{}{}/", listener.address(), base());
    if (!listener.is_loopback()) {
      complain(
          fmt::format("warning: {} is reached from other machines, and asks nobody for a "
                      "password: whoever reaches it can read the whole archive",
                      listener.address()));
    }
    print(fmt::format("serving {}\n", url));
    if (open_) open_browser(url);
  }

  static void open_browser(const std::string& url) {
    std::string program = "xdg-open";
    std::string argument = url;
    const std::array<char*, 3> arguments{program.data(), argument.data(), nullptr};
    pid_t child = -1;
    if (::posix_spawnp(&child, program.c_str(), nullptr, nullptr, arguments.data(), environ) != 0) {
      complain(fmt::format("cannot open a browser (xdg-open is not there): go to {}", url));
      return;
    }
    std::thread([child] { ::waitpid(child, nullptr, 0); }).detach();
  }

  ArchiveOptions archive_;
  std::string listen_ = "127.0.0.1:8390";
  std::string base_;
  std::vector<std::string> hosts_;
  std::size_t threads_ = usual_threads();
  unsigned connections_ = 512;
  bool open_ = false;
  bool access_log_ = false;
};

}  // namespace

CommandEntry serve_command() noexcept { return {"serve", kServeHelp, make_command<ServeCommand>}; }

}  // namespace dateline
