#include "cluster/http/http_client.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

#include "cluster/http/cluster_error.h"
#include "cluster/http/curl_library.h"
#include "searcher/match/search_stop.h"

namespace dateline {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kWholeAnswer = 10;  // times the patience
constexpr long kMaxConnectMs = 10'000;

const CurlLibrary& require_library(const ClusterAddress& address) {
  const auto* const library = curl_library();
  if (library == nullptr) {
    throw ClusterError(ClusterFault::wrong, address.url(),
                       "libcurl is not installed: install Debian's package libcurl4");
  }
  return *library;
}

void require_privacy(const ClusterAddress& address, const Credentials& credentials) {
  if (credentials.is_empty() || address.is_tls || address.is_loopback) return;
  throw ClusterUsageError(fmt::format(
      "cluster '{}': a password or token would go over the network unencrypted: write https://",
      address.url()));
}

const char* name_of(HttpMethod method) noexcept {
  switch (method) {
    case HttpMethod::get:
      return "GET";
    case HttpMethod::head:
      return "HEAD";
    case HttpMethod::post:
      return "POST";
    case HttpMethod::put:
      return "PUT";
    case HttpMethod::remove:
      return "DELETE";
  }
  return "GET";
}

// Header lines of one request.
class HeaderList {
 public:
  explicit HeaderList(const CurlLibrary& curl) noexcept : curl_{&curl} {}
  ~HeaderList() { curl_->slist_free_all(lines_); }
  HeaderList(HeaderList&&) = delete;

  void add(const std::string& line) {
    auto* const longer = curl_->slist_append(lines_, line.c_str());
    if (longer == nullptr) throw std::bad_alloc();
    lines_ = longer;
  }
  [[nodiscard]] curl_slist* get() const noexcept { return lines_; }

 private:
  const CurlLibrary* curl_;
  curl_slist* lines_ = nullptr;
};

}  // namespace

struct HttpClient::Transfer {
  Transfer(ClusterAddress where, ClusterAccess how)
      : address{std::move(where)},
        access{std::move(how)},
        curl{require_library(address)},
        handle{curl.easy_init()} {
    if (handle == nullptr) throw std::bad_alloc();
    set_up();
  }
  ~Transfer() { curl.easy_cleanup(handle); }
  Transfer(Transfer&&) = delete;

  template <typename Value>
  void set(CURLoption option, Value value) const {
    if (const auto code = curl.easy_setopt(handle, option, value); code != CURLE_OK)
      throw ClusterError(ClusterFault::wrong, address.url(),
                         fmt::format("libcurl: {}", curl.easy_strerror(code)));
  }
  void set_up() const;
  void set_request(HttpMethod method, std::string_view path, std::string_view body) const;
  void begin(HttpAnswer& to);
  [[noreturn]] void fail(CURLcode code) const;
  [[nodiscard]] std::string certificate_problem() const;

  static std::size_t take(char* bytes, std::size_t one, std::size_t count, void* self);
  static int look(void* self, curl_off_t, curl_off_t received, curl_off_t, curl_off_t sent);

  ClusterAddress address;
  ClusterAccess access;
  const CurlLibrary& curl;
  CURL* handle;
  const std::atomic<bool>* stop = nullptr;
  // Of the request that is under way.
  HttpAnswer* answer = nullptr;
  curl_off_t moved = 0;  // bytes, both ways
  Clock::time_point last_moved;
  bool is_stopped = false;
  bool is_silent = false;
  bool is_too_large = false;
  std::array<char, CURL_ERROR_SIZE> details{};
};

// NOLINTBEGIN(google-runtime-int): libcurl's numbers are long
void HttpClient::Transfer::set_up() const {
  const auto patience = static_cast<long>(access.patience.count());
  set(CURLOPT_NOSIGNAL, 1L);
  set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
  set(CURLOPT_PROTOCOLS_STR, "http,https");
  set(CURLOPT_FOLLOWLOCATION, 0L);
  set(CURLOPT_PROXY, "");
  set(CURLOPT_NOPROXY, "*");
  set(CURLOPT_TCP_KEEPALIVE, 1L);
  set(CURLOPT_MAXCONNECTS, 1L);
  set(CURLOPT_CONNECTTIMEOUT_MS, std::min(patience, kMaxConnectMs));
  set(CURLOPT_TIMEOUT_MS, patience * kWholeAnswer);
  set(CURLOPT_ACCEPT_ENCODING, "gzip");
  set(CURLOPT_USERAGENT, "dateline");
  set(CURLOPT_ERRORBUFFER, details.data());
  set(CURLOPT_NOPROGRESS, 0L);
  set(CURLOPT_XFERINFOFUNCTION, &Transfer::look);
  set(CURLOPT_XFERINFODATA, this);
  set(CURLOPT_WRITEFUNCTION, &Transfer::take);
  set(CURLOPT_WRITEDATA, this);
  if (!access.ca_file.empty()) set(CURLOPT_CAINFO, access.ca_file.c_str());
  if (!access.credentials.token.empty()) {
    set(CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BEARER));
    set(CURLOPT_XOAUTH2_BEARER, access.credentials.token.c_str());
  } else if (!access.credentials.user.empty()) {
    set(CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BASIC));
    set(CURLOPT_USERNAME, access.credentials.user.c_str());
    set(CURLOPT_PASSWORD, access.credentials.password.c_str());
  }
}

void HttpClient::Transfer::set_request(HttpMethod method, std::string_view path,
                                       std::string_view body) const {
  set(CURLOPT_URL, (address.base + std::string{path}).c_str());
  const bool has_body = !body.empty() || method == HttpMethod::post || method == HttpMethod::put;
  if (method == HttpMethod::head) {
    set(CURLOPT_NOBODY, 1L);
  } else if (has_body) {
    set(CURLOPT_POST, 1L);
    set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
    set(CURLOPT_POSTFIELDS, body.empty() ? "" : body.data());  // not copied
  } else {
    set(CURLOPT_HTTPGET, 1L);
  }
  set(CURLOPT_CUSTOMREQUEST, name_of(method));
}
// NOLINTEND(google-runtime-int)

void HttpClient::Transfer::begin(HttpAnswer& to) {
  answer = &to;
  moved = 0;
  last_moved = Clock::now();
  is_stopped = is_silent = is_too_large = false;
  details.front() = '\0';
}

std::size_t HttpClient::Transfer::take(char* bytes, std::size_t one, std::size_t count,
                                       void* self) {
  auto& transfer = *static_cast<Transfer*>(self);
  const auto size = one * count;
  auto& body = transfer.answer->body;
  if (size > transfer.access.max_answer_bytes - body.size()) {
    transfer.is_too_large = true;
    return 0;
  }
  try {
    body.append(bytes, size);
  } catch (...) {  // an exception must not pass through C
    transfer.is_too_large = true;
    return 0;
  }
  return size;
}

int HttpClient::Transfer::look(void* self, curl_off_t /*to_receive*/, curl_off_t received,
                               curl_off_t /*to_send*/, curl_off_t sent) {
  auto& transfer = *static_cast<Transfer*>(self);
  transfer.is_stopped = transfer.stop != nullptr && transfer.stop->load(std::memory_order_relaxed);
  if (received + sent != transfer.moved) {
    transfer.moved = received + sent;
    transfer.last_moved = Clock::now();
  } else {
    transfer.is_silent = Clock::now() - transfer.last_moved >= transfer.access.patience;
  }
  return transfer.is_stopped || transfer.is_silent ? 1 : 0;
}

std::string HttpClient::Transfer::certificate_problem() const {
  return fmt::format(
      "its certificate does not hold ({}): name the file of its authority in "
      "$DATELINE_CLUSTER_CA",
      details.data());
}

void HttpClient::Transfer::fail(CURLcode code) const {
  const auto refuse = [this](ClusterFault cause, const std::string& message) {
    throw ClusterError(cause, address.url(), message);
  };
  const auto silent = fmt::format("no answer within {} s: a node hangs, or has too much to do",
                                  std::chrono::ceil<std::chrono::seconds>(access.patience).count());
  if (is_stopped) throw SearchStopped();
  if (is_silent) refuse(ClusterFault::no_answer, silent);
  if (is_too_large) {
    refuse(ClusterFault::wrong, fmt::format("an answer of more than {} MB was broken off",
                                            access.max_answer_bytes >> 20));
  }
  switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
      refuse(ClusterFault::no_answer, "its host is not known: look at the address");
      break;
    case CURLE_COULDNT_CONNECT:
      refuse(ClusterFault::no_answer, "nobody listens there: start it, or look at the address");
      break;
    case CURLE_OPERATION_TIMEDOUT:
      refuse(ClusterFault::no_answer, silent);
      break;
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
      refuse(ClusterFault::denied, certificate_problem());
      break;
    case CURLE_SSL_CONNECT_ERROR:
      refuse(ClusterFault::denied,
             fmt::format("TLS cannot be spoken with it ({})", details.data()));
      break;
    case CURLE_GOT_NOTHING:
    case CURLE_PARTIAL_FILE:
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
      refuse(ClusterFault::no_answer, "the connection broke before its answer was whole");
      break;
    default:
      break;
  }
  throw ClusterError(ClusterFault::wrong, address.url(),
                     fmt::format("what it sends is no answer ({})", curl.easy_strerror(code)));
}

HttpClient::HttpClient(ClusterAddress address, ClusterAccess access) {
  require_privacy(address, access.credentials);
  transfer_ = std::make_unique<Transfer>(std::move(address), std::move(access));
}

HttpClient::~HttpClient() = default;

const ClusterAddress& HttpClient::address() const noexcept { return transfer_->address; }

const ClusterAccess& HttpClient::access() const noexcept { return transfer_->access; }

void HttpClient::stop_when(const std::atomic<bool>* flag) noexcept { transfer_->stop = flag; }

HttpAnswer HttpClient::send(HttpMethod method, std::string_view path, std::string_view body,
                            std::string_view content_type) {
  HttpAnswer answer;
  answer.place = transfer_->address.url();
  HeaderList headers(transfer_->curl);
  headers.add("Expect:");  // 100-continue would be a round trip more
  headers.add(body.empty() ? "Content-Type:" : fmt::format("Content-Type: {}", content_type));
  transfer_->set_request(method, path, body);
  transfer_->set(CURLOPT_HTTPHEADER, headers.get());
  transfer_->begin(answer);
  const auto code = transfer_->curl.easy_perform(transfer_->handle);
  transfer_->set(CURLOPT_HTTPHEADER, static_cast<curl_slist*>(nullptr));
  if (code != CURLE_OK) transfer_->fail(code);
  long status = 0;  // NOLINT(google-runtime-int): libcurl's type
  transfer_->curl.easy_getinfo(transfer_->handle, CURLINFO_RESPONSE_CODE, &status);
  answer.status = static_cast<int>(status);
  if (status >= 300 && status < 400) {
    throw ClusterError(ClusterFault::wrong, answer.place,
                       "it points to another address, which is not followed: give that one");
  }
  return answer;
}

}  // namespace dateline
