// Articles with their events, sent so that one that is there is whole.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "cluster/documents/document_reader.h"
#include "cluster/store/bulk_writer.h"
#include "cluster/store/target_indices.h"
#include "index/segment.h"

namespace dateline {

/// Sends articles: of each first its events, and itself when all of them have been taken; so an
/// article that a writer left behind has all its events. An article of which the cluster does not
/// take a part is left out; what it has taken of it is for the caller to delete. For one thread.
class DocumentSender {
 public:
  /// All must outlive it. @param generation that the documents are added by.
  DocumentSender(StoreClient& client, const TargetIndices& target, DocumentReader& reader,
                 std::uint64_t generation);

  /// Sends the article and its events, or collects them. @throws ClusterError; IndexError
  /// (missing).
  void add(Location article, OrdinalRange events);
  /// Sends what was collected. @throws likewise.
  void finish();
  /// The articles that were not taken, and why, by their ids. Complete after finish().
  [[nodiscard]] const std::map<std::string, std::string>& refused() const noexcept {
    return refused_;
  }

 private:
  [[nodiscard]] DocumentStamp stamp() noexcept;
  void note_refusal(const BulkRefusal& refusal);

  DocumentReader& reader_;
  std::uint64_t generation_;
  std::uint64_t sent_ = 0;
  std::vector<std::string> ids_;  // of the articles since the last request, by their owner's number
  std::map<std::string, std::string> refused_;
  BulkWriter events_;
  BulkWriter articles_;
};

}  // namespace dateline
