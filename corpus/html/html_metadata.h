// Titles, authors and dates from a page's head.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/document/document.h"
#include "corpus/html/html_elements.h"

namespace dateline {

/// What a `<meta>` gives; the keys are in corpus/html/html_metadata.tsv, in the order of trust.
enum class MetadataKind : std::uint8_t { title, author, published, language, site };

/// Collects what the elements of a page say of it, and puts the sources in the order of trust:
/// JSON-LD, `<meta>`, `<title>`, `<time>`.
class HtmlMetadata {
 public:
  /// A `<meta>`; its key is in name, property, itemprop or http-equiv.
  void add_meta(const HtmlAttributes& attributes);
  /// A `<script type="application/ld+json">`: see add_json_ld.
  void add_json_ld(std::string_view json);
  void set_page_title(std::string_view title) { page_title_ = title; }
  void set_language(std::string_view tag) {
    if (language_.empty()) language_ = tag;
  }
  /// A date that the text shows, `<time datetime>`.
  void add_time(std::string_view datetime) { times_.emplace_back(datetime); }

  /// Who wrote it, as the page shows it: "By Ann Poe and Bo Li".
  void add_shown_author(std::string_view names);

  /// What was collected; `page_title` loses the site's name behind it where og:site_name gives it.
  [[nodiscard]] Metadata take();

 private:
  struct Value {
    MetadataKind kind;
    unsigned rank;  // the smallest counts
    std::string text;
  };

  [[nodiscard]] std::string page_title() const;
  [[nodiscard]] std::vector<std::string> values(MetadataKind kind) const;

  std::vector<Value> values_;
  Metadata from_json_;
  std::string page_title_;
  std::string language_;
  std::vector<std::string> times_;
  std::vector<std::string> shown_authors_;
};

/// Adds what a JSON-LD document says of the first Article (of any kind: NewsArticle, …), Report or
/// BlogPosting in it: headline, author (a name, an object with a name, or an array of them),
/// datePublished, inLanguage. Malformed JSON adds nothing.
/// Source: schema.org.
void add_json_ld(std::string_view json, Metadata& metadata);

}  // namespace dateline
