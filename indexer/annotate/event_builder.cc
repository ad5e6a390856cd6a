#include "indexer/annotate/event_builder.h"

#include <xxhash.h>

#include <algorithm>
#include <unordered_map>

#include "indexer/annotate/date_owner.h"
#include "language/words/sentences.h"

namespace dateline {
namespace {

template <typename T>
void sort_unique(std::vector<T>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

void add_sentence_events(const Article& article, std::uint32_t block, Span sentence,
                         const std::vector<Mention>& mentions, std::vector<Event>& events) {
  std::vector<const Mention*> dates;
  std::vector<const Mention*> countries;
  std::vector<std::string> organizations;
  for (const Mention& mention : mentions) {
    if (!sentence.contains(mention.span)) continue;
    if (mention.kind == MentionKind::country) {
      countries.push_back(&mention);
    } else if (mention.kind == MentionKind::organization) {
      organizations.push_back(mention.organization);
    } else if (mention.date.precision <= Precision::decade) {
      dates.push_back(&mention);
    }
  }
  sort_unique(organizations);
  const auto belongs = date_owners(article.text, sentence, countries, dates);
  for (std::size_t j = 0; j < dates.size(); ++j) {
    Event event;
    event.origin = EventOrigin::prose;
    event.span = sentence;
    event.date_span = dates[j]->span;
    event.date = dates[j]->date;
    event.block = block;
    for (std::size_t i = 0; i < countries.size(); ++i) {
      if (belongs[i][j]) event.countries.push_back(countries[i]->country);
    }
    event.organizations = organizations;
    sort_unique(event.countries);
    events.push_back(std::move(event));
  }
}

void add_entry_event(const Article& article, std::uint32_t block, EventOrigin origin,
                     const std::vector<Mention>& mentions, std::vector<Event>& events) {
  Event event;
  event.origin = origin;
  event.span = article.blocks[block].content;
  event.block = block;
  if (origin == EventOrigin::log) {
    event.date.days = *article.published;
  } else {
    const auto head = std::find_if(mentions.begin(), mentions.end(),
                                   [](const Mention& m) { return m.kind == MentionKind::date; });
    if (head == mentions.end()) return;
    event.date = head->date;
    event.date_span = head->span;
  }
  for (const Mention& mention : mentions) {
    if (mention.kind == MentionKind::country) event.countries.push_back(mention.country);
    if (mention.kind == MentionKind::organization)
      event.organizations.push_back(mention.organization);
  }
  sort_unique(event.countries);
  sort_unique(event.organizations);
  events.push_back(std::move(event));
}

}  // namespace

void add_events(const Article& article, std::uint32_t block, const std::vector<Mention>& mentions,
                std::vector<Event>& events) {
  switch (const Block& where = article.blocks[block]; where.kind) {
    case BlockKind::chronology_entry:
      add_entry_event(article, block, EventOrigin::chronology, mentions, events);
      break;
    case BlockKind::log_entry:
      if (article.published) add_entry_event(article, block, EventOrigin::log, mentions, events);
      break;
    case BlockKind::paragraph: {
      const bool dated = std::any_of(mentions.begin(), mentions.end(),
                                     [](const Mention& m) { return m.kind == MentionKind::date; });
      if (!dated) break;
      for (Span sentence : split_sentences(where.content.of(article.text))) {
        sentence.begin += where.content.begin;
        sentence.end += where.content.begin;
        add_sentence_events(article, block, sentence, mentions, events);
      }
      break;
    }
    default:
      break;
  }
}

void finish_events(IndexedArticle& article) {
  std::unordered_map<std::uint32_t, std::uint16_t> seen;
  const auto& tokens = article.tokens;
  for (Event& event : article.events) {
    const auto begins_before = [](const ArticleToken& token, std::uint32_t offset) {
      return token.span.begin < offset;
    };
    const auto first =
        std::lower_bound(tokens.begin(), tokens.end(), event.span.begin, begins_before);
    const auto last = std::lower_bound(first, tokens.end(), event.span.end, begins_before);
    event.first_token = static_cast<std::uint32_t>(first - tokens.begin());
    event.token_count = static_cast<std::uint32_t>(last - first);

    std::string named{event.date_span.of(article.text)};
    named += '\0';
    named += event.span.of(article.text);
    event.hash = static_cast<std::uint32_t>(XXH3_64bits(named.data(), named.size()));
    event.occurrence = seen[event.hash]++;
  }
}

}  // namespace dateline
