// Hashes of what a segment holds, made when it is made.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace dateline {

// Two files of a segment. `hashes`: for each article, u64 XXH3 of its text; then, for each article,
// u64 XXH3 of its token stream. `checksums`, text: a line "dateline-checksums 1", then a line for
// each other file of the segment in the order of names: XXH3 as 16 hex digits, size in bytes, name
// below the segment. The segment's seal, kept in the manifest, is the XXH3 of `checksums`: so the
// manifest's own hash vouches for every byte. Xapian's format has no checksums of its own.

/// A file of a segment as it was when the segment was made.
struct FileChecksum {
  std::string name;  ///< below the segment: "texts", "articles/postlist.glass"
  std::uint64_t size = 0;
  std::uint64_t hash = 0;
};

/// Writes `hashes` and `checksums` into a segment that is otherwise complete; returns its seal, 16
/// hex digits. Reads all of it. @throws IndexError.
[[nodiscard]] std::string seal_segment(const std::filesystem::path& segment);

/// What `checksums` records, of files below the segment. @throws IndexError: missing when it is
/// absent or does not fit `seal`, io.
[[nodiscard]] std::vector<FileChecksum> read_checksums(const std::filesystem::path& segment,
                                                       const std::string& seal);

/// Compares the sizes of a segment's files with what is recorded: so that no library reads beyond
/// the end of one that was cut. @throws IndexError: missing where one is absent or has another
/// size, io.
void check_sizes(const std::filesystem::path& segment, const std::vector<FileChecksum>& recorded);

/// The same, before Xapian opens the segment's database: it trusts its blocks, and bytes that have
/// changed may lead it anywhere. A small database (256 kB, some 10,000 events) is compared with its
/// hashes as well, for a hundredth of what a command costs; of a larger one `check` alone reads
/// all, since a search reads only what it needs. @throws IndexError: missing, io.
void check_articles(const std::filesystem::path& segment,
                    const std::vector<FileChecksum>& recorded);

/// The files of a segment but `checksums`, sorted by name. @throws IndexError: missing, io.
[[nodiscard]] std::vector<std::string> segment_files(const std::filesystem::path& segment);

/// Size and hash of a file as it is now, under `name`. Reads it piece by piece, so that a bad disk
/// is an error and no signal. @throws IndexError: missing (absent, or no regular file), io.
[[nodiscard]] FileChecksum checksum_of(const std::filesystem::path& segment,
                                       const std::string& name);

/// Hashes of each article's piece of a segment.
struct ArticleHashes {
  std::vector<std::uint64_t> texts;
  std::vector<std::uint64_t> tokens;
};

/// What `hashes` records, for so many articles. @throws IndexError (missing) when it is absent or
/// of another size.
[[nodiscard]] ArticleHashes read_article_hashes(const std::filesystem::path& segment,
                                                std::uint32_t articles);

/// The hash of one article's piece of `bytes`, from `begin` to `end`; a piece that lies outside
/// hashes as empty.
[[nodiscard]] std::uint64_t hash_piece(std::string_view bytes, std::uint64_t begin,
                                       std::uint64_t end) noexcept;

}  // namespace dateline
