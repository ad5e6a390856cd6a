// The manifest: which segments are in force.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "index/arrivals.h"
#include "index/rows.h"

namespace dateline {

/// A segment in the manifest.
struct SegmentEntry {
  std::string name;  ///< folder below segments/
  std::uint32_t articles = 0;
  std::uint32_t events = 0;
  std::vector<std::uint32_t> removed;  ///< ordinals of articles no longer in force, sorted
  /// What vouches for its files (checksums.h); empty in one that an earlier version made.
  std::string seal = {};
  Arrivals arrivals = {};        ///< of its articles
  Arrivals event_arrivals = {};  ///< of its events

  friend bool operator==(const SegmentEntry&, const SegmentEntry&) = default;
};

/// The state of an index at one moment. One JSON file, replaced by a rename: readers see the old or
/// the new state, never a mixture. It carries a hash of itself.
struct Manifest {
  /// 32 hex digits, drawn when the index was made, and its own for life; empty until the next batch
  /// in one that was made before there were ids.
  std::string id;
  std::uint64_t generation = 0;  ///< grows by one with each publication
  std::string language = "en";
  std::string analyzer;   ///< Analyzer::fingerprint()
  std::string extractor;  ///< which rules and names find dates, countries and organizations
  std::string names;      ///< the user's own names (to_text(NameOverrides)); often empty
  std::vector<std::string>
      roots;  ///< absolute directories; an article's id is its path below one of them
  /// Whether there were saved queries (saved_queries.h): their file is missed where it is gone.
  bool has_queries = false;
  std::vector<SegmentEntry> segments;

  friend bool operator==(const Manifest&, const Manifest&) = default;
};

/// An id for a new index: 32 hex digits at random.
[[nodiscard]] std::string new_index_id();

/// What it says of segments fits together: names are digits, what is removed is there.
/// @throws IndexError: missing when there is no index at `directory`, it is no index, it is
///         damaged, or its schema is another one; io.
[[nodiscard]] Manifest read_manifest(const std::filesystem::path& directory);
/// A manifest of any schema, as far as this program understands it, and which schema that is: for
/// building such an index again. @throws as read_manifest, except for another schema.
[[nodiscard]] Manifest read_manifest_of_any_schema(const std::filesystem::path& directory,
                                                   int& schema);
/// What is wrong with the manifest's file, byte for byte, beyond what readers mind; empty: nothing.
/// @throws as read_manifest.
[[nodiscard]] std::string manifest_damage(const std::filesystem::path& directory);
/// Publishes. @throws IndexError (io).
void write_manifest(const std::filesystem::path& directory, const Manifest& manifest);

/// Whether a directory holds an index, or what will be one with its first publication. Reads no
/// file.
[[nodiscard]] bool holds_index(const std::filesystem::path& directory) noexcept;
[[nodiscard]] std::filesystem::path manifest_path(const std::filesystem::path& directory);
[[nodiscard]] std::filesystem::path segment_path(const std::filesystem::path& directory,
                                                 const std::string& name);

}  // namespace dateline
