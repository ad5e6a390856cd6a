// Articles of a cluster, copied into an index on this machine.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "cluster/copy/article_copy.h"
#include "cluster/reader/cluster_view.h"
#include "index/snapshot.h"
#include "index/writer_lock.h"

namespace dateline {

/// Copies those articles of a generation that are shown, so that the code that shows those of an
/// index shows them, too. The copies lie in a folder of their own, for this user alone, in memory
/// where the system has such a place; it is removed with this object, or, where a process was killed,
/// by the next one that copies. For one thread.
class CopiedArticles {
 public:
  /// `view` must outlive it. Copies nothing yet.
  explicit CopiedArticles(ClusterView& view);
  ~CopiedArticles();
  CopiedArticles(CopiedArticles&&) = delete;

  /// Sees to it that the articles of these ids, and their events, are copied. Asks for those alone
  /// that are not; once kMost are there, starts anew with these. Ids that nothing has are passed
  /// over. @throws ClusterError, SearchStopped; IndexError (io) when the copies cannot be written.
  void fetch(const std::vector<std::string>& article_ids);

  /// All copies, until the next fetch(). Before the first one, none.
  [[nodiscard]] const Snapshot& snapshot();
  /// Where the article, or the event, of an id stands there; nullopt: it has not been copied.
  [[nodiscard]] std::optional<Location> article(const std::string& id) const;
  [[nodiscard]] std::optional<Location> event(const std::string& id) const;
  /// The archive's address, for messages.
  [[nodiscard]] std::string place() const { return view_.address().url(); }

  static constexpr std::size_t kMost = 400;

 private:
  using Copies = std::map<std::string, IndexedArticle, std::less<>>;

  void copy(const std::vector<std::string>& ids);
  [[nodiscard]] Copies copies_of(const std::vector<std::string>& ids);
  void add_events(const std::vector<std::string>& ids, Copies& copies);
  void open();
  void make_folder();
  void start_anew();

  ClusterView& view_;
  ArticleCopier copier_;
  std::filesystem::path folder_;
  std::unique_ptr<WriterLock> lock_;  // says that the folder is in use
  std::vector<SegmentEntry> segments_;
  std::unique_ptr<Snapshot> snapshot_;
  std::unordered_map<std::string, Location> articles_;
  std::unordered_map<std::string, Location> events_;
};

}  // namespace dateline
