#include "indexer/segment/article_database.h"

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <cerrno>
#include <string>
#include <system_error>
#include <utility>

#include "index/error.h"
#include "index/file_writer.h"
#include "index/folder_listing.h"
#include "index/mapped_file.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kPiece = std::size_t{1} << 20;

// Xapian keeps a part's postings in memory, some ten times the text's size.
constexpr std::uint64_t kPartBytes = std::uint64_t{32} << 20;

fs::path parts_directory(const fs::path& segment) { return segment / "parts"; }

[[noreturn]] void rethrow(const fs::path& segment, const Xapian::Error& error) {
  const char* given = error.get_error_string();  // null when no system call failed
  const std::string cause = given == nullptr ? "" : given;
  const bool is_full = cause == std::generic_category().message(ENOSPC);
  throw IndexError(IndexFault::io, segment,
                   fmt::format("{}: cannot be written ({}{}{}){}", segment.string(),
                               error.get_msg(), cause.empty() ? "" : ": ", cause,
                               is_full ? "; free some space and run the same command again" : ""));
}

// Xapian's compaction passes over errors of its fdatasync(), after which the system may report
// none: so what it wrote is written once more, by what checks.
void copy_files(const fs::path& from, const fs::path& to) {
  std::error_code error;
  fs::create_directories(to, error);
  if (error) {
    throw IndexError(IndexFault::io, to,
                     fmt::format("{}: cannot be made ({})", to.string(), error.message()));
  }
  for (const auto& entry : list_folder(from)) {
    const MappedFile file(entry.path);
    FileWriter copy(to / entry.path.filename());
    for (auto rest = file.bytes(); !rest.empty(); rest.remove_prefix(std::min(rest.size(), kPiece)))
      copy.write(rest.substr(0, kPiece));
    copy.finish();
  }
}

// Nobody reads a part before it is whole, so Xapian need neither keep old blocks nor sync; and no
// document is ever deleted or replaced in place, so it need not keep term lists.
constexpr int kFlags = Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC |
                       Xapian::DB_DANGEROUS | Xapian::DB_NO_TERMLIST;

}  // namespace

ArticleDatabase::ArticleDatabase(fs::path segment) : segment_(std::move(segment)) {
  std::error_code error;
  fs::create_directories(parts_directory(segment_), error);
  if (!error) return;
  throw IndexError(IndexFault::io, segment_,
                   fmt::format("{}: cannot be made ({})", segment_.string(), error.message()));
}

ArticleDatabase::~ArticleDatabase() = default;

void ArticleDatabase::add(const Xapian::Document& document, std::uint64_t text_bytes) {
  try {
    if (!part_) {
      const auto path = parts_directory(segment_) / fmt::format("{}", sources_.size());
      part_ = std::make_unique<Xapian::WritableDatabase>(path.string(), kFlags);
      sources_.push_back(path);
      part_bytes_ = 0;
    }
    part_->add_document(document);
    part_bytes_ += text_bytes;
    if (part_bytes_ >= kPartBytes) end_part();
  } catch (const Xapian::Error& error) {
    rethrow(segment_, error);
  }
}

void ArticleDatabase::append(const fs::path& segment) {
  try {
    end_part();
  } catch (const Xapian::Error& error) {
    rethrow(segment_, error);
  }
  sources_.push_back(segment / "articles");
}

void ArticleDatabase::end_part() {
  if (!part_) return;
  part_->commit();
  part_->close();
  part_.reset();
}

void ArticleDatabase::finish() {
  try {
    end_part();
    const auto joined = (parts_directory(segment_) / "joined").string();
    if (sources_.empty()) {
      Xapian::WritableDatabase(joined, kFlags).close();
    } else {
      Xapian::Database all;
      for (const auto& source : sources_) all.add_database(Xapian::Database(source.string()));
      all.compact(joined);
    }
    copy_files(joined, segment_ / "articles");
  } catch (const Xapian::Error& error) {
    rethrow(segment_, error);
  }
  std::error_code error;
  fs::remove_all(parts_directory(segment_), error);
  if (!error) return;
  throw IndexError(IndexFault::io, segment_,
                   fmt::format("{}: cannot be tidied up ({})", segment_.string(), error.message()));
}

}  // namespace dateline
