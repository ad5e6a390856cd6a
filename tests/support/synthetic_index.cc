#include "tests/support/synthetic_index.h"

#include <fmt/format.h>

#include <algorithm>

#include "index/manifest.h"
#include "indexer/annotate/event_builder.h"
#include "indexer/segment/segment_writer.h"

namespace dateline::test {

namespace {
constexpr const char* kExtractor = "synthetic";
}  // namespace

ArticleBuilder::ArticleBuilder(std::string id) {
  article_.meta.id = std::move(id);
  article_.meta.language = "en";
  article_.meta.path = "/nowhere/" + article_.meta.id;
  article_.meta.offsets_in = "file";
  article_.extractor = kExtractor;
  article_.meta.hash = "0123456789abcdef";
}

std::uint32_t ArticleBuilder::vocabulary_id(std::string_view term) {
  auto& words = article_.vocabulary;
  const auto found = std::find(words.begin(), words.end(), term);
  if (found != words.end()) return static_cast<std::uint32_t>(found - words.begin());
  words.emplace_back(term);
  return static_cast<std::uint32_t>(words.size() - 1);
}

Span ArticleBuilder::add_block(BlockKind kind, std::string_view words) {
  const auto begin = static_cast<std::uint32_t>(article_.text.size());
  article_.text += words;
  const Span span{begin, static_cast<std::uint32_t>(article_.text.size())};
  article_.text += "\n\n";
  for (const Token& token : analyzer_.analyze(words)) {
    article_.words.emplace_back(token.word, vocabulary_id(token.term));
    article_.tokens.push_back(
        {vocabulary_id(token.term), {token.span.begin + begin, token.span.end + begin}});
  }
  article_.blocks.push_back({span, span, static_cast<std::uint32_t>(kind)});
  return span;
}

void ArticleBuilder::mention_countries(Span span, const std::vector<std::string>& countries) {
  for (const auto& code : countries) {
    article_.mentions.push_back({MentionKind::country, span, {}, CountryCode(code), {}, "name"});
  }
}

ArticleBuilder& ArticleBuilder::title(std::string_view words) {
  article_.meta.title = words;
  (void)add_block(BlockKind::title, words);
  for (const Token& token : analyzer_.analyze(words)) {
    article_.title_terms.push_back(vocabulary_id(token.term));
  }
  return *this;
}

ArticleBuilder& ArticleBuilder::author(std::string_view name) {
  article_.meta.authors.emplace_back(name);
  for (const Token& token : analyzer_.analyze(name)) {
    article_.words.emplace_back(token.word, vocabulary_id(token.term));
    article_.author_terms.push_back(vocabulary_id(token.term));
  }
  return *this;
}

ArticleBuilder& ArticleBuilder::published(const DateInterval& period) {
  article_.meta.published = period;
  return *this;
}

ArticleBuilder& ArticleBuilder::about(const std::vector<std::string>& countries) {
  for (const auto& code : countries) article_.about.emplace_back(code);
  std::sort(article_.about.begin(), article_.about.end());
  return *this;
}

ArticleBuilder& ArticleBuilder::heading(std::string_view words) {
  (void)add_block(BlockKind::heading, words);
  return *this;
}

ArticleBuilder& ArticleBuilder::paragraph(std::string_view words,
                                          const std::vector<std::string>& countries) {
  mention_countries(add_block(BlockKind::paragraph, words), countries);
  return *this;
}

ArticleBuilder& ArticleBuilder::organizations(const std::vector<std::string>& names) {
  const auto block = static_cast<std::uint32_t>(article_.blocks.size() - 1);
  for (const auto& name : names) {
    article_.mentions.push_back(
        {MentionKind::organization, article_.blocks.back().span, {}, {}, name, "name"});
  }
  if (article_.events.empty() || article_.events.back().block != block) return *this;
  article_.events.back().organizations = names;
  return *this;
}

ArticleBuilder& ArticleBuilder::sources(const std::vector<std::string>& names) {
  const auto block = static_cast<std::uint32_t>(article_.blocks.size() - 1);
  if (article_.events.empty() || article_.events.back().block != block) return *this;
  article_.events.back().sources = names;
  return *this;
}

ArticleBuilder& ArticleBuilder::persons(const std::vector<std::string>& names,
                                        const std::string& country) {
  const auto block = static_cast<std::uint32_t>(article_.blocks.size() - 1);
  for (const auto& name : names) {
    Mention mention{MentionKind::person, article_.blocks.back().span, {}, {}, {}, "person-known"};
    mention.person = name;
    if (!country.empty() && name == names.front()) mention.country = CountryCode(country);
    article_.mentions.push_back(mention);
  }
  if (article_.events.empty() || article_.events.back().block != block) return *this;
  Event& event = article_.events.back();
  event.persons = names;
  const CountryCode code = country.empty() ? CountryCode{} : CountryCode(country);
  if (country.empty() || std::binary_search(event.countries.begin(), event.countries.end(), code)) {
    return *this;
  }
  event.acting = {code};
  event.countries.push_back(code);
  std::sort(event.countries.begin(), event.countries.end());
  return *this;
}

ArticleBuilder& ArticleBuilder::subjects(const std::vector<std::string>& countries) {
  for (const auto& code : countries) article_.subjects.push_back(CountryCode(code));
  return *this;
}

ArticleBuilder& ArticleBuilder::event(EventOrigin origin, std::string_view words,
                                      const DateValue& date,
                                      const std::vector<std::string>& countries) {
  const auto kind = origin == EventOrigin::chronology ? BlockKind::chronology_entry
                    : origin == EventOrigin::log      ? BlockKind::log_entry
                                                      : BlockKind::paragraph;
  const Span span = add_block(kind, words);
  article_.mentions.push_back({MentionKind::date, span, date, {}, {}, "full-date"});
  mention_countries(span, countries);
  Event event;
  event.origin = origin;
  event.span = span;
  event.date_span = span;
  event.date = date;
  for (const auto& code : countries) event.countries.emplace_back(code);
  std::sort(event.countries.begin(), event.countries.end());
  event.block = static_cast<std::uint32_t>(article_.blocks.size() - 1);
  article_.events.push_back(std::move(event));
  return *this;
}

IndexedArticle ArticleBuilder::build() {
  finish_events(article_);
  return std::move(article_);
}

void write_index(const std::filesystem::path& directory,
                 const std::vector<std::vector<IndexedArticle>>& segments,
                 const std::vector<std::vector<std::uint32_t>>& removed) {
  Manifest manifest;
  manifest.id = new_index_id();
  manifest.generation = 1;
  manifest.analyzer = Analyzer("en").fingerprint();
  manifest.extractor = kExtractor;
  for (std::size_t s = 0; s < segments.size(); ++s) {
    const auto name = fmt::format("{:06}", s + 1);
    SegmentWriter writer(segment_path(directory, name));
    for (const auto& article : segments[s]) writer.add(article);
    writer.finish();
    manifest.segments.push_back({name, writer.article_count(), writer.event_count(),
                                 s < removed.size() ? removed[s] : std::vector<std::uint32_t>{}});
  }
  write_manifest(directory, manifest);
}

}  // namespace dateline::test
