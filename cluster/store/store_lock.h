// One writer at a time, wherever it runs.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "cluster/store/store_client.h"
#include "index/writer_lock.h"

namespace dateline {

/// The document that is the lock, in the index of the state.
inline constexpr std::string_view kLockDocument = "lock";

/// Holds an archive for writing: a document that says who holds it until when, and is replaced only
/// as it was read (if_seq_no, if_primary_term), so that of two writers one gets it. Its holder
/// renews it all the time; what has not been renewed until its hour is free, and so is at once what
/// a process of this host holds that has ended. It hands out tickets, numbers that no writer had
/// before: the generations of what is written.
///
/// Clocks: the hour is told by the holder's clock and judged by the next writer's, so they must
/// agree within a minute or so. A holder trusts its own steady clock, and writes nothing after its
/// hour unless it could renew it. A process that is stopped between this look and the sending of
/// its request (SIGSTOP, a suspended machine) may still send that one.
class StoreLock {
 public:
  /// Takes the lock, asking again as long as `wait` says. Requires the index of the state. From
  /// then on the client renews it before each request. `client` must outlive it.
  /// @throws ClusterError: of the kind `locked` naming the holder; as StoreClient::ask().
  StoreLock(StoreClient& client, const LockWait& wait);
  /// Lets it go, if the cluster answers.
  ~StoreLock();
  StoreLock(StoreLock&&) = delete;

  /// Waits until nobody holds the lock, and does not take it. @throws as the constructor.
  static void wait_until_free(StoreClient& client, const LockWait& wait);

  /// A number above `above` that no writer had before. @throws as keep().
  [[nodiscard]] std::uint64_t next_ticket(std::uint64_t above);
  /// Renews the lock when that is due. @throws ClusterError: of the kind `locked` when another has
  /// taken it; (no_answer, busy) when its hour has come and it cannot be renewed.
  void keep();
  /// Renews it at once: it is held for some time from then on. @throws likewise.
  void renew();

 private:
  /// The document as it was read, or written.
  struct Held {
    std::string token;
    std::uint64_t ticket = 0;
    std::int64_t sequence = -1;  // -1: there is none
    std::int64_t term = 0;
    std::optional<std::string> writer;  // who holds it, if somebody does
  };

  [[nodiscard]] static Held read(StoreClient& client, std::string_view own_token);
  /// Whether the document could be written in place of `before`.
  bool put(const Held& before, std::uint64_t ticket, std::chrono::milliseconds lease);
  void replace_own();

  StoreClient& client_;
  std::string token_;
  std::chrono::milliseconds lease_;
  Held held_;
  std::chrono::steady_clock::time_point renewed_at_;
  bool is_renewing_ = false;
};

/// Who holds the lock that an answer describes, as lock_note() has it for people; nullopt: nobody.
[[nodiscard]] std::optional<std::string> writer_in(simdjson::dom::element document);

}  // namespace dateline
