#include "indexer/vanished.h"

#include <algorithm>
#include <unordered_set>

#include "indexer/sources/source_recording.h"

namespace dateline {
namespace {

class Search {
 public:
  Search(const Identities& identities, const SourceFiles& sources) : identities_(identities) {
    for (const auto& file : sources.files) present_.insert(file.path.string());
  }

  void look_at(const SourceRecord& record, bool is_doubtful) {
    if (!looked_at_.insert(record.path).second) return;
    if (present_.contains(record.path)) {
      in_present_file(record);
    } else if (const auto presence = presence_of(record.path); presence.is_gone) {
      in_absent_file(record, is_doubtful);
    } else if (presence.error) {
      if (result_.untold++ == 0) result_.first_untold = {record.path, presence.error};
    }
  }

  [[nodiscard]] const std::unordered_set<std::string>& looked_at() const { return looked_at_; }
  Vanished take() { return std::move(result_); }

 private:
  void in_present_file(const SourceRecord& record) {
    const bool is_whole =
        std::none_of(record.problems.begin(), record.problems.end(),
                     [](const SourceProblem& problem) { return problem.skipped; });
    if (!is_whole) return;
    for (const auto& article : record.articles) {
      if (article.is_gone && !identities_.seen(article.id))
        result_.articles.push_back({article.id, record.path, false});
    }
  }

  void in_absent_file(const SourceRecord& record, bool is_doubtful) {
    for (const auto& article : record.articles) {
      if (!article.is_own()) {
        if (!is_doubtful) result_.copies.push_back({article.id, record.path, false});
      } else if (!identities_.seen(article.id)) {
        result_.articles.push_back({article.id, record.path, is_doubtful});
      }
    }
  }

  const Identities& identities_;
  std::unordered_set<std::string> present_;
  std::unordered_set<std::string> looked_at_;
  Vanished result_;
};

}  // namespace

Vanished find_vanished(const SourceRecords& records, const Identities& identities,
                       const SourceFiles& sources, const std::vector<std::filesystem::path>& gone) {
  Search search(identities, sources);
  for (const auto& path : gone) {
    for (const auto& record : records.below(path.string())) search.look_at(record, false);
  }
  for (const auto& directory : sources.directories) {
    for (const auto& record : records.below(directory.path))
      search.look_at(record, directory.is_doubtful);
  }
  for (const auto& file : sources.files) {
    if (search.looked_at().contains(file.path.string())) continue;
    if (const auto record = records.find(file.path.string())) search.look_at(*record, false);
  }
  return search.take();
}

}  // namespace dateline
