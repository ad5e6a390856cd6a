// Articles that are made of their documents again are those that the documents were made of.
#include <simdjson.h>

#include <filesystem>
#include <string>
#include <vector>

#include "cluster/copy/article_copy.h"
#include "cluster/documents/document_json.h"
#include "cluster/documents/document_reader.h"
#include "index/manifest.h"
#include "indexer/segment/segment_writer.h"
#include "tests/searcher/sample_index.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

namespace dateline::test {
namespace {

constexpr DocumentStamp kStamp{7, 3};

// An article's document, and those of its events.
struct Documents {
  std::string article;
  std::vector<std::string> events;

  friend bool operator==(const Documents&, const Documents&) = default;
};

template <typename Document>
std::string json_of(const Document& document) {
  std::string json;
  append_json(document, kStamp, json);
  return json;
}

std::vector<Documents> documents_of(const Snapshot& snapshot) {
  DocumentReader reader(snapshot);
  std::vector<Documents> all;
  for (std::uint32_t s = 0; s < snapshot.segment_count(); ++s) {
    const Segment& segment = snapshot.segment(s);
    for (std::uint32_t i = 0; i < segment.article_count(); ++i) {
      auto& documents = all.emplace_back();
      documents.article = json_of(reader.article({s, i}));
      const auto [begin, end] = segment.events_of(i);
      for (auto event = begin; event < end; ++event)
        documents.events.push_back(json_of(reader.event({s, event})));
    }
  }
  return all;
}

IndexedArticle copy_of(const Documents& documents, ArticleCopier& copier) {
  simdjson::dom::parser parser;
  auto article = copier.article(parser.parse(documents.article));
  for (const auto& event : documents.events) copier.add_event(parser.parse(event), article);
  return article;
}

class CopyTest : public SampleIndex {};

}  // namespace

TEST_CASE_METHOD(CopyTest, "copies of articles give the documents that they were made of",
                 "[copy]") {
  const Snapshot& snapshot = searcher().snapshot();
  const auto documents = documents_of(snapshot);
  REQUIRE(documents.size() > 10);
  const TempDir folder;
  ArticleCopier copier(snapshot.manifest().language);
  std::filesystem::create_directories(segment_path(folder.path(), "1").parent_path());
  SegmentWriter writer(segment_path(folder.path(), "1"));
  for (const auto& one : documents) CHECK(writer.add(copy_of(one, copier)));
  REQUIRE(writer.finish());
  auto manifest = snapshot.manifest();
  manifest.segments = {writer.entry()};
  write_manifest(folder.path(), manifest);
  const auto copies = documents_of(Snapshot(folder.path()));
  REQUIRE(copies.size() == documents.size());
  for (std::size_t i = 0; i < copies.size(); ++i) {
    CHECK(copies[i].article == documents[i].article);
    CHECK(copies[i].events == documents[i].events);
  }
}

TEST_CASE("a document that is none of an article's is refused", "[copy]") {
  ArticleCopier copier("en");
  simdjson::dom::parser parser;
  for (const char* damaged :
       {"{}", R"({"meta":{},"spans":7})", R"({"meta":{},"spans":[[1,2]]})",
        R"({"meta":{},"spans":[["a",1,2,3,4]]})", R"({"meta":{},"mentions":[{"kind":7}]})",
        R"({"meta":{},"mentions":[{"kind":"date","days":{"gte":1}}]})"}) {
    CAPTURE(damaged);
    CHECK_THROWS(copier.article(parser.parse(std::string{damaged})));
  }
}

}  // namespace dateline::test
