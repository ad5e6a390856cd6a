// What is recorded of a file, and when.
#pragma once

#include <cstdint>
#include <deque>
#include <filesystem>
#include <optional>
#include <string>
#include <system_error>

#include "index/source_records.h"

namespace dateline {

/// Raised whenever the readers of corpus/ make other articles of the same bytes: then every file of
/// that kind is read again by the next batch that meets it.
/// 2: topics and credits of logs, chronologies as people write them, where values came from; items
/// and rows are blocks. 3: names, numbers and days in heads, chronologies below months.
inline constexpr std::uint64_t kReaderVersion = 3;
/// 2: where each page begins is kept; 3: notes, contents and titles by their typography; 4 and 5:
/// as 2 and 3 of the others.
inline constexpr std::uint64_t kPdfReaderVersion = 5;

/// The version of the reader that reads a file of this name.
[[nodiscard]] std::uint64_t reader_version(const std::filesystem::path& path);

/// Size and time of a file, without opening it.
struct FileState {
  std::uint64_t size_bytes = 0;
  std::int64_t modified_ns = 0;  ///< since the epoch
};

/// nullopt when there is no regular file, or the system does not say.
[[nodiscard]] std::optional<FileState> file_state(const std::filesystem::path& path);

/// Whether a file is there, as far as the system says.
struct FilePresence {
  bool is_gone = false;   ///< surely not there
  std::error_code error;  ///< why the system does not say: a folder that may not be entered, …
};
[[nodiscard]] FilePresence presence_of(const std::filesystem::path& path);

/// Whether a file in this state is the one that was read for `record`, in the same way. `published`
/// and `feed` are the period and the source's name given on the command line; without one, what was
/// given when it was read goes on to hold.
[[nodiscard]] bool is_known(const SourceRecord& record, const FileState& state,
                            const std::string& published, const std::string& feed);

/// How many files of an index another version of their reader has read; nullopt where
/// recorded_files() gives none.
[[nodiscard]] std::optional<std::uint64_t> files_of_other_readers(
    const std::filesystem::path& index);

/// A new record of a file that is about to be read. Settled unless it was written within two
/// seconds before: what is written in the same tick of the file system's clock after reading would
/// not show (git's "racy" entries, Documentation/technical/racy-git).
[[nodiscard]] SourceRecord begin_record(const std::filesystem::path& path, const FileState& state,
                                        const std::string& published);

/// Keeps records back until the articles in them are about to be published: a record in force must
/// never speak of an article that is not.
class PendingRecords {
 public:
  /// `articles` counts the articles handed in to be written so far.
  void put(SourceRecord record, std::uint64_t articles);
  /// SourceRecords::drop(), put off in the same way.
  void drop(std::string path, std::string id, std::uint64_t articles);
  /// SourceRecords::supersede(), likewise.
  void supersede(std::string path, std::string id, std::uint64_t articles);
  /// Hands over what needs at most `written` articles.
  void hand_over(SourceRecords& records, std::uint64_t written);

 private:
  enum class What : std::uint8_t { put, drop, supersede };
  struct Change {
    What what = What::put;
    SourceRecord record;      // only its path where one article changes
    std::string id;           // of that one
    std::uint64_t needs = 0;  // articles
  };
  void change(What what, std::string&& path, std::string&& id, std::uint64_t articles);

  std::deque<Change> changes_;
};

}  // namespace dateline
