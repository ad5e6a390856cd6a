#include "corpus/html/html_metadata.h"

#include <algorithm>
#include <array>

#include "corpus/html/html_metadata_data.h"
#include "corpus/structure/line_shape.h"
#include "language/utf8.h"

namespace dateline {
namespace {

constexpr std::size_t kMaxValues = 500;  // of one page

// "2001/03/15", as citation_publication_date has it, is 2001-03-15.
std::string iso_date(std::string value) {
  if (value.find_first_not_of("0123456789/") == std::string::npos) {
    std::replace(value.begin(), value.end(), '/', '-');
  }
  return value;
}

}  // namespace

void HtmlMetadata::add_meta(const HtmlAttributes& attributes) {
  const auto content = trim(attribute(attributes, "content"));
  if (content.empty() || values_.size() >= kMaxValues) return;
  for (const std::string_view source : {"name", "property", "itemprop", "http-equiv"}) {
    const auto name = fold(attribute(attributes, source));
    const auto* const key =
        std::find_if(kMetadataKeys.begin(), kMetadataKeys.end(),
                     [&](const MetadataKey& known) { return known.name == name; });
    if (name.empty() || key == kMetadataKeys.end()) continue;
    const auto rank = static_cast<unsigned>(key - kMetadataKeys.begin());
    values_.push_back({key->kind, rank, std::string{content}});
    return;
  }
}

void HtmlMetadata::add_json_ld(std::string_view json) { dateline::add_json_ld(json, from_json_); }

// All values of the best source that has any.
std::vector<std::string> HtmlMetadata::values(MetadataKind kind) const {
  auto best = static_cast<unsigned>(-1);
  for (const auto& value : values_) {
    if (value.kind == kind) best = std::min(best, value.rank);
  }
  std::vector<std::string> result;
  for (const auto& value : values_) {
    if (value.kind == kind && value.rank == best) result.push_back(value.text);
  }
  return result;
}

std::string HtmlMetadata::page_title() const {
  auto title = collapse_spaces(page_title_);
  for (const auto& site : values(MetadataKind::site)) {
    if (site.size() + 3 >= title.size() || !title.ends_with(site)) continue;
    auto rest = trim(std::string_view{title}.substr(0, title.size() - site.size()));
    for (const std::string_view mark : {"|", "-", "–", "—", ":", "·"}) {
      if (rest.ends_with(mark)) return std::string{trim(rest.substr(0, rest.size() - mark.size()))};
    }
  }
  return title;
}

void HtmlMetadata::add_shown_author(std::string_view names) {
  auto plain = collapse_spaces(names);
  std::string_view rest{plain};
  if (fold(rest.substr(0, 3)) == "by ") rest.remove_prefix(3);
  add_authors(shown_authors_, rest);
}

Metadata HtmlMetadata::take() {
  Metadata result = std::move(from_json_);
  for (const auto& title : values(MetadataKind::title)) add_title(result, title);
  add_title(result, page_title());
  if (result.authors.empty()) {
    for (const auto& name : values(MetadataKind::author)) add_authors(result.authors, name);
  }
  result.creators = std::move(shown_authors_);
  for (auto& value : values(MetadataKind::published))
    result.published.push_back(iso_date(std::move(value)));
  for (auto& value : times_) result.published.push_back(std::move(value));
  if (!language_.empty()) result.language = language_;
  for (const auto& value : values(MetadataKind::language)) {
    if (result.language.empty()) result.language = value;
  }
  return result;
}

}  // namespace dateline
