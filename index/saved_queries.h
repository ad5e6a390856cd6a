// Saved queries: what `dateline watch` looks for in what a batch brings.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

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
/// batch, merge or rebuild touches it. Empty when there is no such file.
[[nodiscard]] std::vector<SavedQuery> read_saved_queries(const std::filesystem::path& directory);
/// What keeps the saved queries of an index from being read, and what to do; empty: nothing.
[[nodiscard]] std::string saved_queries_damage(const std::filesystem::path& directory);

/// Whether a name can be given: 1 to 100 bytes of UTF-8, no white space or control characters, no
/// '-' in front.
[[nodiscard]] bool is_query_name(std::string_view name) noexcept;

/// The saved queries, held for a change: an exclusive flock(2) on the index's folder, so that of
/// two processes the second changes what the first has left. Not the writer's lock: a batch may
/// hold that for hours, and this is held for a moment.
///
/// A batch holds it while it publishes, which orders each adding before or after each publication:
/// of arrivals (arrivals.h), only those may be forgotten that no query asks for, one that is just
/// being added included.
class SavedQueries {
 public:
  /// Waits for the lock for up to ten seconds, and reads. `directory` must exist.
  /// @throws IndexError: locked, io, missing (as read_saved_queries()).
  explicit SavedQueries(const std::filesystem::path& directory);
  ~SavedQueries();
  SavedQueries(SavedQueries&&) = delete;

  [[nodiscard]] const std::vector<SavedQuery>& all() const noexcept { return queries_; }
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
  int fd_ = -1;
  std::vector<SavedQuery> queries_;
};

}  // namespace dateline
