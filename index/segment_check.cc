#include "index/segment_check.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unistd.h>
#include <xapian.h>

#include <algorithm>
#include <cerrno>
#include <optional>
#include <set>
#include <sstream>
#include <utility>
#include <vector>

#include "index/column_table.h"
#include "index/error.h"
#include "index/mapped_file.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

// The ids of a segment's articles, where their column can be trusted.
class Ids {
 public:
  explicit Ids(const fs::path& segment) {
    try {
      columns_ = Columns(segment / "columns");
      const auto bad = columns_.verify();
      if (std::any_of(bad.begin(), bad.end(),
                      [](std::string_view name) { return name.starts_with(column::ids::kName); })) {
        return;
      }
      ids_ = open_column<column::ids>(columns_);
    } catch (const IndexError&) {  // reported as damage of the columns
      ids_ = {};
    }
  }
  /// Empty where the ids cannot be trusted.
  [[nodiscard]] std::string of(std::uint32_t article) const {
    const auto id = ids_[article];
    return {id.begin(), id.end()};
  }

 private:
  Columns columns_;
  ListColumn<char> ids_;
};

}  // namespace

SegmentCheck::SegmentCheck(const fs::path& directory, const SegmentEntry& entry,
                           CheckReport& report)
    : entry_(entry),
      path_(segment_path(directory, entry.name)),
      report_(report),
      damages_before_(report.damages.size()) {}

bool SegmentCheck::is_sound() const noexcept { return report_.damages.size() == damages_before_; }

void SegmentCheck::add(std::string file, std::string what, const Concerned& is_concerned) {
  Damage damage{entry_.name, std::move(file), std::move(what), {}, 0};
  const std::set<std::uint32_t> removed(entry_.removed.begin(), entry_.removed.end());
  const Ids ids(path_);
  for (std::uint32_t article = 0; article < entry_.articles; ++article) {
    if (removed.contains(article) || (is_concerned && !is_concerned(article))) continue;
    ++damage.article_count;
    if (auto id = ids.of(article); !id.empty()) damage.articles.push_back(std::move(id));
  }
  report_.damages.push_back(std::move(damage));
}

void SegmentCheck::run() {
  std::vector<FileChecksum> recorded;
  if (entry_.seal.empty()) {
    report_.unsealed.push_back(entry_.name);
  } else {
    try {
      recorded = read_checksums(path_, entry_.seal);
    } catch (const IndexError&) {
      add("checksums", "is missing or has changed; what it vouches for cannot be told");
    }
  }
  for (const auto& file : recorded) check_file(file);
  if (!recorded.empty()) {
    // Xapian's check may stumble over bytes that are known to have changed.
    if (is_sound()) check_xapian();
    return;
  }
  check_columns();
  check_xapian();
}

void SegmentCheck::check_file(const FileChecksum& recorded) {
  std::string what;
  try {
    const auto now = checksum_of(path_, recorded.name);
    report_.bytes += now.size;
    if (now.size == recorded.size && now.hash == recorded.hash) return;
    what = now.size == recorded.size
               ? std::string{"has changed"}
               : fmt::format("has {} bytes instead of {}", now.size, recorded.size);
  } catch (const IndexError&) {
    std::error_code unknown;
    what = fs::exists(path_ / recorded.name, unknown) ? "cannot be read" : "is missing";
  }
  if (recorded.name == "columns") {
    check_columns();
    if (is_sound()) add(recorded.name, what);  // between the columns: nothing reads there
  } else if (recorded.name == "texts" || recorded.name == "tokens") {
    add_pieces(recorded.name, what);
  } else {
    add(recorded.name, what,
        recorded.name == "hashes" ? Concerned{[](auto) { return false; }} : Concerned{});
  }
}

void SegmentCheck::add_pieces(const std::string& file, const std::string& what) {
  try {
    const Columns columns(path_ / "columns");
    const MappedFile pieces(path_ / file);
    const auto hashes = read_article_hashes(path_, entry_.articles);
    const auto& recorded = file == "texts" ? hashes.texts : hashes.tokens;
    const auto offsets = file == "texts" ? open_column<column::text_offsets>(columns)
                                         : open_column<column::token_offsets>(columns);
    if (offsets.size() != recorded.size() + 1) {
      add(file, what);
      return;
    }
    add(file, what, [&](std::uint32_t article) {
      return hash_piece(pieces.bytes(), offsets[article], offsets[article + 1]) !=
             recorded[article];
    });
  } catch (const IndexError&) {  // nothing says which articles are concerned
    add(file, what);
  }
}

void SegmentCheck::check_columns() {
  try {
    const auto bad = Columns(path_ / "columns").verify();
    if (!bad.empty()) add("columns", fmt::format("has changed: {}", fmt::join(bad, ", ")));
  } catch (const IndexError&) {
    add("columns", "is missing, cut short, or its table has changed");
  }
}

void SegmentCheck::check_xapian() {
  // It opens the table for writing, though it writes nothing: on a read-only medium the hashes must
  // do.
  if (::access((path_ / "articles/postlist.glass").c_str(), W_OK) != 0 && errno != ENOENT) return;
  std::string what;
  try {
    std::ostringstream details;  // nobody reads them
    const auto errors = Xapian::Database::check((path_ / "articles").string(), 0, &details);
    if (errors == 0) return;
    what = fmt::format("Xapian finds {} errors", errors);
  } catch (const Xapian::Error& error) {
    what = fmt::format("Xapian cannot check it: {}", error.get_msg());
  }
  add("articles", what);
}

}  // namespace dateline
