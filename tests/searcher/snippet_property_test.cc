// Snippets of the sample articles: whatever is asked for, what is shown keeps to the rules.
#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "index/snapshot.h"
#include "language/utf8.h"
#include "language/words/analyzer.h"
#include "searcher/hit/snippet.h"
#include "tests/searcher/sample_index.h"
#include "tests/support/catch.h"

namespace dateline::test {
namespace {

/// A query, the words whose terms may be marked, and beginnings of others.
struct Row {
  std::string query;
  std::string words;
  std::vector<std::string> prefixes = {};
};

bool is_grapheme_boundary(std::string_view text, std::uint32_t at) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
  UText* utext =
      utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status);
  REQUIRE(U_SUCCESS(status) != 0);
  breaks->setText(utext, status);
  const bool is_boundary = breaks->isBoundary(static_cast<std::int32_t>(at)) != 0;
  utext_close(utext);
  return is_boundary;
}

class Rules {
 public:
  explicit Rules(const Row& row) : row_(row) {
    for (const auto& token : analyzer_.analyze(row.words)) wanted_.insert(std::string{token.term});
  }

  void check(const Hit& hit, std::string_view article) {
    CAPTURE(hit.id);
    const auto& snippet = hit.snippet;
    CAPTURE(snippet.text);
    CHECK_FALSE(dateline::find_invalid_utf8(snippet.text));
    CHECK(is_grapheme_boundary(article, snippet.source.begin));
    CHECK(is_grapheme_boundary(article, snippet.source.end));
    const auto most = hit.kind == DocumentKind::article ? kSnippetBytes : 2 * kSnippetBytes;
    CHECK(snippet.source.size() <= most);
    std::uint32_t end = 0;
    for (const Span mark : snippet.highlights) {
      CHECK(mark.begin >= end);
      CHECK(mark.end <= snippet.text.size());
      end = mark.end;
      check_mark(mark, snippet.text);
    }
  }

 private:
  // A whole word, or whole words: the text's analysis has tokens that begin and end where it does.
  void check_mark(Span mark, const std::string& text) {
    CAPTURE(mark.of(text));
    bool begins = false;
    bool ends = false;
    for (const auto& token : analyzer_.analyze(text)) {
      if (!mark.overlaps(token.span)) continue;
      CHECK(mark.contains(token.span));
      begins = begins || token.span.begin == mark.begin;
      ends = ends || token.span.end == mark.end;
      const bool is_prefixed =
          std::any_of(row_.prefixes.begin(), row_.prefixes.end(),
                      [&](const std::string& prefix) { return token.word.starts_with(prefix); });
      CHECK((is_prefixed || wanted_.contains(std::string{token.term})));
    }
    CHECK(begins);
    CHECK(ends);
  }

  const Row& row_;
  Analyzer analyzer_{"en"};
  std::set<std::string> wanted_;
};

/// The texts of an index's articles.
class Texts {
 public:
  explicit Texts(const std::filesystem::path& index) : snapshot_(index), finder_(snapshot_) {}

  [[nodiscard]] std::string_view of(const Hit& hit) const {
    const auto article = finder_.article(hit.article_id);
    REQUIRE(article);
    return snapshot_.segment(article->segment).text(article->ordinal);
  }

 private:
  dateline::Snapshot snapshot_;
  dateline::Finder finder_;
};

const std::vector<Row>& rows() {
  static const std::vector<Row> kRows{
      {"treaty", "treaty"},
      {"helsinki turkey candidate", "helsinki turkey candidate"},
      {"\"customs union\"", "customs union"},
      {"\"prime minister\" visit -nuclear", "prime minister visit"},
      {"\"summit leaders\"~9", "summit leaders"},
      {"nuclear OR test*", "nuclear", {"test"}},
      {"cand* OR acc*", "", {"cand", "acc"}},
      {"peking talks", "peking beijing talks"},
      {"text:president heading:chronology", "president chronology"},
      {"1999 December", "1999 december"},
      {"the of", "the of"},
      {"U.S.-China relations", "U.S. China relations"},
  };
  return kRows;
}

}  // namespace

TEST_CASE("highlights are whole words that were asked for", "[searcher][snippet]") {
  SampleIndex index;
  const Texts texts(index.path());
  std::size_t seen = 0;
  for (const auto& row : rows()) {
    CAPTURE(row.query);
    Rules rules(row);
    for (const auto kind : {DocumentKind::article, DocumentKind::event}) {
      for (const auto& hit : index.hits(row.query, kind)) {
        rules.check(hit, texts.of(hit));
        ++seen;
      }
    }
  }
  CHECK(seen > 300);
}

TEST_CASE("every hit of words shows one of them", "[searcher][snippet]") {
  SampleIndex index;
  for (const auto& row : rows()) {
    if (row.query.find("heading:") != std::string::npos) continue;  // an event's is its article's
    CAPTURE(row.query);
    for (const auto kind : {DocumentKind::article, DocumentKind::event}) {
      for (const auto& hit : index.hits(row.query, kind)) {
        CAPTURE(hit.id);
        CHECK_FALSE(hit.snippet.highlights.empty());
      }
    }
  }
}

TEST_CASE("a text without blanks is cut between words and graphemes", "[searcher][snippet]") {
  // Han without any space; and Devanagari, whose marks belong to the letter before.
  std::string han;
  for (int i = 0; i < 60; ++i) han += "俄罗斯总统访问中国讨论合作问题";
  std::string marked;
  for (int i = 0; i < 90; ++i) marked += "e\u0301\u0302a\u0308";
  OpenIndex index({{ArticleBuilder("han").paragraph(han + "条约" + han).build(),
                    ArticleBuilder("marked").paragraph(marked + " treaty " + marked).build()}});
  const Texts texts(index.path());
  for (const std::string query : {"条约", "treaty"}) {
    CAPTURE(query);
    const auto hits = index.hits(query);
    REQUIRE(hits.size() == 1);
    const auto& snippet = hits[0].snippet;
    CAPTURE(snippet.text);
    const auto text = texts.of(hits[0]);
    REQUIRE(snippet.highlights.size() == 1);
    CHECK(snippet.highlights[0].of(snippet.text) == query);
    CHECK_FALSE(dateline::find_invalid_utf8(snippet.text));
    CHECK(is_grapheme_boundary(text, snippet.source.begin));
    CHECK(is_grapheme_boundary(text, snippet.source.end));
    if (query == "条约") CHECK(snippet.source.size() > 200);
    CHECK(snippet.source.size() <= kSnippetBytes);
  }
}

}  // namespace dateline::test
