#include "annotation/annotated_article.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>

#include "language/countries/country_finder.h"
#include "language/display.h"
#include "language/organizations/organization_finder.h"
#include "language/persons/office_holders.h"

namespace dateline {
namespace {

std::string label_of(const ArticleMeta& meta) {
  // A file's only article is named after the file, unless it says its own id.
  const bool record =
      meta.offsets_in == "text" && meta.id != std::filesystem::path{meta.path}.filename();
  return printable(record ? meta.path + "#" + meta.id : meta.path);
}

// The words of a span on one line.
std::string one_line(std::string_view text) {
  std::string words;
  for (const char c : printable(text)) {
    if (c != ' ' || (!words.empty() && words.back() != ' ')) words += c;
  }
  return words;
}

std::string year_source(const IndexedArticle& article, const Mention& mention) {
  const auto quoted = [&](std::string_view what) {
    return fmt::format("{} \"{}\"", what, one_line(mention.year_words.of(article.text)));
  };
  switch (mention.year_from) {
    case YearOrigin::text:
      return quoted("text");
    case YearOrigin::heading:
      return quoted("heading");
    case YearOrigin::entry:
      return quoted("entry");
    case YearOrigin::published:
      return article.meta.published
                 ? fmt::format("publication {}", format_interval(*article.meta.published))
                 : std::string{};
    case YearOrigin::none:
      break;
  }
  return {};
}

std::vector<Place> places_of(const IndexedArticle& article) {
  std::vector<Place> places;
  for (const Mention& mention : article.mentions) {
    const bool country = mention.kind == MentionKind::country;
    const bool same = country && !places.empty() && places.back().kind == MentionKind::country &&
                      places.back().span == mention.span;
    if (!same) {
      places.push_back({mention.kind,
                        mention.span,
                        mention.date,
                        {},
                        mention.organization,
                        mention.person,
                        mention.proof,
                        mention.rule});
      if (mention.kind == MentionKind::date)
        places.back().year_from = year_source(article, mention);
    }
    if (mention.acts_for_country()) places.back().countries.push_back(mention.country);
    if (country) places.back().countries.push_back(mention.country);
  }
  return places;
}

std::vector<std::uint32_t> line_begins_of(std::string_view text) {
  std::vector<std::uint32_t> begins{0};
  for (auto at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    begins.push_back(static_cast<std::uint32_t>(at + 1));
  }
  return begins;
}

}  // namespace

AnnotatedArticle::AnnotatedArticle(IndexedArticle&& article)
    : article_{std::move(article)},
      label_{label_of(article_.meta)},
      line_begins_{line_begins_of(article_.text)},
      places_{places_of(article_)} {}

std::vector<Place> AnnotatedArticle::places_in(Span span) const {
  const auto before = [](const Place& place, std::uint32_t offset) {
    return place.span.begin < offset;
  };
  auto first = std::lower_bound(places_.begin(), places_.end(), span.begin, before);
  while (first != places_.end() && first->span.empty()) ++first;  // of a title not in the text
  return {first, std::lower_bound(first, places_.end(), span.end, before)};
}

std::size_t AnnotatedArticle::line_of(std::uint32_t offset) const {
  const auto next = std::upper_bound(line_begins_.begin(), line_begins_.end(), offset);
  return static_cast<std::size_t>(next - line_begins_.begin());
}

std::vector<Span> AnnotatedArticle::lines_in(Span span) const {
  std::vector<Span> lines;
  std::uint32_t begin = span.begin;
  for (std::size_t line = line_of(begin); begin < span.end; ++line) {
    const bool last = line == line_begins_.size() || line_begins_[line] >= span.end;
    const auto next = last ? span.end : line_begins_[line];
    lines.push_back({begin, last ? next : next - 1});
    begin = next;
  }
  return lines;
}

std::string AnnotatedArticle::words(Span span) const { return one_line(span.of(article_.text)); }

std::string AnnotatedArticle::event_id(const Event& event) const {
  auto id = fmt::format("{}#{:08x}", article_.meta.id, event.hash);
  if (event.occurrence > 0) id += fmt::format(".{}", event.occurrence + 1);
  return id;
}

std::string describe_precision(const DateValue& date, std::string_view separator,
                               std::string_view year_inferred) {
  std::vector<std::string> parts{std::string{precision_name(date.precision)}};
  if (date.approximate) parts.emplace_back("approximate");
  if (date.year_inferred) parts.emplace_back(year_inferred);
  return fmt::format("{}", fmt::join(parts, separator));
}

std::string code_list(const std::vector<CountryCode>& countries) {
  return join_codes(countries, ",");
}

std::string acts_for(const Place& place) {
  if (!place.countries.empty()) return code_list(place.countries);
  return place.organization.empty() ? "-" : std::string{place.organization};
}

std::string proof_of(const AnnotatedArticle& article, const Place& place) {
  if (place.kind != MentionKind::person || acts_for(place) == "-") return {};
  if (!place.proof.empty()) {
    return fmt::format("“{}” {}-{}", article.words(place.proof), place.proof.begin,
                       place.proof.end);
  }
  const auto& holders = persons::OfficeHolders::built_in();
  const persons::NameReader reader{persons::PersonWords::built_in()};
  std::string rows;
  for (const auto* row : holders.find(reader.name(place.person))) {
    const bool same = row->name == place.person &&
                      (place.countries.empty() ? row->organization == place.organization
                                               : row->country == place.countries.front());
    if (!same) continue;
    rows += fmt::format("{}{} {}–{}", rows.empty() ? "" : "; ", row->office, row->first_day,
                        row->last_day);
  }
  return rows;
}

std::string describe_value(const Place& place) {
  if (place.kind == MentionKind::date) {
    return describe_precision(place.date, ", ", "year inferred");
  }
  if (place.kind == MentionKind::organization) {
    return organization_name(place.organization).value_or("");
  }
  if (place.kind == MentionKind::person && place.countries.empty()) {
    return organization_name(place.organization).value_or("");
  }
  std::vector<std::string> names;
  names.reserve(place.countries.size());
  for (const auto code : place.countries) {
    names.push_back(country_name(code).value_or(code.str()));
  }
  return fmt::format("{}", fmt::join(names, ", "));
}

std::string place_value(const Place& place) {
  switch (place.kind) {
    case MentionKind::date:
      return format_interval(place.date.days);
    case MentionKind::country:
      return code_list(place.countries);
    case MentionKind::person:
      return fmt::format("{} {}", place.person, acts_for(place));
    case MentionKind::organization:
      break;
  }
  return std::string{place.organization};
}

}  // namespace dateline
