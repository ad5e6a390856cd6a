#include "cluster/export/opensearch_files.h"

#include <fmt/format.h>

#include <string>

#include "cluster/documents/document_json.h"
#include "cluster/documents/document_reader.h"
#include "cluster/documents/mapping.h"
#include "index/file_writer.h"

namespace dateline {
namespace {

// Requests of OpenSearch work best between five and ten megabytes; a longer article has one of its
// own.
constexpr std::size_t kRequestBytes = std::size_t{8} << 20;

constexpr std::string_view kLoadScript =
#include "load_script.inc"
    ;
constexpr std::string_view kReadme =
#include "opensearch_readme.inc"
    ;

// Writes the documents of one kind, file by file.
class BulkFiles {
 public:
  BulkFiles(const ExportFolder& folder, DocumentKind kind)
      : folder_(folder), suffix_(index_suffix(kind)) {}

  template <typename Document>
  void add(const Document& document, const DocumentStamp& stamp) {
    const auto before = body_.size();
    append_bulk(document, id_of(document), stamp, body_);
    if (body_.size() < kRequestBytes || before == 0) return;
    const std::string last = body_.substr(before);
    body_.resize(before);
    write();
    body_ = last;
  }
  void finish() {
    if (!body_.empty()) write();
  }

 private:
  static std::string_view id_of(const ArticleDocument& document) {
    return document.inherited.meta.id;
  }
  static std::string_view id_of(const EventDocument& document) { return document.id; }

  void write() {
    folder_.write(fmt::format("{}-{:06}.ndjson", suffix_, ++number_), body_);
    body_.clear();
  }

  const ExportFolder& folder_;
  std::string_view suffix_;
  std::string body_;
  unsigned number_ = 0;
};

std::string aliases_json(std::uint64_t generation) {
  std::string actions;
  for (const auto kind : {DocumentKind::article, DocumentKind::event}) {
    const auto suffix = index_suffix(kind);
    actions +=
        fmt::format(R"({}{{"add":{{"index":"ARCHIVE-{}-1","alias":"ARCHIVE-{}","filter":{}}}}})",
                    actions.empty() ? "" : ",", suffix, suffix, alias_filter_json(generation));
  }
  return fmt::format(R"({{"actions":[{}]}})", actions) + "\n";
}

}  // namespace

ExportReport write_opensearch_files(const ExportSource& source, const ExportFolder& folder) {
  DocumentReader reader(source.snapshot);
  const auto& manifest = source.snapshot.manifest();
  MappingChoices choices;
  choices.analyzer = reader.analyzer();
  choices.language = manifest.language;
  for (const auto kind : {DocumentKind::article, DocumentKind::event})
    folder.write(fmt::format("{}.mapping.json", index_suffix(kind)),
                 mapping_json(kind, choices) + "\n");
  folder.write("aliases.json", aliases_json(manifest.generation));
  folder.write("load.sh", kLoadScript);
  folder.write("README.txt", kReadme);
  const auto write = [&](DocumentKind kind, const std::vector<Bitmap>& sets, auto read) {
    BulkFiles files(folder, kind);
    const auto count =
        for_each_exported(sets, source.stop, [&](Location place, std::uint64_t number) {
          files.add(read(place), {manifest.generation, number});
        });
    files.finish();
    return count;
  };
  ExportReport report;
  report.articles = write(DocumentKind::article, source.articles,
                          [&](Location place) { return reader.article(place); });
  report.events = write(DocumentKind::event, source.events,
                        [&](Location place) { return reader.event(place); });
  report.is_stopped = source.stop.stop_requested();
  return report;
}

}  // namespace dateline
