// What the last batch knew of the files that articles come from.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace Xapian {
class WritableDatabase;
}

namespace dateline {

/// An article of a file.
struct SourceArticle {
  std::string id;
  std::string hash;           ///< content_hash()
  bool is_duplicate = false;  ///< the article in force under this id came from another path
  bool is_gone = false;       ///< the file has it no more, and it is in the index still
  /// Another file of the same feed has told something newer under this id.
  bool is_superseded = false;
  /// Whether the article in force came from this file.
  [[nodiscard]] bool is_own() const noexcept { return !is_duplicate && !is_superseded; }
  friend bool operator==(const SourceArticle&, const SourceArticle&) = default;
};

/// Something that the reader left out or altered.
struct SourceProblem {
  std::uint64_t line = 0;
  std::string message;
  bool skipped = true;
  friend bool operator==(const SourceProblem&, const SourceProblem&) = default;
};

/// A file as it was when it was last read.
struct SourceRecord {
  std::string path;  ///< absolute; any bytes
  std::uint64_t size_bytes = 0;
  std::int64_t modified_ns = 0;  ///< since the epoch
  /// Whether a file of this size and time is this one. It may not be where it could have changed
  /// within the file system's resolution of time after it was read, or where other files decided
  /// what became of it.
  bool is_settled = false;
  std::uint64_t reader = 0;  ///< reader_version() of the program that read it
  std::string published;     ///< the period given on the command line; empty: none
  std::string feed = {};     ///< likewise the name of its source (article_meta.h)
  std::vector<SourceArticle> articles;
  std::vector<SourceProblem> problems;
  friend bool operator==(const SourceRecord&, const SourceRecord&) = default;
};

/// The records of an index: a Xapian database of metadata in `sources/`, whose updates cost what is
/// updated, not what is there. Owned by who holds the writer lock.
///
/// It is a cache. It carries the generation of the manifest that it belongs to; where that is
/// another one (a crash between the two, a copy, an earlier version), where it is missing or
/// damaged, it is made anew from the index (reconcile()), and files are read once more. So it is
/// not synced to disk, none of its errors stops a batch, and each record carries a hash of itself.
class SourceRecords {
 public:
  /// Makes no file before commit(). @throws IndexError (io) when the system refuses to read them.
  explicit SourceRecords(const std::filesystem::path& index);
  ~SourceRecords();
  SourceRecords(SourceRecords&&) = delete;

  /// Whether what was put could be kept so far; once it could not, nothing is found any more.
  [[nodiscard]] bool are_kept() const noexcept { return !failed_; }
  /// The generation of the manifest that these records belong to; 0: of none.
  [[nodiscard]] std::uint64_t generation() const;
  [[nodiscard]] std::optional<SourceRecord> find(std::string_view path) const;
  /// All records of files below a directory (an absolute path), or of that path itself, in the
  /// order of their paths' bytes. An empty path: all.
  [[nodiscard]] std::vector<SourceRecord> below(std::string_view directory) const;
  /// Paths whose files have the content of this article, or an older one of the same feed, beside
  /// the one that it came from.
  [[nodiscard]] std::vector<std::string> other_paths(std::string_view id) const;
  /// How many duplicates there are: paths beyond the first of each article.
  [[nodiscard]] std::uint64_t duplicates() const;

  void put(const SourceRecord& record);
  void erase(const std::string& path);
  /// Takes one article out of the record of a file, and the record when nothing else is in it.
  void drop(const std::string& path, const std::string& id);
  /// Notes that another file of the same feed has told something newer of an article.
  void supersede(const std::string& path, const std::string& id);
  /// Writes what was put and erased since the last commit, for this generation of the manifest.
  void commit(std::uint64_t generation);

 private:
  [[nodiscard]] std::string get(const std::string& key) const;
  void set(const std::string& key, const std::string& value);
  void index_duplicates(const SourceRecord& record, bool present);
  void give_up() noexcept;
  bool open_for_writing() noexcept;

  std::filesystem::path directory_;
  std::unique_ptr<Xapian::WritableDatabase> database_;
  bool changed_ = false;
  bool failed_ = false;  // nothing is read or written any more in this process
};

/// SourceRecords::duplicates() of an index that somebody else may be writing; nullopt when the
/// records cannot be read.
[[nodiscard]] std::optional<std::uint64_t> recorded_duplicates(const std::filesystem::path& index);

/// What is recorded of the files of an index that somebody else may be writing, in the order of
/// their paths' bytes; nullopt when it cannot be read, or takes more than kMaxRecordsShown bytes on
/// disk. Reads all of it.
[[nodiscard]] std::optional<std::vector<SourceRecord>> recorded_files(
    const std::filesystem::path& index);
inline constexpr std::uint64_t kMaxRecordsShown = std::uint64_t{64} << 20;

}  // namespace dateline
