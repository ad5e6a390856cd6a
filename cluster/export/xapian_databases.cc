#include "cluster/export/xapian_databases.h"

#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "cluster/export/xapian_document.h"
#include "index/error.h"
#include "index/xapian_failure.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

// Xapian keeps a part's postings in memory, some ten times the text's size. Parts that are joined at
// the end cost less than commits into one database that grows, whose tables each commit goes
// through from front to back.
constexpr std::uint64_t kPartBytes = std::uint64_t{8} << 20;
// What a document costs beside its text: terms, values.
constexpr std::uint64_t kDocumentBytes = 256;

// Nobody reads a part before it is whole, so that Xapian need neither keep old blocks nor sync.
constexpr int kFlags =
    Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS;

// A database that grows in parts of bounded size.
class GrowingDatabase {
 public:
  explicit GrowingDatabase(fs::path path)
      : path_(std::move(path)), parts_(path_.string() + ".parts") {
    fs::create_directory(parts_);
    begin_part();
  }

  void add(const Xapian::Document& document, std::uint64_t text_bytes) {
    part_.add_document(document);
    bytes_ += text_bytes + kDocumentBytes;
    if (bytes_ < kPartBytes) return;
    part_.close();  // which commits
    begin_part();
  }
  // Joins the parts: the documents are numbered from 1, in the order of adding.
  void finish() {
    part_.close();
    Xapian::Database all;
    for (const auto& name : names_) all.add_database(Xapian::Database(name));
    all.compact(path_.string());
    fs::remove_all(parts_);
  }

 private:
  void begin_part() {
    names_.push_back((parts_ / std::to_string(names_.size())).string());
    part_ = Xapian::WritableDatabase(names_.back(), kFlags);
    bytes_ = 0;
  }

  fs::path path_;
  fs::path parts_;
  std::vector<std::string> names_;
  Xapian::WritableDatabase part_;
  std::uint64_t bytes_ = 0;
};

}  // namespace

ExportReport write_xapian_databases(ExportSource& source, const ExportFolder& folder) {
  ExportReport report;
  try {
    XapianDocuments documents(source.language());
    const auto add_to = [&](GrowingDatabase& database) {
      return [&](const auto& document, std::uint64_t) {
        database.add(documents.of(document), document.text.size());
      };
    };
    GrowingDatabase articles(folder.path() / "articles");
    report.articles = source.articles(add_to(articles));
    articles.finish();
    GrowingDatabase events(folder.path() / "events");
    report.events = source.events(add_to(events));
    events.finish();
  } catch (const Xapian::Error& error) {
    throw index_error(folder.path(), error);
  } catch (const fs::filesystem_error& error) {
    throw IndexError(IndexFault::io, folder.path(), error.what());
  }
  report.is_stopped = source.is_stopped();
  return report;
}

}  // namespace dateline
