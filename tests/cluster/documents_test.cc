// Documents for other engines must say the same as the index that they are read from.
#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "cluster/documents/document_json.h"
#include "cluster/documents/document_reader.h"
#include "cluster/documents/json_object.h"
#include "cluster/documents/mapping.h"
#include "searcher/searcher.h"
#include "tests/searcher/sample_index.h"
#include "tests/support/catch.h"

namespace dateline::test {
namespace {

using nlohmann::json;

// All documents of the sample articles, as an engine gets them.
class SampleDocuments : public SampleIndex {
 public:
  SampleDocuments() {
    const Snapshot& snapshot = searcher().snapshot();
    DocumentReader reader(snapshot);
    for (std::uint32_t s = 0; s < snapshot.segment_count(); ++s) {
      const Segment& segment = snapshot.segment(s);
      for (std::uint32_t i = 0; i < segment.article_count(); ++i)
        add(reader.article({s, i}), DocumentKind::article);
      for (std::uint32_t i = 0; i < segment.event_count(); ++i)
        add(reader.event({s, i}), DocumentKind::event);
    }
  }

  [[nodiscard]] const std::vector<json>& of(DocumentKind kind) const {
    return kind == DocumentKind::article ? articles_ : events_;
  }

 private:
  template <typename Document>
  void add(const Document& document, DocumentKind kind) {
    auto& list = kind == DocumentKind::article ? articles_ : events_;
    std::string text;
    append_json(document, {7, list.size()}, text);
    list.push_back(json::parse(text));
  }

  std::vector<json> articles_;
  std::vector<json> events_;
};

const SampleDocuments& sample() {
  static const SampleDocuments documents;
  return documents;
}

std::vector<std::string> values(const json& document, std::string_view name) {
  const auto found = document.find(std::string{name});
  if (found == document.end()) return {};
  if (!found->is_array()) return {found->get<std::string>()};
  return found->get<std::vector<std::string>>();
}

// What an engine that counts the values of a field would answer.
std::map<std::string, std::uint64_t> counted(DocumentKind kind, std::string_view name) {
  std::map<std::string, std::uint64_t> counts;
  for (const auto& document : sample().of(kind)) {
    const auto all = values(document, name);
    for (const auto& value : std::set<std::string>{all.begin(), all.end()}) ++counts[value];
  }
  return counts;
}

FacetCounts counted_here(DocumentKind kind, Facet facet, Bucket bucket) {
  SearchRequest request;
  request.kind = kind;
  SampleIndex index;
  return index.searcher().match(request).count(facet, {bucket, 0, {}});
}

void check_facet(DocumentKind kind, Facet facet, std::string_view name,
                 Bucket bucket = Bucket::quarter) {
  CAPTURE(static_cast<int>(kind), name);
  const auto here = counted_here(kind, facet, bucket);
  std::map<std::string, std::uint64_t> expected;
  for (const auto& value : here.values) expected[value.value] = value.count;
  CHECK_FALSE(expected.empty());
  CHECK(counted(kind, name) == expected);
}

bool has(const json& document, std::string_view name) {
  return document.contains(std::string{name});
}

std::uint64_t number_with(DocumentKind kind, std::string_view name) {
  const auto& all = sample().of(kind);
  return static_cast<std::uint64_t>(
      std::count_if(all.begin(), all.end(), [&](const json& one) { return has(one, name); }));
}

constexpr std::array kBoth{DocumentKind::article, DocumentKind::event};

}  // namespace

TEST_CASE("values of documents count as the facets of the index do", "[cluster][documents]") {
  for (const auto kind : kBoth) {
    check_facet(kind, Facet::country, field::kCountries);
    check_facet(kind, Facet::region, field::kRegions);
    check_facet(kind, Facet::organization, field::kOrganizations);
    check_facet(kind, Facet::person, field::kPersons);
    check_facet(kind, Facet::about, field::kAbout);
    check_facet(kind, Facet::pair, field::kPairs);
    check_facet(kind, Facet::author, field::kAuthors);
    check_facet(kind, Facet::origin, field::kOrigin);
  }
}

TEST_CASE("buckets of documents count as those of the index do", "[cluster][documents]") {
  for (const auto kind : kBoth) {
    for (std::size_t i = 0; i < kBucketWords.size(); ++i) {
      const auto bucket = static_cast<Bucket>(i);
      check_facet(kind, Facet::date, field::kBuckets[i], bucket);
      CHECK(number_with(kind, field::kCoarse[i]) ==
            counted_here(kind, Facet::date, bucket).coarser);
      if (bucket <= Bucket::month)
        check_facet(kind, Facet::published, field::kPublishedBuckets[i], bucket);
      CHECK(number_with(kind, field::kPublishedCoarse[i]) ==
            counted_here(kind, Facet::published, bucket).coarser);
    }
  }
}

TEST_CASE("documents have the fields of the mapping, and no others", "[cluster][documents]") {
  for (const auto kind : kBoth) {
    const auto body = json::parse(mapping_json(kind, {"words-0", "en", 3, 0}));
    CHECK(body.at("settings").at("number_of_shards") == 3);
    CHECK(body.at("mappings").at("dynamic") == "strict");
    CHECK(body.at("mappings").at("_meta").at("analyzer") == "words-0");
    const auto& properties = body.at("mappings").at("properties");
    for (const auto& document : sample().of(kind)) {
      for (const auto& [name, value] : document.items()) CHECK(properties.contains(name));
    }
  }
}

TEST_CASE("a document's words are those that a phrase is looked for in", "[cluster][documents]") {
  auto& index = const_cast<SampleDocuments&>(sample());
  for (const auto* phrase : {"foreign minister", "prime minister", "nuclear test"}) {
    Analyzer analyzer("en");
    std::string terms;
    for (const auto& token : analyzer.analyze(phrase)) {
      if (!terms.empty()) terms += ' ';
      terms += token.term;
    }
    const auto is_in = [&](const std::string& run) {
      return (' ' + run + ' ').find(' ' + terms + ' ') != std::string::npos;
    };
    for (const auto kind : kBoth) {
      std::set<std::string> expected;
      for (const auto& hit : index.hits('"' + std::string{phrase} + '"', kind))
        expected.insert(hit.id);
      std::set<std::string> found;
      for (const auto& document : sample().of(kind)) {
        for (const auto name : {field::kToken, field::kBodyToken, field::kHeadingToken,
                                field::kTitleToken, field::kTitleBlockToken}) {
          const bool is_own = kind == DocumentKind::article || name == field::kToken;
          const auto runs = is_own ? values(document, name) : std::vector<std::string>{};
          if (std::any_of(runs.begin(), runs.end(), is_in))
            found.insert(values(document,
                                kind == DocumentKind::article ? field::kArticleId : field::kEventId)
                             .at(0));
        }
      }
      CHECK(found == expected);
    }
  }
}

TEST_CASE("the words for scoring are as many as a document is long", "[cluster][documents]") {
  for (const auto& document : sample().of(DocumentKind::article)) {
    const auto tokens = values(document, field::kRankToken).at(0);
    CHECK(static_cast<std::uint64_t>(std::count(tokens.begin(), tokens.end(), ' ')) + 1 ==
          document.at(std::string{field::kLength}).get<std::uint64_t>());
  }
}

TEST_CASE("days are numbered from the first of the year 1", "[cluster][documents]") {
  CHECK(day_number(static_cast<std::int32_t>(kFirstDay.time_since_epoch().count())) == 1);
  CHECK(day_of_number(day_number(-5)) == -5);
  for (const auto& document : sample().of(DocumentKind::event)) {
    CHECK(document.at("days").at("gte") == document.at("first"));
    CHECK(document.at("days").at("lte") == document.at("last"));
  }
}

TEST_CASE("a long id becomes a key that an engine takes", "[cluster][documents]") {
  CHECK(document_key("a.txt#01", 3) == "a.txt#01@3");
  const std::string long_id(1'000, 'x');
  CHECK(document_key(long_id, 3).size() < 512);
  CHECK(document_key(long_id, 3) != document_key(long_id + "y", 3));
}

TEST_CASE("texts become JSON whatever is in them", "[cluster][documents]") {
  const std::string text = "\"quoted\" back\\slash\n\t\x01 \u00e9 \xFF end";
  std::string quoted;
  append_json_string(text, quoted);
  CHECK(json::parse(quoted) == "\"quoted\" back\\slash\n\t\x01 \u00e9 \uFFFD end");
}

}  // namespace dateline::test
