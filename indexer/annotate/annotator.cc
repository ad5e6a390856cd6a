#include "indexer/annotate/annotator.h"

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

std::vector<Mention> mentions_of(const Article& article, const Block& block,
                                 const DateContext& context, const Extractor& extractor) {
  const auto text = block.content.of(article.text);
  std::vector<Mention> mentions;
  const auto add = [&](MentionKind kind, Span span, std::string_view rule) -> Mention& {
    Mention& mention = mentions.emplace_back();
    mention.kind = kind;
    mention.span = shifted(span, block.content.begin);
    mention.rule = rule;
    return mention;
  };
  for (const auto& found : extractor.dates().find(text, context)) {
    add(MentionKind::date, found.span, found.rule).date = found.value;
  }
  for (const auto& found : extractor.countries().find(text)) {
    for (const auto code : found.codes) {
      add(MentionKind::country, found.span, found.rule).country = code;
    }
  }
  for (const auto& found : extractor.organizations().find(text)) {
    add(MentionKind::organization, found.span, found.rule).organization = found.value;
  }
  std::stable_sort(mentions.begin(), mentions.end(),
                   [](const Mention& a, const Mention& b) { return a.span.begin < b.span.begin; });
  return mentions;
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
  const auto is_gone = [&](const Event& event) {
    return std::find(gone.begin(), gone.end(), event.date_span) != gone.end();
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
  meta.language = article.language;
  meta.path = article.source_path;
  meta.offsets_in = article.offsets_in_file ? "file" : "text";
  meta.hash = std::move(hash);
  return meta;
}

}  // namespace

Annotator::Annotator(std::string_view language, const Extractor& extractor)
    : analyzer_(language), extractor_(extractor), version_(extractor.version()) {}

void Annotator::tokenize(const Article& article, IndexedArticle& result) {
  std::vector<Token> tokens;
  tokens.reserve(article.text.size() / 6);
  for (const Block& block : article.blocks) {
    analyzer_.analyze(block.content.of(article.text), block.content.begin, tokens);
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
}

IndexedArticle Annotator::annotate(Article&& article) {
  IndexedArticle result;
  result.meta = meta_of(article, content_hash(article));
  result.extractor = version_;
  tokenize(article, result);
  std::optional<DateInterval> previous_head;
  for (std::uint32_t i = 0; i < article.blocks.size(); ++i) {
    const Block& block = article.blocks[i];
    result.blocks.push_back({block.span, block.content, static_cast<std::uint32_t>(block.kind)});
    if (block.kind == BlockKind::byline) continue;  // names of people and of universities
    auto mentions =
        mentions_of(article, block, context_of(article, block, previous_head), extractor_);
    const std::size_t before = result.events.size();
    add_events(article, i, mentions, result.events);
    if (block.kind == BlockKind::chronology_entry && result.events.size() > before) {
      previous_head = result.events.back().date.days;
    }
    leave_out_dates(extractor_.overrides(), mentions, result.events, before);
    result.mentions.insert(result.mentions.end(), mentions.begin(), mentions.end());
  }
  result.about = focus_of(result, extractor_.countries());
  result.text = std::move(article.text);
  result.page_starts = std::move(article.page_starts);
  finish_events(result);
  return result;
}

}  // namespace dateline
