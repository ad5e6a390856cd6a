#include "cluster/export/opensearch_files.h"

#include <fmt/format.h>

#include <string>

#include "cluster/documents/document_json.h"
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

ExportReport write_opensearch_files(ExportSource& source, const ExportFolder& folder) {
  MappingChoices choices;
  choices.analyzer = source.analyzer();
  choices.language = source.language();
  const auto generation = source.generation();
  for (const auto kind : {DocumentKind::article, DocumentKind::event})
    folder.write(fmt::format("{}.mapping.json", index_suffix(kind)),
                 mapping_json(kind, choices) + "\n");
  folder.write("aliases.json", aliases_json(generation));
  folder.write("load.sh", kLoadScript);
  folder.write("README.txt", kReadme);
  ExportReport report;
  BulkFiles articles(folder, DocumentKind::article);
  report.articles = source.articles([&](const ArticleDocument& document, std::uint64_t number) {
    articles.add(document, {generation, number});
  });
  articles.finish();
  BulkFiles events(folder, DocumentKind::event);
  report.events = source.events([&](const EventDocument& document, std::uint64_t number) {
    events.add(document, {generation, number});
  });
  events.finish();
  report.is_stopped = source.is_stopped();
  return report;
}

}  // namespace dateline
