#include "cluster/store/store_lock.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <functional>
#include <nlohmann/json.hpp>
#include <thread>
#include <utility>

#include "cluster/http/cluster_error.h"
#include "cluster/store/answer_texts.h"
#include "cluster/store/archive_names.h"
#include "index/lock_note.h"
#include "index/manifest.h"

namespace dateline {
namespace {

using simdjson::dom::element;
using std::chrono::milliseconds;
using std::chrono::steady_clock;
using std::chrono::system_clock;

constexpr milliseconds kShortestLease{90'000};
// A node may be silent for so long as the client is patient, and then another be asked.
constexpr int kPatienceInLease = 3;
constexpr milliseconds kPoll{200};

// Where processes can be looked for: their numbers mean nothing on another host, or in another
// container of the same.
std::string process_space() {
  std::array<char, 256> host{};
  std::array<char, 64> space{};
  (void)::gethostname(host.data(), host.size() - 1);
  (void)!::readlink("/proc/self/ns/pid", space.data(), space.size() - 1);
  return fmt::format("{} {}", host.data(), space.data());
}

std::int64_t now_ms() {
  return std::chrono::duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

std::int64_t number_in(element from, std::string_view name) {
  std::int64_t number = 0;
  return from[name].get_int64().get(number) == simdjson::SUCCESS ? number : 0;
}

std::string path_of(const ClusterAddress& address) {
  return fmt::format("/{}/_doc/{}", state_index_of(address), kLockDocument);
}

[[noreturn]] void fail_locked(const StoreClient& client, const std::string& writer,
                              std::string_view what) {
  throw ClusterError(ClusterFault::conflict, client.address().url(),
                     fmt::format("it {} {}: wait for it, or give --wait SECONDS", what, writer),
                     IndexFault::locked);
}

// Asks `writer`, which may take the lock, again and again until it names nobody.
void until_free(StoreClient& client, const LockWait& wait,
                const std::function<std::optional<std::string>()>& writer) {
  const auto end = steady_clock::now() + wait.at_most;
  for (bool is_told = false;;) {
    const auto holder = writer();
    if (!holder) return;
    if (steady_clock::now() >= end || wait.stop.stop_requested())
      fail_locked(client, *holder, "is being written by");
    if (!is_told && wait.on_wait) wait.on_wait(*holder);
    is_told = true;
    client.check_stop();
    std::this_thread::sleep_for(kPoll);
  }
}

}  // namespace

std::optional<std::string> writer_in(element document) {
  element kept;
  if (document["_source"]["kept"].get(kept) != simdjson::SUCCESS) return std::nullopt;
  if (number_in(kept, "expires") <= now_ms()) return std::nullopt;
  const auto note = text_below(kept, "note");
  constexpr bool kTrusted = true;
  if (text_below(kept, "space") == process_space() && !may_be_writing(note, kTrusted))
    return std::nullopt;
  return std::string{holder_in(note)};
}

StoreLock::StoreLock(StoreClient& client, const LockWait& wait)
    : client_(client),
      token_(new_index_id()),
      lease_(std::max(kShortestLease, kPatienceInLease * client.http().access().patience)) {
  for (bool is_taken = false; !is_taken;) {
    until_free(client_, wait, [&] {
      const auto found = read(client_, token_);
      // When the answer is lost, the next look finds this process's own token.
      if (!found.writer) client_.patiently([&] { is_taken = put(found, found.ticket, lease_); });
      return found.writer;
    });
  }
  client_.before_each([this] { keep(); });
}

StoreLock::~StoreLock() {
  client_.before_each({});
  client_.ignore_stops();
  try {
    put(held_, held_.ticket, milliseconds{0});
  } catch (const std::exception&) {  // then it is free when its hour comes
  }
}

void StoreLock::wait_until_free(StoreClient& client, const LockWait& wait) {
  until_free(client, wait, [&] { return read(client, {}).writer; });
}

StoreLock::Held StoreLock::read(StoreClient& client, std::string_view own_token) {
  constexpr int kAbsent = 404;
  const auto answer = client.ask_unless(kAbsent, HttpMethod::get, path_of(client.address()), {},
                                        "looking at the archive's lock");
  Held found;
  if (!answer) return found;
  const auto kept = answer->read<element>("_source.kept");
  found.token = text_below(kept, "token");
  found.ticket = static_cast<std::uint64_t>(number_in(kept, "ticket"));
  found.sequence = answer->read<std::int64_t>("_seq_no");
  found.term = answer->read<std::int64_t>("_primary_term");
  if (found.token != own_token) found.writer = writer_in(answer->root());
  return found;
}

bool StoreLock::put(const Held& before, std::uint64_t ticket, milliseconds lease) {
  const auto begin = steady_clock::now();
  const nlohmann::ordered_json document{{"kept",
                                         {{"note", lock_note()},
                                          {"space", process_space()},
                                          {"token", token_},
                                          {"ticket", ticket},
                                          {"expires", now_ms() + lease.count()}}}};
  const auto condition = before.sequence < 0 ? std::string{"op_type=create"}
                                             : fmt::format("if_seq_no={}&if_primary_term={}",
                                                           before.sequence, before.term);
  const auto answer = client_.send_alone(
      HttpMethod::put, fmt::format("{}?{}", path_of(client_.address()), condition),
      document.dump());
  constexpr int kConflict = 409;
  if (answer.status == kConflict) return false;
  const AnswerJson json(answer, "taking the archive's lock");
  held_ = {token_, ticket, json.read<std::int64_t>("_seq_no"),
           json.read<std::int64_t>("_primary_term"), std::nullopt};
  renewed_at_ = begin;
  return true;
}

void StoreLock::replace_own() {
  if (put(held_, held_.ticket, lease_)) return;
  // Either another has it, or the answer to our own last renewal was lost.
  const auto found = read(client_, token_);
  if (found.token != token_) {
    fail_locked(client_, found.writer.value_or("another process"),
                "was taken from this process, which did not renew its lock in time, by");
  }
  const auto ticket = std::max(held_.ticket, found.ticket);
  if (!put(found, ticket, lease_)) fail_locked(client_, "another process", "was taken by");
}

void StoreLock::keep() {
  constexpr int kRenewals = 4;  // in the time of a lease
  if (is_renewing_ || steady_clock::now() - renewed_at_ < lease_ / kRenewals) return;
  is_renewing_ = true;  // what is asked for that renews nothing
  try {
    replace_own();
  } catch (const ClusterError& error) {
    is_renewing_ = false;
    const bool is_ours_still = steady_clock::now() - renewed_at_ < lease_ / 2;
    if (!client_.may_pass(error) || !is_ours_still) throw;
  }
  is_renewing_ = false;
}

void StoreLock::renew() {
  is_renewing_ = true;
  client_.patiently([this] { replace_own(); });
  is_renewing_ = false;
}

std::uint64_t StoreLock::next_ticket(std::uint64_t above) {
  held_.ticket = std::max(held_.ticket, above) + 1;
  renew();
  return held_.ticket;
}

}  // namespace dateline
