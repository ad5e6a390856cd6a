#include "index/segment_check.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "index/article_terms.h"
#include "index/column_table.h"
#include "index/error.h"
#include "index/index_file.h"
#include "index/mapped_file.h"
#include "index/segment.h"

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
    } catch (const IndexError& error) {  // reported as damage of the columns
      pass_over_damage(error);
      ids_ = {};
    }
  }
  /// Empty where the ids cannot be trusted.
  [[nodiscard]] std::string of(std::uint32_t article) const {
    const auto id = ids_[article];
    return {id.begin(), id.end()};
  }
  /// How many there are.
  [[nodiscard]] std::size_t size() const noexcept { return ids_.size(); }

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
  const Ids ids(path_);
  if (!is_concerned) damage.article_count = entry_.articles - entry_.removed.size();
  // Of a crafted manifest, a segment may have more articles than there is time to count.
  const auto there = std::min<std::size_t>(entry_.articles, ids.size());
  for (std::uint32_t article = 0; article < there; ++article) {
    if (is_removed(article) || (is_concerned && !is_concerned(article))) continue;
    if (is_concerned) ++damage.article_count;
    if (auto id = ids.of(article); !id.empty()) damage.articles.push_back(std::move(id));
  }
  report_.damages.push_back(std::move(damage));
}

bool SegmentCheck::is_removed(std::uint32_t article) const {
  return std::binary_search(entry_.removed.begin(), entry_.removed.end(), article);
}

void SegmentCheck::run() {
  std::vector<FileChecksum> recorded;
  if (!has_only_plain_files()) return;
  if (entry_.seal.empty()) {
    report_.unsealed.push_back(entry_.name);
  } else {
    try {
      recorded = read_checksums(path_, entry_.seal);
    } catch (const IndexError& error) {
      pass_over_damage(error);
      add("checksums", "is missing or has changed; what it vouches for cannot be told");
    }
  }
  for (const auto& file : recorded) check_file(file);
  if (recorded.empty()) check_columns();
  // Bytes that have changed need no other message.
  if (is_sound() || recorded.empty()) check_terms();
  if (is_sound()) check_shape();
}

// Links and FIFOs are none, and neither followed nor waited for.
bool SegmentCheck::has_only_plain_files() {
  try {
    (void)open_directory(path_.parent_path());
    (void)open_directory(path_);
    check_plain_files(path_ / "articles", OtherNames::allowed);
    return true;
  } catch (const IndexError& error) {
    pass_over_damage(error);
    const auto where = error.path().lexically_relative(path_).generic_string();
    std::error_code unknown;
    const bool is_there =
        fs::symlink_status(error.path(), unknown).type() != fs::file_type::not_found;
    add(where == "." ? "" : where, is_there ? "is not what an index has" : "is missing");
    return false;
  }
}

// The bytes may be those that were written, and the manifest's figures others.
void SegmentCheck::check_shape() {
  try {
    const Segment segment(path_.parent_path().parent_path(), entry_);
    const auto held = segment.open_articles().article_count();
    if (held != entry_.articles)
      add("articles", fmt::format("Xapian holds {} articles instead of {}", held, entry_.articles));
  } catch (const IndexError& error) {
    pass_over_damage(error);
    add("", "does not fit what the manifest says of it");
  }
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
  } catch (const IndexError& error) {
    pass_over_damage(error);
    std::error_code unknown;
    what = fs::exists(path_ / recorded.name, unknown) ? "is no regular file" : "is missing";
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
  } catch (const IndexError& error) {  // nothing says which articles are concerned
    pass_over_damage(error);
    add(file, what);
  }
}

void SegmentCheck::check_columns() {
  try {
    const auto bad = Columns(path_ / "columns").verify();
    if (!bad.empty()) add("columns", fmt::format("has changed: {}", fmt::join(bad, ", ")));
  } catch (const IndexError& error) {
    pass_over_damage(error);
    add("columns", "is missing, cut short, or its table has changed");
  }
}

void SegmentCheck::check_terms() {
  try {
    ArticleTerms(path_ / "articles", entry_.articles).check_all();
  } catch (const IndexError& error) {
    pass_over_damage(error);
    add("articles", fmt::format("cannot be read: {}", error.what()));
  }
}

}  // namespace dateline
