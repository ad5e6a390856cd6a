#include "cluster/export/xapian_databases.h"

#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <string>

#include "cluster/documents/document_reader.h"
#include "cluster/export/xapian_document.h"
#include "index/error.h"
#include "index/xapian_failure.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

// Xapian keeps postings in memory until they are committed, some ten times the text's size.
constexpr std::uint64_t kCommitBytes = std::uint64_t{8} << 20;
// What a document costs beside its text: terms, values.
constexpr std::uint64_t kDocumentBytes = 256;

// Nobody reads it before it is whole, so that Xapian need neither keep old blocks nor sync.
constexpr int kFlags =
    Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS;

// A database that grows in commits of bounded size, and is compacted at its end.
class GrowingDatabase {
 public:
  explicit GrowingDatabase(fs::path path)
      : path_(std::move(path)),
        parts_(path_.string() + ".new"),
        database_(parts_.string(), kFlags) {}

  void add(const Xapian::Document& document, std::uint64_t text_bytes) {
    database_.add_document(document);
    bytes_ += text_bytes + kDocumentBytes;
    if (bytes_ < kCommitBytes) return;
    database_.commit();
    bytes_ = 0;
  }
  void finish() {
    database_.commit();
    database_.compact(path_.string());
    database_.close();
    fs::remove_all(parts_);
  }

 private:
  fs::path path_;
  fs::path parts_;
  Xapian::WritableDatabase database_;
  std::uint64_t bytes_ = 0;
};

}  // namespace

ExportReport write_xapian_databases(const ExportSource& source, const ExportFolder& folder) {
  DocumentReader reader(source.snapshot);
  ExportReport report;
  try {
    XapianDocuments documents(source.snapshot.manifest().language);
    GrowingDatabase articles(folder.path() / "articles");
    report.articles =
        for_each_exported(source.articles, source.stop, [&](Location place, std::uint64_t) {
          const auto document = reader.article(place);
          articles.add(documents.of(document), document.text.size());
        });
    articles.finish();
    GrowingDatabase events(folder.path() / "events");
    report.events =
        for_each_exported(source.events, source.stop, [&](Location place, std::uint64_t) {
          const auto document = reader.event(place);
          events.add(documents.of(document), document.text.size());
        });
    events.finish();
  } catch (const Xapian::Error& error) {
    throw index_error(folder.path(), error);
  }
  report.is_stopped = source.stop.stop_requested();
  return report;
}

}  // namespace dateline
