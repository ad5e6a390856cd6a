// Documents on their way into an index of a cluster.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "cluster/documents/document_json.h"
#include "cluster/store/store_client.h"

namespace dateline {

/// What BulkWriter calls a document's owner by: a number of its caller's.
using DocumentOwner = std::uint32_t;

/// A document that the cluster does not take, whatever is done.
struct BulkRefusal {
  DocumentOwner owner = 0;
  std::string reason;
};

/// Collects the documents of one index and sends them in requests of some megabytes. That a request
/// succeeds says little: each document's own answer is read. Those that the cluster was too busy
/// for, and requests whose answer was lost, are sent again, in halved requests and with growing
/// waits; to send a document twice is harmless. For one thread.
class BulkWriter {
 public:
  /// From this on a request is sent: OpenSearch works best with five to ten megabytes.
  static constexpr std::size_t kRequestBytes = std::size_t{8} << 20;

  /// `client` must outlive it. @param on_refusal called from flush().
  BulkWriter(StoreClient& client, std::string index,
             std::function<void(const BulkRefusal&)> on_refusal);

  /// Adds a document, without sending anything.
  template <typename Document>
  void add(const Document& document, std::string_view id, const DocumentStamp& stamp,
           DocumentOwner owner) {
    const auto begin = body_.size();
    append_bulk_action(id, stamp, body_);
    const auto middle = body_.size();
    append_json(document, stamp, body_);
    body_ += '\n';
    items_.push_back({begin, middle, body_.size(), owner});
  }
  /// Of what was added and not sent.
  [[nodiscard]] std::size_t bytes() const noexcept { return body_.size(); }
  /// Drops those documents of it whose owner `is_unwanted`.
  void drop_if(const std::function<bool(DocumentOwner)>& is_unwanted);
  /// Sends all of it; afterwards the cluster has each document on disk, or it was refused.
  /// @throws ClusterError when the cluster cannot be had; then some may have been taken.
  void flush();

 private:
  // Bytes of body_: the action in [begin, middle), the document in [middle, end).
  struct Item {
    std::size_t begin;
    std::size_t middle;
    std::size_t end;
    DocumentOwner owner;
  };
  enum class Outcome : std::uint8_t { taken, again, refused, conflict };
  struct Verdict {
    Outcome outcome = Outcome::again;
    std::string reason;
  };

  [[nodiscard]] std::string request_of(const std::vector<Item>& items) const;
  [[nodiscard]] std::vector<Item> first_of(std::vector<Item>& pending) const;
  [[nodiscard]] std::vector<Verdict> send(const std::vector<Item>& items);
  [[nodiscard]] std::vector<Verdict> verdicts_in(const HttpAnswer& answer, std::size_t count) const;
  [[nodiscard]] std::vector<Item> take_verdicts(const std::vector<Item>& items,
                                                std::vector<Verdict>&& verdicts);
  void settle_conflicts(const std::vector<Item>& items);
  void replace(const Item& item);
  [[nodiscard]] std::string_view document_of(const Item& item) const noexcept;

  StoreClient& client_;
  std::string index_;
  std::function<void(const BulkRefusal&)> on_refusal_;
  std::string body_;
  std::vector<Item> items_;
  std::size_t request_bytes_ = kRequestBytes;  // less after the cluster was busy
};

}  // namespace dateline
