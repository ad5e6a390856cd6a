// Saved queries: what `dateline watch` looks for in what a batch brings.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "index/index_file.h"

namespace dateline {

struct Manifest;

/// A query with a name, and how far its matches have been shown. The query is text in the query
/// language, all filters in it: this library does not read it.
struct SavedQuery {
  std::string name;
  bool events = false;  ///< finds events, not articles
  std::string query;
  bool any_word = false;               ///< words side by side: any of them
  std::string date_mode = "overlaps";  ///< how dates must lie to those asked for
  /// Generation of the manifest up to which its matches have been shown, or need not be; nullopt:
  /// nothing has been shown, so that all is new.
  std::optional<std::uint64_t> shown;

  friend bool operator==(const SavedQuery&, const SavedQuery&) = default;
};

/// Their file below the index.
inline constexpr std::string_view kQueriesFile = "queries.json";

/// The saved queries of an index, in the order in which they were added. They lie beside the
/// manifest in a file that carries a version and a hash of itself and is replaced by one rename; no
/// batch, merge or rebuild touches it. Empty when there is no such file, and never was when
/// something was published. @throws IndexError: missing (gone, damaged, of a newer version), io.
[[nodiscard]] std::vector<SavedQuery> read_saved_queries(const std::filesystem::path& directory);
/// What keeps the saved queries of an index from being read, and what to do; empty: nothing. Where
/// `manifest` knows of their file, it must be there. @throws IndexError (io).
[[nodiscard]] std::string saved_queries_damage(const std::filesystem::path& directory,
                                               const Manifest& manifest);

/// Whether a name can be given: 1 to 100 bytes of UTF-8, no white space or control characters, no
/// '-' in front.
[[nodiscard]] bool is_query_name(std::string_view name) noexcept;

/// The saved queries, held for a change: an exclusive flock(2) on the index's folder, so that of
/// two processes the second changes what the first has left. Not the writer's lock: a batch may
/// hold that for hours, and this is held for a moment.
///
/// A batch holds it while it publishes, which orders each adding before or after each publication:
/// of arrivals (arrivals.h), only those may be forgotten that no query asks for, one that is just
/// being added included. On a file system that has no locks nothing is held, and of two changes of
/// one moment the later one counts.
class SavedQueries {
 public:
  /// Waits for the lock, and reads. `directory` must exist.
  /// One that is gone counts as one that holds none. @throws IndexError: locked, io, missing
  /// (damaged, of a newer version).
  explicit SavedQueries(const std::filesystem::path& directory,
                        std::chrono::milliseconds at_most = std::chrono::seconds{10});
  SavedQueries(SavedQueries&&) = delete;

  [[nodiscard]] const std::vector<SavedQuery>& all() const noexcept { return queries_; }
  /// Whether there was a file of them.
  [[nodiscard]] bool has_file() const noexcept { return is_there_; }
  /// nullptr when there is none of this name; valid until the next change.
  [[nodiscard]] const SavedQuery* find(std::string_view name) const noexcept;
  /// Adds it, or puts it in the place of that of its name.
  void put(SavedQuery query);
  /// @return false when there is none of this name.
  bool remove(std::string_view name);
  /// Remembers that the matches of a query as it was read before have been shown up to
  /// `generation`, where the manifest now has `current`. One that was replaced or removed meanwhile
  /// is left alone; a mark never goes back, unless it lies beyond `current` (the index was
  /// restored).
  void note_shown(const SavedQuery& query, std::uint64_t generation, std::uint64_t current);
  /// The oldest generation that some query has been shown; `none` when no query asks for less.
  [[nodiscard]] std::uint64_t oldest_shown(std::uint64_t none) const noexcept;
  /// Writes the changes. @throws IndexError (io).
  void write() const;

 private:
  std::filesystem::path directory_;
  OpenFile folder_;  // with the lock
  bool is_there_ = false;
  std::vector<SavedQuery> queries_;
};

}  // namespace dateline
