#include "cluster/export/xapian_document.h"

#include <fmt/format.h>

#include <array>
#include <chrono>
#include <utility>

#include "index/hex_hash.h"
#include "index/schema.h"
#include "language/utf8.h"
#include "searcher/hit/copy_for_display.h"
#include "searcher/query/query.h"

namespace dateline {
namespace {

// Terms have 245 bytes at most.
constexpr std::size_t kWholeValueBytes = 200;
constexpr std::size_t kKeptValueBytes = 180;
// Words of two blocks are further apart than any phrase reaches.
constexpr Xapian::termcount kBlockGap = 100;
constexpr std::uint32_t kSampleBytes = 500;

constexpr std::array<std::string_view, 5> kBucketPrefixes{"XYEAR", "XQUARTER", "XMONTH", "XWEEK",
                                                          "XDAY"};

Xapian::Stem stemmer(std::string_view language) {
  try {
    return Xapian::Stem(std::string{language.substr(0, language.find('-'))});
  } catch (const Xapian::InvalidArgumentError&) {  // it has none of that name
    return Xapian::Stem();
  }
}

// 20010219.
std::string day_value(std::int32_t day) {
  const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day}}};
  constexpr int kYear = 10'000;
  constexpr unsigned kMonth = 100;
  return Xapian::sortable_serialise(
      int{date.year()} * kYear +
      static_cast<int>(unsigned{date.month()} * kMonth + unsigned{date.day()}));
}

void add_days(DayRange days, Xapian::valueno first, Xapian::valueno last,
              Xapian::Document& document) {
  if (!days.known()) return;
  document.add_value(first, day_value(days.first));
  document.add_value(last, day_value(days.last));
}

template <typename List>
void add_terms(std::string_view prefix, const List& values, Xapian::Document& document) {
  for (const auto& value : values) document.add_boolean_term(xapian_term(prefix, value));
}

void add_codes(std::string_view prefix, const std::vector<CountryCode>& codes,
               Xapian::Document& document) {
  for (const auto code : codes) document.add_boolean_term(xapian_term(prefix, code.view()));
}

void add_own(const OwnFields& own, Xapian::Document& document) {
  for (std::size_t i = 0; i < kBucketPrefixes.size(); ++i)
    add_terms(kBucketPrefixes[i], own.buckets.names[i], document);
  add_codes("XCOUNTRY", own.countries, document);
  add_codes("XNAMED", own.named, document);
  add_terms("XREGION", own.regions, document);
  add_terms("XPAIR", own.all_pairs, document);
  add_terms("XORG", own.organizations, document);
  add_terms("XPERSON", own.persons, document);
  add_terms("XSOURCE", own.sources, document);
}

// A line of a document's data, as Omega reads them.
void add_line(std::string_view name, std::string_view value, std::string& data) {
  if (value.empty()) return;
  const Span whole{0, static_cast<std::uint32_t>(value.size())};
  data += fmt::format("{}={}\n", name, copy_for_display(value, whole, {}).text);
}

// The same of what must stay as it is, but for line ends.
void add_name(std::string_view name, std::string_view value, std::string& data) {
  std::string line{value};
  for (auto& c : line) {
    if (c == '\n' || c == '\r') c = ' ';
  }
  data += fmt::format("{}={}\n", name, line);
}

void add_description(const InheritedFields& fields, std::string& data) {
  add_line("caption", fields.meta.title, data);
  std::string authors;
  for (const auto& author : fields.meta.authors) authors += (authors.empty() ? "" : ", ") + author;
  add_line("author", authors, data);
  if (fields.published.known())
    data += fmt::format("published={}\n", format_interval(to_interval(fields.published)));
  add_line("language", fields.meta.language, data);
}

std::string_view beginning(std::string_view text) {
  return text.substr(0, floor_code_point(text, kSampleBytes));
}

}  // namespace

std::string xapian_term(std::string_view prefix, std::string_view value) {
  std::string term{prefix};
  const bool begins_large =
      !value.empty() && ((value[0] >= 'A' && value[0] <= 'Z') || value[0] == ':');
  if (prefix.size() > 1 && begins_large) term += ':';
  if (value.size() <= kWholeValueBytes) return term.append(value);
  return term.append(value.substr(0, floor_code_point(value, kKeptValueBytes)))
      .append(hex_hash(value));
}

XapianDocuments::XapianDocuments(std::string_view language) {
  words_.set_stemmer(stemmer(language));
}

void XapianDocuments::begin(Xapian::Document& document) {
  words_.set_document(document);
  words_.set_termpos(0);
}

void XapianDocuments::add_inherited(const InheritedFields& fields, Xapian::Document& document) {
  words_.index_text(fields.meta.title, 1, "S");
  for (const auto& author : fields.meta.authors) {
    words_.increase_termpos(kBlockGap);
    words_.index_text(author, 1, "A");
  }
  add_days(fields.published, kPublishedFirstSlot, kPublishedLastSlot, document);
  document.add_value(kArticleSlot, fields.meta.id);
  add_codes("XABOUT", fields.about, document);
  document.add_boolean_term(xapian_term("L", fields.meta.language));
}

Xapian::Document XapianDocuments::of(const ArticleDocument& document) {
  Xapian::Document result;
  begin(result);
  bool has_title = false;
  for (const BlockRow& block : document.blocks) {
    const auto kind = static_cast<BlockKind>(block.kind);
    has_title = has_title || kind == BlockKind::title;
    const auto weight = kind == BlockKind::title ? kTitleWeight
                        : is_heading(block)      ? kHeadingWeight
                                                 : 1U;
    words_.index_text(std::string{block.content.of(document.text)}, weight);
    words_.increase_termpos(kBlockGap);
  }
  const auto& meta = document.inherited.meta;
  if (!has_title) words_.index_text(meta.title, kTitleWeight);
  add_inherited(document.inherited, result);
  add_own(document.own, result);
  for (const auto origin : document.origins)
    result.add_boolean_term(xapian_term("XORIGIN", event_origin_name(origin)));
  result.add_boolean_term(xapian_term("Q", meta.id));
  std::string data;
  add_name("id", meta.id, data);
  add_name("url", meta.path, data);
  add_description(document.inherited, data);
  add_line("sample", beginning(document.text), data);
  result.set_data(data);
  return result;
}

Xapian::Document XapianDocuments::of(const EventDocument& document) {
  Xapian::Document result;
  begin(result);
  words_.index_text(std::string{document.text});
  words_.increase_termpos(kBlockGap);
  words_.index_text(document.section, 1, "XHEADING");
  add_inherited(*document.inherited, result);
  add_own(document.own, result);
  add_days(document.days, kFirstDaySlot, kLastDaySlot, result);
  result.add_value(kPrecisionSlot,
                   Xapian::sortable_serialise(static_cast<double>(document.precision)));
  result.add_boolean_term(xapian_term("XORIGIN", event_origin_name(document.origin)));
  result.add_boolean_term(xapian_term("XARTICLE", document.inherited->meta.id));
  result.add_boolean_term(xapian_term("Q", document.id));
  std::string data;
  add_name("id", document.id, data);
  add_name("article", document.inherited->meta.id, data);
  if (document.days.known())
    data += fmt::format("date={}\n", format_interval(to_interval(document.days)));
  add_line("written", document.date_text, data);
  add_description(*document.inherited, data);
  add_line("section", document.section, data);
  add_line("sample", document.text, data);
  result.set_data(data);
  return result;
}

}  // namespace dateline
