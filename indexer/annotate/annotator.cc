#include "indexer/annotate/annotator.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "indexer/annotate/event_builder.h"
#include "indexer/annotate/focus.h"

namespace dateline {
namespace {

Span shifted(Span span, std::uint32_t by) noexcept { return {span.begin + by, span.end + by}; }

DateContext context_of(const Article& article, const Block& block,
                       const std::optional<DateInterval>& previous_head) {
  DateContext context;
  context.anchor = article.published;
  if (block.kind == BlockKind::chronology_entry) {
    context.is_entry = true;
    context.previous_head = previous_head;
  } else if (block.kind == BlockKind::log_entry) {
    context.is_entry = true;
    context.head = article.published;
  }
  return context;
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

/// A part of a block, with what the finders of dates, countries and organizations find in it.
struct ReadPart {
  std::uint32_t block = 0;
  Span span;  ///< in the article's text
  std::vector<DateMention> dates;
  std::vector<CountryMention> countries;
  std::vector<OrganizationMention> organizations;
};

ReadPart read_part(std::string_view whole, std::uint32_t block, Span span,
                   const DateContext& context, const Extractor& extractor) {
  const auto text = span.of(whole);
  return {block, span, extractor.dates().find(text, context), extractor.countries().find(text),
          extractor.organizations().find(text)};
}

// Appends the mentions in a part of a block.
void add_mentions(const ReadPart& part, std::vector<Mention>& mentions) {
  const auto add = [&](MentionKind kind, Span span, std::string_view rule) -> Mention& {
    Mention& mention = mentions.emplace_back();
    mention.kind = kind;
    mention.span = shifted(span, part.span.begin);
    mention.rule = rule;
    return mention;
  };
  for (const auto& found : part.dates) {
    add(MentionKind::date, found.span, found.rule).date = found.value;
  }
  for (const auto& found : part.countries) {
    for (const auto code : found.codes) {
      add(MentionKind::country, found.span, found.rule).country = code;
    }
  }
  for (const auto& found : part.organizations) {
    add(MentionKind::organization, found.span, found.rule).organization = found.value;
  }
}

// Appends the persons in a part; what proves one may stand in another.
void add_persons(const std::vector<PersonMention>& persons, const std::vector<ReadPart>& parts,
                 std::size_t part, std::vector<Mention>& mentions) {
  for (const auto& found : persons) {
    Mention& mention = mentions.emplace_back();
    mention.kind = MentionKind::person;
    mention.span = shifted(found.span, parts[part].span.begin);
    mention.rule = found.rule;
    mention.person = found.identity;
    if (found.country) mention.country = *found.country;
    mention.organization = found.organization;
    if (!found.proof.empty() && found.proof_text < parts.size()) {
      mention.proof = shifted(found.proof, parts[found.proof_text].span.begin);
    }
  }
}

// The date that heads an entry: the first in its parts, from `first` on.
std::optional<DateInterval> head_of(const std::vector<ReadPart>& parts, std::size_t first) {
  for (std::size_t i = first; i < parts.size(); ++i) {
    if (!parts[i].dates.empty()) return parts[i].dates.front().value.days;
  }
  return std::nullopt;
}

/// The persons of an article.
struct Persons {
  std::vector<std::vector<PersonMention>> of_parts;
  std::vector<CountryCode> subjects;  ///< the two countries that its title or chronology is about
};

// Both countries of a title that names exactly two.
void take_subjects(const std::vector<CountryMention>& named, std::vector<CountryCode>& subjects) {
  if (!subjects.empty()) return;
  for (const auto& mention : named) {
    subjects.insert(subjects.end(), mention.codes.begin(), mention.codes.end());
  }
  std::sort(subjects.begin(), subjects.end());
  subjects.erase(std::unique(subjects.begin(), subjects.end()), subjects.end());
  if (subjects.size() != 2) subjects.clear();
}

Persons find_persons(const Article& article, const std::vector<ReadPart>& parts,
                     const Extractor& extractor) {
  Persons persons;
  std::vector<PersonSource> sources;
  sources.reserve(parts.size() + 1);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const ReadPart& part = parts[i];
    const BlockKind kind = article.blocks[part.block].kind;
    PersonSource source{part.span.of(article.text), part.dates, part.countries, part.organizations};
    if (kind == BlockKind::log_entry) source.head = article.published;
    if (kind == BlockKind::chronology_entry) {
      std::size_t first = i;
      while (first > 0 && parts[first - 1].block == part.block) --first;
      source.head = head_of(parts, first);
    }
    source.is_title = kind == BlockKind::title || kind == BlockKind::chronology_heading;
    if (source.is_title) take_subjects(part.countries, persons.subjects);
    sources.push_back(source);
  }
  // A title that the metadata alone have.
  const auto in_title = extractor.countries().find(article.title);
  take_subjects(in_title, persons.subjects);
  PersonSource title;
  title.text = article.title;
  title.countries = in_title;
  title.is_title = true;
  sources.push_back(title);
  persons.of_parts = extractor.persons().find(sources, article.published);
  return persons;
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

/// How often the text met a limit.
struct Limits {
  std::size_t long_blocks = 0;
  std::size_t long_sentences = 0;

  [[nodiscard]] std::vector<std::string> told() const {
    std::vector<std::string> lines;
    if (long_blocks > 0) {
      lines.push_back(fmt::format(
          "{} of more than {} KiB read in parts: what lies across two of them is not found",
          long_blocks == 1 ? "a paragraph" : fmt::format("{} paragraphs", long_blocks),
          Annotator::kMaxPartBytes >> 10U));
    }
    if (long_sentences > 0) {
      lines.push_back(fmt::format(
          "no events of {} with more than {} dates or {} bytes",
          long_sentences == 1 ? "a sentence" : fmt::format("{} sentences", long_sentences),
          kMaxSentenceDates, kMaxSentenceBytes));
    }
    return lines;
  }
};

ArticleMeta meta_of(const Article& article, std::string hash) {
  ArticleMeta meta;
  meta.id = article.id;
  meta.title = article.title;
  for (const auto& author : article.authors) meta.authors.push_back(author.name);
  meta.published = article.published;
  meta.published_source = source_name(article.published_source);
  meta.language = article.language;
  meta.path = article.source_path;
  meta.offsets_in = article.offsets_in_file ? "file" : "text";
  meta.hash = std::move(hash);
  return meta;
}

}  // namespace

std::string limit_problem(std::string_view id, std::string_view limit) {
  return fmt::format("article {}: {}", id, limit);
}

Annotator::Annotator(std::string_view language, const Extractor& extractor)
    : analyzer_(language), extractor_(extractor), version_(extractor.version()) {}

// @return false when a stop was requested.
bool Annotator::tokenize(const Article& article, const std::stop_token& stop,
                         IndexedArticle& result) {
  std::vector<Token> tokens;
  tokens.reserve(article.text.size() / 6);
  const auto analyze = [&](Span part) {
    analyzer_.analyze(part.of(article.text), part.begin, tokens);
  };
  for (const Block& block : article.blocks) {
    if (!each_part(article.text, block.content, stop, analyze)) return false;
  }
  const std::size_t in_text = tokens.size();
  analyzer_.analyze(article.title, 0, tokens);
  const std::size_t with_title = tokens.size();
  for (const auto& author : article.authors) analyzer_.analyze(author.name, 0, tokens);

  std::unordered_map<std::string_view, std::uint32_t> ids;
  const auto id_of = [&](std::string_view term) {
    const auto [found, added] =
        ids.try_emplace(term, static_cast<std::uint32_t>(result.vocabulary.size()));
    if (added) result.vocabulary.emplace_back(term);
    return found->second;
  };
  std::unordered_set<std::string_view> words;
  result.tokens.reserve(in_text);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const auto id = id_of(tokens[i].term);
    if (words.insert(tokens[i].word).second) result.words.emplace_back(tokens[i].word, id);
    if (i < in_text) {
      result.tokens.push_back({id, tokens[i].span});
    } else if (i < with_title) {
      result.title_terms.push_back(id);
    } else {
      result.author_terms.push_back(id);
    }
  }
  return true;
}

// @return false when a stop was requested.
bool Annotator::extract(const Article& article, const std::stop_token& stop,
                        IndexedArticle& result) const {
  Limits met;
  std::vector<ReadPart> parts;
  std::optional<DateInterval> previous_head;
  for (std::uint32_t i = 0; i < article.blocks.size(); ++i) {
    const Block& block = article.blocks[i];
    result.blocks.push_back({block.span, block.content, static_cast<std::uint32_t>(block.kind)});
    if (block.kind == BlockKind::byline) continue;  // names of people and of universities
    auto context = context_of(article, block, previous_head);
    const std::size_t first = parts.size();
    const auto add_part = [&](Span span) {
      parts.push_back(read_part(article.text, i, span, context, extractor_));
      if (block.kind == BlockKind::chronology_entry) context.is_entry = false;  // its head is read
    };
    if (!each_part(article.text, block.content, stop, add_part)) return false;
    if (block.content.size() > kMaxPartBytes) ++met.long_blocks;
    if (block.kind == BlockKind::chronology_entry) {
      if (const auto head = head_of(parts, first)) previous_head = head;
    }
  }
  const Persons persons = find_persons(article, parts, extractor_);
  for (std::size_t next = 0; next < parts.size();) {
    const std::uint32_t block = parts[next].block;
    std::vector<Mention> mentions;
    for (; next < parts.size() && parts[next].block == block; ++next) {
      add_mentions(parts[next], mentions);
      add_persons(persons.of_parts[next], parts, next, mentions);
    }
    std::stable_sort(mentions.begin(), mentions.end(), [](const Mention& a, const Mention& b) {
      return a.span.begin < b.span.begin;
    });
    const std::size_t before = result.events.size();
    met.long_sentences += add_events(article, block, mentions, persons.subjects, result.events);
    leave_out_dates(extractor_.overrides(), mentions, result.events, before);
    result.mentions.insert(result.mentions.end(), mentions.begin(), mentions.end());
  }
  result.subjects = persons.subjects;
  result.limits_met = met.told();
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
