#include "server/http/http_server.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <thread>
#include <utility>

#include "server/http/exchange.h"
#include "server/http/gzip.h"
#include "server/http/http_library.h"
#include "server/http/socket_address.h"
#include "server/http/work_queue.h"

// libmicrohttpd calls back on its one thread: when a client connects, when a request line is there,
// when headers are there, when a body wants its next bytes, when all is over. A request that needs
// work suspends its connection; the thread that has done the work resumes it, and libmicrohttpd
// calls again.

namespace dateline {
namespace {

constexpr std::size_t kMinCompressed = 512;
constexpr unsigned kIdleSeconds = 75;
constexpr std::chrono::seconds kGrace{5};

const HttpLibrary& required_library() {
  const auto* library = http_library();
  if (library == nullptr) {
    throw ListenError(
        "libmicrohttpd is not there: install the package libmicrohttpd12 (Debian 13: "
        "libmicrohttpd12t64)");
  }
  return *library;
}

bool is_compressible(const HttpResponse& response) {
  for (const auto& [name, value] : response.headers) {
    if (name == "Content-Encoding") return false;
    if (name == "Content-Type" && value.starts_with("image/") && value != "image/svg+xml")
      return false;
  }
  return true;
}

void compress(const HttpRequest& request, HttpResponse& response) {
  if (response.more ? false : response.body.size() < kMinCompressed) return;
  if (!is_compressible(response)) return;
  response.set("Vary", "Accept-Encoding");
  if (!accepts_gzip(request.accept_encoding)) return;
  response.set("Content-Encoding", "gzip");
  if (response.more) {
    response.more = gzip_compressed(std::exchange(response.body, {}), std::move(response.more));
  } else {
    response.body = gzip_compressed(response.body);
  }
}

}  // namespace

class HttpServer::State {
 public:
  State(Listener listener, HostPolicy hosts, const HttpLimits& limits, HttpHandler handler)
      : library_{required_library()},
        listener_{std::move(listener)},
        hosts_{std::move(hosts)},
        limits_{limits},
        handler_{std::move(handler)},
        watch_{limits.deadlines},
        work_{limits.threads, limits.waiting} {
    start();
  }

  ~State() {
    is_ending_ = true;
    library_.quiesce_daemon(daemon_);
    const auto until = std::chrono::steady_clock::now() + kGrace;
    while (active_ > 0 && std::chrono::steady_clock::now() < until)
      std::this_thread::sleep_for(std::chrono::milliseconds{5});
    watch_.stop_searches();
    work_.finish();  // which resumes every connection that is suspended
    library_.stop_daemon(daemon_);
  }
  State(State&&) = delete;

  [[nodiscard]] const Listener& listener() const noexcept { return listener_; }

 private:
  static State& of(void* closure) noexcept { return *static_cast<State*>(closure); }
  static Exchange& exchange_of(void* closure) noexcept { return *static_cast<Exchange*>(closure); }

  void start() {
    const std::array<MHD_OptionItem, 10> options{{
        {MHD_OPTION_LISTEN_SOCKET, listener_.descriptor(), nullptr},
        {MHD_OPTION_CONNECTION_LIMIT, static_cast<std::intptr_t>(limits_.connections), nullptr},
        {MHD_OPTION_CONNECTION_MEMORY_LIMIT, static_cast<std::intptr_t>(limits_.connection_bytes),
         nullptr},
        {MHD_OPTION_CONNECTION_TIMEOUT, kIdleSeconds, nullptr},
        {MHD_OPTION_STRICT_FOR_CLIENT, 1, nullptr},
        {MHD_OPTION_NOTIFY_CONNECTION, reinterpret_cast<std::intptr_t>(&on_connection), this},
        {MHD_OPTION_URI_LOG_CALLBACK, reinterpret_cast<std::intptr_t>(&on_target), this},
        {MHD_OPTION_NOTIFY_COMPLETED, reinterpret_cast<std::intptr_t>(&on_completed), this},
        {MHD_OPTION_UNESCAPE_CALLBACK, reinterpret_cast<std::intptr_t>(&leave_escaped), this},
        {MHD_OPTION_END, 0, nullptr},
    }};
    daemon_ = library_.start_daemon(MHD_USE_EPOLL_INTERNAL_THREAD | MHD_USE_SUSPEND_RESUME, 0,
                                    nullptr, nullptr, &on_request, this, MHD_OPTION_ARRAY,
                                    options.data(), MHD_OPTION_END);
    if (daemon_ == nullptr)
      throw ListenError(
          fmt::format("cannot serve on {}: libmicrohttpd does not start", listener_.address()));
  }

  static void on_connection(void* closure, MHD_Connection* connection, void** context,
                            MHD_ConnectionNotificationCode code) {
    auto& server = of(closure);
    if (code == MHD_CONNECTION_NOTIFY_STARTED) {
      const auto* info =
          server.library_.get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
      *context = info == nullptr ? nullptr : server.watch_.add(info->connect_fd);
    } else if (*context != nullptr) {
      server.watch_.remove(static_cast<ConnectionWatch::Entry*>(*context));
    }
  }

  // What this returns is the request's context from here on.
  static void* on_target(void* closure, const char* target, MHD_Connection* connection) {
    auto& server = of(closure);
    auto* exchange =
        new Exchange;  // NOLINT(cppcoreguidelines-owning-memory): on_completed frees it
    exchange->connection = connection;
    exchange->line = target;
    const auto* context =
        server.library_.get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
    if (context != nullptr)
      exchange->entry = static_cast<ConnectionWatch::Entry*>(context->socket_context);
    ++server.active_;
    return exchange;
  }

  // Percent codes are read by parse_target(), from the target as it was sent.
  static std::size_t leave_escaped(void* /*closure*/, MHD_Connection* /*connection*/, char* text) {
    return std::strlen(text);
  }

  static void on_completed(void* closure, MHD_Connection* /*connection*/, void** context,
                           MHD_RequestTerminationCode /*code*/) {
    if (*context == nullptr) return;
    auto& server = of(closure);
    auto& exchange = exchange_of(*context);
    if (exchange.entry != nullptr) server.watch_.begin_reading(exchange.entry);
    if (exchange.is_stream) --server.streams_;
    if (server.handler_.log && exchange.step != Exchange::Step::begun)
      server.handler_.log(log_line(exchange));
    delete &exchange;  // NOLINT(cppcoreguidelines-owning-memory): made by on_target
    *context = nullptr;
    --server.active_;
  }

  static MHD_Result on_request(void* closure, MHD_Connection* connection, const char* /*url*/,
                               const char* method, const char* /*version*/, const char* /*upload*/,
                               std::size_t* upload_size, void** context) {
    auto& server = of(closure);
    if (*context == nullptr) return MHD_NO;
    auto& exchange = exchange_of(*context);
    *upload_size = 0;  // of a body that comes unasked
    switch (exchange.step) {
      case Exchange::Step::begun:
        exchange.method = method;
        return server.accept(exchange);
      case Exchange::Step::accepted:
        return server.answer(exchange);
      case Exchange::Step::searched:
        return server.send(exchange);
      case Exchange::Step::sent:
        break;
    }
    (void)connection;
    return MHD_NO;
  }

  [[nodiscard]] std::string header(const Exchange& exchange, const char* name) const {
    const char* value =
        library_.lookup_connection_value(exchange.connection, MHD_HEADER_KIND, name);
    return value == nullptr ? std::string{} : std::string{value};
  }

  // The headers are there. What is refused at sight is answered now, and the connection closed.
  MHD_Result accept(Exchange& exchange) {
    const auto* info =
        library_.get_connection_info(exchange.connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
    if (info != nullptr && info->client_addr != nullptr)
      exchange.client = address_text(info->client_addr, false);
    try {
      read_request(exchange);
      exchange.step = Exchange::Step::accepted;
      return MHD_YES;
    } catch (const HttpError& error) {
      exchange.response = handler_.refuse(error.status(), error.what());
      if (error.status() == 405) exchange.response.set("Allow", "GET, HEAD");
      exchange.response.set("Connection", "close");
      return send(exchange);
    }
  }

  void read_request(Exchange& exchange) const {
    auto& request = exchange.request;
    request.is_head = exchange.method == "HEAD";
    if (!request.is_head && exchange.method != "GET")
      throw HttpError(405, "only GET and HEAD are served: nothing can be changed here");
    if (!header(exchange, "Transfer-Encoding").empty() ||
        header(exchange, "Content-Length").find_first_not_of('0') != std::string::npos)
      throw HttpError(413, "a request without a body is expected");
    request.host = header(exchange, "Host");
    if (request.host.empty()) throw HttpError(400, "the field Host is missing");
    if (!hosts_.serves(request.host)) {
      throw HttpError(421,
                      "this server does not answer to that name: start it with --host NAME if "
                      "it is meant");
    }
    const auto origin = header(exchange, "Origin");
    if (!origin.empty() && !hosts_.trusts(origin))
      throw HttpError(403, "pages of other sites may not ask");
    request.target = parse_target(exchange.line);
    request.if_none_match = header(exchange, "If-None-Match");
    request.accept_encoding = header(exchange, "Accept-Encoding");
  }

  MHD_Result answer(Exchange& exchange) {
    if (is_ending_) {
      exchange.response = handler_.refuse(503, "the server is going down");
      exchange.response.set("Connection", "close");
      return send(exchange);
    }
    if (auto response = handler_.at_once(exchange.request)) {
      exchange.response = std::move(*response);
      compress(exchange.request, exchange.response);
      return send(exchange);
    }
    if (exchange.entry != nullptr) watch_.begin_search(exchange.entry, &exchange.stop);
    library_.suspend_connection(exchange.connection);
    if (!work_.add([this, &exchange] { search(exchange); })) {
      exchange.response = busy("too many searches at once");
      finish(exchange);
    }
    return MHD_YES;
  }

  [[nodiscard]] HttpResponse busy(const std::string& why) const {
    auto response = handler_.refuse(503, why + ": come again in a moment");
    response.set("Retry-After", "1");
    return response;
  }

  // On a thread of the work queue.
  void search(Exchange& exchange) {
    exchange.response = handler_.search(exchange.request, exchange.stop);
    if (exchange.response.more) {
      if (++streams_ > limits_.streams) {
        --streams_;
        exchange.response = busy("too many long answers at once");
      } else {
        exchange.is_stream = true;
      }
    }
    compress(exchange.request, exchange.response);
    finish(exchange);
  }

  void finish(Exchange& exchange) {
    exchange.step = Exchange::Step::searched;
    library_.resume_connection(exchange.connection);
  }

  // On the thread of the sockets from here on.
  MHD_Result send(Exchange& exchange) {
    exchange.step = Exchange::Step::sent;
    auto& from = exchange.response;
    if (exchange.entry != nullptr) watch_.begin_sending(exchange.entry, from.body.size());
    MHD_Response* response = nullptr;
    if (from.more) {
      exchange.piece = std::move(from.body);
      response = library_.create_response_from_callback(MHD_SIZE_UNKNOWN, kBlock, &on_body,
                                                        &exchange, nullptr);
      exchange.read = [this, &exchange](char* to, std::size_t max) {
        return read(exchange, to, max);
      };
    } else {
      exchange.bytes = exchange.request.is_head ? 0 : from.body.size();
      response = library_.create_response_from_buffer(from.body.size(), from.body.data(),
                                                      MHD_RESPMEM_PERSISTENT);
    }
    if (response == nullptr) return MHD_NO;
    for (const auto& [name, value] : from.headers)
      library_.add_response_header(response, name.c_str(), value.c_str());
    const auto queued = library_.queue_response(exchange.connection, from.status, response);
    library_.destroy_response(response);
    return queued;
  }

  static ssize_t on_body(void* closure, std::uint64_t /*position*/, char* to, std::size_t max) {
    auto& exchange = exchange_of(closure);
    return exchange.read(to, max);
  }

  // The next bytes of an answer in pieces; 0 while the next piece is being made.
  ssize_t read(Exchange& exchange, char* to, std::size_t max) {
    if (exchange.piece_sent < exchange.piece.size()) {
      const auto count = std::min(max, exchange.piece.size() - exchange.piece_sent);
      std::memcpy(to, exchange.piece.data() + exchange.piece_sent, count);
      exchange.piece_sent += count;
      exchange.bytes += count;
      return static_cast<ssize_t>(count);
    }
    if (exchange.has_failed) return MHD_CONTENT_READER_END_WITH_ERROR;
    if (exchange.has_ended) return MHD_CONTENT_READER_END_OF_STREAM;
    if (exchange.entry != nullptr) watch_.begin_search(exchange.entry, &exchange.stop);
    library_.suspend_connection(exchange.connection);
    if (!work_.add_again([this, &exchange] { make_piece(exchange); })) {
      exchange.has_failed = true;
      library_.resume_connection(exchange.connection);
    }
    return 0;
  }

  // On a thread of the work queue.
  void make_piece(Exchange& exchange) {
    exchange.piece_sent = 0;
    try {
      exchange.piece = exchange.response.more();
      exchange.has_ended = exchange.piece.empty();
    } catch (...) {  // the body ends without its end, which tells the client
      exchange.piece.clear();
      exchange.has_failed = true;
    }
    if (exchange.entry != nullptr) watch_.begin_sending(exchange.entry, exchange.piece.size());
    library_.resume_connection(exchange.connection);
  }

  static constexpr std::size_t kBlock = 32 * 1024;

  const HttpLibrary& library_;
  Listener listener_;
  HostPolicy hosts_;
  HttpLimits limits_;
  HttpHandler handler_;
  ConnectionWatch watch_;
  std::atomic<bool> is_ending_{false};
  std::atomic<std::size_t> active_{0};
  std::atomic<std::size_t> streams_{0};
  WorkQueue work_;
  MHD_Daemon* daemon_ = nullptr;
};

HttpServer::HttpServer(Listener listener, HostPolicy hosts, const HttpLimits& limits,
                       HttpHandler handler)
    : state_(std::make_unique<State>(std::move(listener), std::move(hosts), limits,
                                     std::move(handler))) {}
HttpServer::~HttpServer() = default;

const Listener& HttpServer::listener() const noexcept { return state_->listener(); }

}  // namespace dateline
