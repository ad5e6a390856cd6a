#include "indexer/annotate/event_builder.h"

#include <xxhash.h>

#include <algorithm>
#include <limits>
#include <span>
#include <string_view>
#include <unordered_map>

#include "corpus/structure/credits.h"
#include "indexer/annotate/date_owner.h"
#include "language/persons/two_sides.h"
#include "language/words/sentences.h"

namespace dateline {
namespace {

// What a row of an event has room for.
constexpr std::uint32_t kMaxOccurrence = std::numeric_limits<std::uint16_t>::max();

std::uint32_t hash_of(std::string_view bytes) noexcept {
  return static_cast<std::uint32_t>(XXH3_64bits(bytes.data(), bytes.size()));
}

std::uint32_t hash_behind(std::uint32_t hash) noexcept {
  return static_cast<std::uint32_t>(XXH3_64bits(&hash, sizeof hash));
}

template <typename T>
void sort_unique(std::vector<T>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

/// What was found in one sentence, in order of the text.
struct SentenceMentions {
  std::vector<const Mention*> dates;  ///< of decade precision or finer
  std::vector<const Mention*> countries;
  std::vector<const Mention*> organizations;
  std::vector<const Mention*> persons;
};

SentenceMentions mentions_in(Span sentence, std::span<const Mention> mentions) {
  SentenceMentions found;
  for (const Mention& mention : mentions) {
    if (!sentence.contains(mention.span)) continue;
    if (mention.kind == MentionKind::country) {
      found.countries.push_back(&mention);
    } else if (mention.kind == MentionKind::organization) {
      found.organizations.push_back(&mention);
    } else if (mention.kind == MentionKind::person) {
      found.persons.push_back(&mention);
    } else if (mention.date.precision <= Precision::decade) {
      found.dates.push_back(&mention);
    }
  }
  return found;
}

// Each event has a part in each word, country and organization of its sentence.
bool is_within_limits(Span sentence, const SentenceMentions& found) noexcept {
  return found.dates.empty() ||
         (sentence.size() <= kMaxSentenceBytes && found.dates.size() <= kMaxSentenceDates);
}

// Adds whoever acts to an event, whose countries are those that it names so far.
void add_acting(std::string_view text, std::vector<CountryCode> acting,
                const std::vector<CountryCode>& subjects, Event& event) {
  sort_unique(event.countries);
  const auto is_subject = [&](CountryCode code) {
    return std::find(subjects.begin(), subjects.end(), code) != subjects.end();
  };
  const auto others = std::count_if(event.countries.begin(), event.countries.end(),
                                    [&](CountryCode code) { return !is_subject(code); });
  const bool of_two = subjects.size() == 2 && others < 2 && has_words_of_two_sides(text);
  if (of_two) acting.insert(acting.end(), subjects.begin(), subjects.end());
  sort_unique(acting);
  std::erase_if(acting, [&](CountryCode code) {
    return std::binary_search(event.countries.begin(), event.countries.end(), code);
  });
  event.countries.insert(event.countries.end(), acting.begin(), acting.end());
  event.acting = std::move(acting);
  sort_unique(event.countries);
  sort_unique(event.persons);
}

void add_sentence_events(const EventSource& source, Span sentence, const SentenceMentions& found,
                         std::vector<Event>& events) {
  if (found.dates.empty()) return;
  std::vector<std::string> organizations;
  organizations.reserve(found.organizations.size());
  for (const auto* mention : found.organizations) organizations.push_back(mention->organization);
  sort_unique(organizations);
  std::vector<std::string> persons;
  std::vector<CountryCode> acting;
  for (const auto* mention : found.persons) {
    persons.push_back(mention->person);
    if (mention->acts_for_country()) acting.push_back(mention->country);
  }
  const std::string_view text = source.article.text;
  const auto belongs = date_owners(text, sentence, found.countries, found.dates);
  for (std::size_t j = 0; j < found.dates.size(); ++j) {
    Event event;
    event.origin = EventOrigin::prose;
    event.span = sentence;
    event.date_span = found.dates[j]->span;
    event.date = found.dates[j]->date;
    event.block = source.block;
    for (std::size_t i = 0; i < found.countries.size(); ++i) {
      if (belongs[i][j]) event.countries.push_back(found.countries[i]->country);
    }
    event.organizations = organizations;
    event.persons = persons;
    add_acting(sentence.of(text), acting, source.subjects, event);
    events.push_back(std::move(event));
  }
}

// @return how many sentences are beyond the limits.
std::size_t add_paragraph_events(const EventSource& source, std::vector<Event>& events) {
  const auto content = source.article.blocks[source.block].content;
  const auto& mentions = source.mentions;
  std::size_t left_out = 0;
  auto next = mentions.begin();  // sentences and mentions go on side by side
  for (Span sentence : split_sentences(content.of(source.article.text))) {
    sentence.begin += content.begin;
    sentence.end += content.begin;
    while (next != mentions.end() && next->span.begin < sentence.begin) ++next;
    const auto first = next;
    while (next != mentions.end() && next->span.begin < sentence.end) ++next;
    const auto found = mentions_in(sentence, {first, next});
    if (is_within_limits(sentence, found)) {
      add_sentence_events(source, sentence, found, events);
    } else {
      ++left_out;
    }
  }
  return left_out;
}

void add_entry_event(const EventSource& source, std::vector<Event>& events) {
  Event event;
  const Article& article = source.article;
  const auto& mentions = source.mentions;
  const Block& where = article.blocks[source.block];
  const bool log = where.kind == BlockKind::log_entry;
  event.origin = log ? EventOrigin::log : EventOrigin::chronology;
  event.span = where.content;
  event.block = source.block;
  if (log) {
    const auto credits = Span{where.content.end, where.span.end}.of(article.text);
    event.span.end += static_cast<std::uint32_t>(brackets_end(credits));
    event.sources = parse_credits(credits);
    event.date.days = *article.published;
  } else if (source.dated) {
    event.date = source.dated->value;
    event.date_span = source.dated->span;
  } else {
    const auto head = std::find_if(mentions.begin(), mentions.end(),
                                   [](const Mention& m) { return m.kind == MentionKind::date; });
    if (head == mentions.end()) return;
    event.date = head->date;
    event.date_span = head->span;
  }
  std::vector<CountryCode> acting;
  for (const Mention& mention : mentions) {
    if (mention.kind == MentionKind::person) event.persons.push_back(mention.person);
    if (mention.acts_for_country()) acting.push_back(mention.country);
    if (mention.kind == MentionKind::country) event.countries.push_back(mention.country);
    if (mention.kind == MentionKind::organization)
      event.organizations.push_back(mention.organization);
  }
  add_acting(event.span.of(article.text), std::move(acting), source.subjects, event);
  sort_unique(event.organizations);
  events.push_back(std::move(event));
}

}  // namespace

std::size_t add_events(const EventSource& source, std::vector<Event>& events) {
  switch (source.article.blocks[source.block].kind) {
    case BlockKind::chronology_entry:
      add_entry_event(source, events);
      break;
    case BlockKind::log_entry:
      if (source.article.published) add_entry_event(source, events);
      break;
    case BlockKind::paragraph: {
      const bool has_date =
          std::any_of(source.mentions.begin(), source.mentions.end(),
                      [](const Mention& m) { return m.kind == MentionKind::date; });
      if (has_date) return add_paragraph_events(source, events);
      break;
    }
    default:
      break;
  }
  return 0;
}

void finish_events(IndexedArticle& article) {
  std::unordered_map<std::uint32_t, std::uint32_t> seen;
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
    event.hash = hash_of(named);
    // Of more than may be counted, some are named by another hash.
    while (seen[event.hash] > kMaxOccurrence) event.hash = hash_behind(event.hash);
    event.occurrence = static_cast<std::uint16_t>(seen[event.hash]++);
  }
}

}  // namespace dateline
