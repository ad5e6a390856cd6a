#include "indexer/annotate/annotator.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <iterator>
#include <string>

#include "indexer/annotate/article_parts.h"
#include "indexer/annotate/chronology_dates.h"
#include "indexer/annotate/event_builder.h"
#include "indexer/annotate/focus.h"
#include "indexer/annotate/sections.h"
#include "language/words/english.h"
#include "language/words/string_table.h"

namespace dateline {
namespace {

// Whether an article's tag says English, or nothing.
bool is_english_tag(std::string_view language) noexcept {
  return language.empty() || language == "und" || language == "en" || language.starts_with("en-");
}

// Where the first part of `rest` ends, which is too long for one.
std::uint32_t part_end(std::string_view text, Span rest) {
  const auto part = Span{rest.begin, rest.begin + Annotator::kMaxPartBytes}.of(text);
  const auto space = part.find_last_of(" \t\n\r");
  if (space != std::string_view::npos) {
    return rest.begin + static_cast<std::uint32_t>(space) + 1;
  }
  const auto is_inside = [&](std::uint32_t at) {
    return (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
  };
  auto end = rest.begin + Annotator::kMaxPartBytes;
  while (is_inside(end)) --end;
  return end;
}

// Gives `take` the block in parts, until a stop is requested. @return false then.
template <typename Take>
bool each_part(std::string_view text, Span block, const std::stop_token& stop, Take take) {
  while (!stop.stop_requested()) {
    if (block.size() <= Annotator::kMaxPartBytes) {
      take(block);
      return true;
    }
    const auto end = part_end(text, block);
    take(Span{block.begin, end});
    block.begin = end;
  }
  return false;
}

// Reads a part of a block, or a title.
ReadPart read_part(std::string_view text, Span part, const DateContext& context,
                   const Extractor& extractor, Sections& sections, bool dates) {
  sections.thread().offset = part.begin;
  ReadPart read;
  read.span = part;
  if (dates) read.dates = extractor.dates().find(text, context, sections.thread());
  read.words = scan_words(text);
  const ScannedText scanned{text, read.words};
  read.countries = extractor.countries().find(scanned, sections.countries());
  read.organizations = extractor.organizations().find(scanned);
  return read;
}

// A title that only the metadata has is read as a heading is, with sections of its own: what it
// says rules nothing below it.
std::optional<ReadPart> read_title(const Article& article, const Extractor& extractor,
                                   Sections sections) {
  const bool in_text = std::any_of(article.blocks.begin(), article.blocks.end(),
                                   [](const Block& b) { return b.kind == BlockKind::title; });
  const auto size = static_cast<std::uint32_t>(article.title.size());
  if (in_text || size == 0 || size > Annotator::kMaxPartBytes) return std::nullopt;
  if (!is_english(article.title, is_english_tag(article.language))) return std::nullopt;
  DateContext context;
  context.anchor = article.published;
  return read_part(article.title, {0, size}, context, extractor, sections, true);
}

// Takes out the dates of rules that are switched off, with the events, from `first` on, that they
// date. Only now: an entry without its head would be dated by the next date in it.
void leave_out_dates(const NameOverrides& overrides, std::vector<Mention>& mentions,
                     std::vector<Event>& events, std::size_t first) {
  if (overrides.rules_off.empty()) return;
  std::vector<Span> gone;
  std::erase_if(mentions, [&](const Mention& m) {
    const bool off = m.kind == MentionKind::date && overrides.is_off(m.rule);
    if (off) gone.push_back(m.span);
    return off;
  });
  const auto begins_before = [](Span a, Span b) { return a.begin < b.begin; };
  const auto is_gone = [&](const Event& event) {
    const auto [from, to] =
        std::equal_range(gone.begin(), gone.end(), event.date_span, begins_before);
    return std::find(from, to, event.date_span) != to;
  };
  if (gone.empty()) return;
  const auto from = events.begin() + static_cast<std::ptrdiff_t>(first);
  events.erase(std::remove_if(from, events.end(), is_gone), events.end());
}

ArticleMeta meta_of(const Article& article, std::string hash) {
  ArticleMeta meta;
  meta.id = article.id;
  meta.title = article.title;
  for (const auto& author : article.authors) meta.authors.push_back(author.name);
  meta.published = article.published;
  meta.published_source = source_name(article.published_source);
  meta.published_from = article.published_from;
  meta.language = article.language;
  meta.title_source = source_name(article.title_source);
  meta.authors_source = source_name(article.authors_source);
  meta.language_source = source_name(article.language_source);
  meta.path = article.source_path;
  meta.offsets_in = article.offsets_in_file ? "file" : "text";
  meta.hash = std::move(hash);
  return meta;
}

constexpr std::size_t kBytesOfWord = 6;  // with the space behind it

// Numbers the terms of an article, and notes its words with the terms that they become. Keeps the
// views of the tokens.
class Vocabulary {
 public:
  Vocabulary(IndexedArticle& article, std::size_t text_bytes)
      : article_(article), ids_{expected_terms(text_bytes)}, words_{expected_terms(text_bytes)} {}

  std::uint32_t id_of(const Token& token) {
    const auto id = added(ids_, token.term, article_.vocabulary.size());
    if (id == article_.vocabulary.size()) article_.vocabulary.emplace_back(token.term);
    const auto word = added(words_, token.word, article_.words.size());
    if (word == article_.words.size()) article_.words.emplace_back(token.word, id);
    return id;
  }

 private:
  // As measured on articles of a page; longer ones repeat their words.
  static constexpr std::size_t expected_terms(std::size_t text_bytes) noexcept {
    constexpr std::size_t kBytesOfNewTerm = 12;
    constexpr std::size_t kMost = 1024;
    return std::min(text_bytes / kBytesOfNewTerm, kMost);
  }

  static std::uint32_t added(StringTable& table, std::string_view key, std::size_t next) {
    return table.insert(key, static_cast<std::uint32_t>(next));
  }

  IndexedArticle& article_;
  StringTable ids_;
  StringTable words_;
};

}  // namespace

std::string limit_problem(std::string_view id, std::string_view limit) {
  return fmt::format("article {}: {}", id, limit);
}

std::vector<std::string> Annotator::Limits::lines() const {
  std::vector<std::string> all;
  if (long_blocks > 0) {
    all.push_back(fmt::format(
        "{} of more than {} KiB read in parts: what lies across two of them is not found",
        long_blocks == 1 ? "a paragraph" : fmt::format("{} paragraphs", long_blocks),
        Annotator::kMaxPartBytes >> 10U));
  }
  if (foreign_blocks > 0) {
    all.push_back(fmt::format(
        "{} not in English: no dates, countries, organizations and persons are looked for in {}",
        foreign_blocks == 1 ? "a paragraph is" : fmt::format("{} paragraphs are", foreign_blocks),
        foreign_blocks == 1 ? "it" : "them"));
  }
  if (long_sentences > 0) {
    all.push_back(fmt::format(
        "no events of {} with more than {} dates or {} bytes",
        long_sentences == 1 ? "a sentence" : fmt::format("{} sentences", long_sentences),
        kMaxSentenceDates, kMaxSentenceBytes));
  }
  return all;
}

Annotator::Annotator(std::string_view language, const Extractor& extractor)
    : analyzer_(language), extractor_(extractor), version_(extractor.version()) {}

// @return false when a stop was requested.
bool Annotator::tokenize(const Article& article, const std::stop_token& stop,
                         IndexedArticle& result) {
  std::vector<Token> tokens;  // of a part: words take ten times the room of what is kept of them
  auto words = analyzer_.begin_text();
  Vocabulary vocabulary(result, article.text.size());
  const auto analyze = [&](std::string_view text,
                           std::uint32_t begin) -> const std::vector<Token>& {
    tokens.clear();
    words.add(text, begin, tokens);
    return tokens;
  };
  result.tokens.reserve(article.text.size() / kBytesOfWord);
  for (const Block& block : article.blocks) {
    const auto add_part = [&](Span part) {
      for (const Token& token : analyze(part.of(article.text), part.begin))
        result.tokens.push_back({vocabulary.id_of(token), token.span});
    };
    if (!each_part(article.text, block.content, stop, add_part)) return false;
  }
  for (const Token& token : analyze(article.title, 0))
    result.title_terms.push_back(vocabulary.id_of(token));
  for (const auto& author : article.authors) {
    for (const Token& token : analyze(author.name, 0))
      result.author_terms.push_back(vocabulary.id_of(token));
  }
  return true;
}

// @return false when a stop was requested.
bool Annotator::read(const Article& article, const std::stop_token& stop, ReadArticle& read,
                     Limits& met) const {
  ChronologyDates chronology(article, extractor_.dates());
  Sections sections(article);
  const bool english = is_english_tag(article.language);
  read.title = read_title(article, extractor_, sections);
  for (std::uint32_t i = 0; i < article.blocks.size(); ++i) {
    const Block& block = article.blocks[i];
    auto context = chronology.context_of(block);
    if (!has_mentions(block.kind)) continue;
    if (!is_english(block.content.of(article.text), english)) {
      ++met.foreign_blocks;
      continue;
    }
    sections.go_to(block);
    const bool dates = !sections.in_references() || sections.thread().is_heading;
    ReadBlock& reading = read.blocks.emplace_back();
    reading.number = i;
    reading.written = chronology.written();
    reading.dated = chronology.dated();
    Span text = block.content;
    text.begin = chronology.text_begin();
    if (block.kind == BlockKind::chronology_date && reading.written) text.begin = text.end;
    const auto add_part = [&](Span part) {
      reading.parts.push_back(
          read_part(part.of(article.text), part, context, extractor_, sections, dates));
      if (block.kind == BlockKind::chronology_entry && !context.head) {
        context.is_entry = false;  // its head is read
      }
    };
    if (!text.empty() && !each_part(article.text, text, stop, add_part)) return false;
    sections.leave(block);
    if (block.content.size() > kMaxPartBytes) ++met.long_blocks;
    if (block.kind == BlockKind::chronology_entry) {
      if (const auto head = reading.head()) chronology.entry_was(*head);
    }
  }
  return true;
}

// @return false when a stop was requested.
bool Annotator::extract(const Article& article, const std::stop_token& stop,
                        IndexedArticle& result) const {
  for (std::uint32_t i = 0; i < article.blocks.size(); ++i) {
    const Block& block = article.blocks[i];
    result.blocks.push_back({block.span, block.content, static_cast<std::uint32_t>(block.kind)});
  }
  Limits met;
  ReadArticle reading;
  if (!read(article, stop, reading, met)) return false;
  auto found = mentions_of(article, reading, extractor_.persons());
  result.subjects = std::move(found.subjects);
  result.mentions = std::move(found.title);
  for (std::size_t i = 0; i < reading.blocks.size(); ++i) {
    const auto& block = reading.blocks[i];
    auto& mentions = found.blocks[i];
    const std::size_t before = result.events.size();
    met.long_sentences +=
        add_events({article, block.number, mentions, result.subjects, block.dated}, result.events);
    leave_out_dates(extractor_.overrides(), mentions, result.events, before);
    result.mentions.insert(result.mentions.end(), std::make_move_iterator(mentions.begin()),
                           std::make_move_iterator(mentions.end()));
  }
  result.limits_met = met.lines();
  return true;
}

std::optional<IndexedArticle> Annotator::annotate(Article&& article, const std::stop_token& stop) {
  IndexedArticle result;
  result.meta = meta_of(article, content_hash(article));
  result.extractor = version_;
  const auto heeded = article.text.size() > kSmallBytes ? stop : std::stop_token{};
  if (!tokenize(article, heeded, result) || !extract(article, heeded, result)) return std::nullopt;
  result.about = focus_of(result, extractor_.countries());
  result.text = std::move(article.text);
  result.page_starts = std::move(article.page_starts);
  finish_events(result);
  return result;
}

}  // namespace dateline
