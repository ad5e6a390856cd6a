// An article with what was found in it, as it is shown: by places, lines and labels.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/annotate/indexed_article.h"

namespace dateline {

/// A place in the text that is a mention. Where one place means two countries, it has both.
struct Place {
  MentionKind kind = MentionKind::date;
  Span span;       ///< in the article's text; empty: in a title that is not in it
  DateValue date;  ///< dates
  std::vector<CountryCode> countries;  ///< countries
  std::string_view organization;       ///< organizations: the short name, as the mention has it;
                                       ///< persons: the one for which they act
  std::string_view person;             ///< persons: by which name the index knows them
  Span proof;                          ///< persons: the words that tell the office
  std::string_view rule;               ///< what found it
  /// Dates without a year of their own: `heading "The campaign of 1905"`, `text "June 1941"`,
  /// `entry "Feb. 19, 2001"`, `publication 2001-01-01..2001-03-31`; else empty.
  std::string year_from = {};
};

/// Owns the article; places refer to it.
class AnnotatedArticle {
 public:
  explicit AnnotatedArticle(IndexedArticle&& article);
  AnnotatedArticle(AnnotatedArticle&&) = delete;

  [[nodiscard]] const IndexedArticle& article() const noexcept { return article_; }
  /// The file's path as given; for a record of a file of many, `#` and the record's id behind it.
  /// Free of control characters.
  [[nodiscard]] const std::string& label() const noexcept { return label_; }
  /// In order of the text.
  [[nodiscard]] const std::vector<Place>& places() const noexcept { return places_; }
  /// The places that begin in `span`.
  [[nodiscard]] std::vector<Place> places_in(Span span) const;
  /// The line of a byte of the article's text, from 1. Logarithmic.
  [[nodiscard]] std::size_t line_of(std::uint32_t offset) const;
  /// The spans of the lines of `span`, without their ends.
  [[nodiscard]] std::vector<Span> lines_in(Span span) const;
  /// What the place says, as written; of one that is not in the text, the title.
  [[nodiscard]] std::string_view words_of(const Place& place) const {
    return place.span.empty() ? std::string_view{article_.meta.title}
                              : place.span.of(article_.text);
  }
  /// Words of the text, on one line and without control characters.
  [[nodiscard]] std::string words(Span span) const;
  /// Names an event as the index does: the article's id, '#', its hash.
  [[nodiscard]] std::string event_id(const Event& event) const;

 private:
  IndexedArticle article_;
  std::string label_;
  std::vector<std::uint32_t> line_begins_;
  std::vector<Place> places_;
};

/// What a place means, in full: "day, year inferred", "North Korea, South Korea", "North Atlantic
/// Treaty Organization".
[[nodiscard]] std::string describe_value(const Place& place);
/// For whom a person acts: "RU", "UN", or "-" for nobody.
[[nodiscard]] std::string acts_for(const Place& place);
/// What proves it: the words that tell the office, on one line, or the rows of the table of
/// office-holders whose terms have a day of `days`; empty when nothing does.
[[nodiscard]] std::string proof_of(const AnnotatedArticle& article, const Place& place);
/// What a place means: "2001-02-19..2001-02-22", "KP,KR", "NATO", "Igor Ivanov RU".
[[nodiscard]] std::string place_value(const Place& place);
/// "day", "month, approximate, year inferred": the precision and the flags, with `separator`
/// between them and `year_inferred` for the second flag.
[[nodiscard]] std::string describe_precision(const DateValue& date, std::string_view separator,
                                             std::string_view year_inferred);
/// "KP,KR"
[[nodiscard]] std::string code_list(const std::vector<CountryCode>& countries);

}  // namespace dateline
