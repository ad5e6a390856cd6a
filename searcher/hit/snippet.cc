#include "searcher/hit/snippet.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "corpus/article.h"
#include "searcher/hit/copy_for_display.h"
#include "searcher/hit/snippet_passage.h"

namespace dateline {
namespace {

constexpr auto kNoTerm = std::numeric_limits<std::uint32_t>::max();

// A run of tokens with what matches in it.
struct Found {
  std::vector<StoredToken> run;
  std::vector<TextOccurrence> occurrences;
  Passage passage;
  Span block;
};

// Marks that lie in `source`, in order; those that meet are one.
std::vector<Span> marks_in(Span source, const Found& found, const PatternFinder& texts) {
  std::vector<Span> all;
  for (const auto& occurrence : found.occurrences) texts.add_marks(occurrence, found.run, all);
  std::sort(all.begin(), all.end(),
            [](Span a, Span b) { return a.begin != b.begin ? a.begin < b.begin : a.end < b.end; });
  std::vector<Span> marks;
  for (const Span mark : all) {
    if (!source.contains(mark)) continue;
    if (!marks.empty() && mark.begin < marks.back().end) {
      marks.back().end = std::max(marks.back().end, mark.end);
    } else {
      marks.push_back(mark);
    }
  }
  return marks;
}

Snippet cut_to(std::string_view text, Span block, Span source, const std::vector<Span>& marks) {
  Snippet snippet = copy_for_display(text, source, marks);
  snippet.cut_before = source.begin > block.begin;
  snippet.cut_after = source.end < block.end;
  return snippet;
}

Snippet passage_of(std::string_view text, const Found& found, const PatternFinder& texts) {
  const auto source = widened(text, found.block, found.run, found.passage.span, kSnippetBytes);
  return cut_to(text, found.block, source, marks_in(source, found, texts));
}

// Whether a block holds running text. Of other blocks, a snippet shows only what matches, and only
// when no running text does.
bool is_running_text(const BlockRow& block) noexcept {
  const auto kind = static_cast<BlockKind>(block.kind);
  return kind == BlockKind::paragraph || kind == BlockKind::chronology_entry ||
         kind == BlockKind::log_entry;
}

bool is_title_or_heading(const BlockRow& block) noexcept {
  return static_cast<BlockKind>(block.kind) == BlockKind::title || is_heading(block);
}

bool is_wanted(const MentionRow& mention, const SnippetTarget& target) {
  if (mention.kind == MentionKind::country) {
    return std::binary_search(target.countries.begin(), target.countries.end(), mention.value);
  }
  if (mention.kind == MentionKind::organization) {
    return std::find(target.organizations.begin(), target.organizations.end(), mention.value) !=
           target.organizations.end();
  }
  if (mention.kind == MentionKind::person) {
    return mention.value != 0 &&
           std::binary_search(target.countries.begin(), target.countries.end(), mention.value);
  }
  return std::any_of(target.dates.begin(), target.dates.end(),
                     [&](const DayRange& days) { return mention.days.overlaps(days); });
}

std::vector<StoredToken> tokens_in(TokenCursor cursor, Span block) {
  std::vector<StoredToken> run;
  for (StoredToken token; cursor.next(token) && token.span.begin < block.end;) {
    if (token.span.begin >= block.begin) run.push_back(token);
  }
  return run;
}

// Shows the first mention that a filter asks for; without one, the beginning of the first
// paragraph.
Snippet snippet_without_words(const Segment& segment, std::uint32_t article,
                              const SnippetTarget& target) {
  const auto text = segment.text(article);
  const auto blocks = segment.blocks(article);
  const auto shown = [&](Span block, Span passage, const std::vector<Span>& marks) {
    const auto run = tokens_in(segment.article_tokens(article), block);
    return cut_to(text, block, widened(text, block, run, passage, kSnippetBytes), marks);
  };
  auto block = blocks.begin();  // blocks and mentions are both in the order of the text
  for (const MentionRow& mention : segment.mentions(article)) {
    if (mention.span.empty() || !is_wanted(mention, target)) continue;
    while (block != blocks.end() && block->content.end < mention.span.end) ++block;
    if (block == blocks.end()) break;
    if (is_running_text(*block) && block->content.contains(mention.span))
      return shown(block->content, mention.span, {mention.span});
  }
  const auto first = std::find_if(blocks.begin(), blocks.end(), is_running_text);
  if (first == blocks.end()) return {};
  return shown(first->content, {first->content.begin, first->content.begin}, {});
}

// The matches in a title that only the article's description has, and not its text.
std::optional<Snippet> title_snippet(const Segment& segment, std::uint32_t article,
                                     const SnippetTarget& target, Analyzer& analyzer) {
  const auto title = segment.title(article);
  Found found;
  for (const Token& token : analyzer.analyze(title))
    found.run.push_back({segment.terms.find(token.term).value_or(kNoTerm), token.span});
  found.occurrences = target.texts.find(found.run);
  std::erase_if(found.occurrences, [&](const TextOccurrence& occurrence) {
    const auto field = target.texts.patterns()[occurrence.pattern].field;
    return field != TextField::any && field != TextField::title;
  });
  if (found.occurrences.empty()) return std::nullopt;
  const Span whole{0, static_cast<std::uint32_t>(title.size())};
  auto snippet = copy_for_display(title, whole, marks_in(whole, found, target.texts));
  snippet.source = {};
  return snippet;
}

// The events' mentions that a filter asks for.
std::vector<Span> wanted_mentions(const Segment& segment, std::uint32_t event,
                                  const SnippetTarget& target) {
  const Span whole = segment.event(event).span;
  const auto mentions = segment.mentions(segment.article_of(event));
  const auto begins_before = [](const MentionRow& mention, std::uint32_t offset) {
    return mention.span.begin < offset;
  };
  std::vector<Span> marks;
  for (auto row = std::lower_bound(mentions.begin(), mentions.end(), whole.begin, begins_before);
       row != mentions.end() && row->span.begin < whole.end; ++row) {
    const auto& mention = *row;
    if (mention.span.empty() || !whole.contains(mention.span) || !is_wanted(mention, target))
      continue;
    if (marks.empty() || mention.span.begin >= marks.back().end) marks.push_back(mention.span);
  }
  return marks;
}

}  // namespace

Snippet article_snippet(const Segment& segment, std::uint32_t article, const SnippetTarget& target,
                        Analyzer& analyzer) {
  Found best;
  Found best_heading;
  Found found;  // its vectors serve block after block
  auto cursor = segment.article_tokens(article);
  StoredToken token;
  bool more = !target.texts.patterns().empty() && cursor.next(token);
  for (const BlockRow& block : segment.blocks(article)) {
    if (!more) break;
    found.run.clear();
    for (; more && token.span.begin < block.span.end; more = cursor.next(token))
      found.run.push_back(token);
    const bool is_heading_like = is_title_or_heading(block);
    if (!is_running_text(block) && !is_heading_like) continue;
    found.block = block.content;
    found.occurrences = target.texts.find(found.run);
    std::erase_if(found.occurrences, [&](const TextOccurrence& occurrence) {
      return !counts_for(target.texts.patterns()[occurrence.pattern].field, block);
    });
    found.passage = best_passage(target.texts, found.occurrences, found.run, kSnippetBytes);
    auto& rival = is_heading_like ? best_heading : best;
    if (found.passage.weight > rival.passage.weight) std::swap(rival, found);
  }
  const auto text = segment.text(article);
  if (best.passage.weight > 0) return passage_of(text, best, target.texts);
  if (best_heading.passage.weight > 0) return passage_of(text, best_heading, target.texts);
  if (!target.texts.patterns().empty()) {
    if (auto title = title_snippet(segment, article, target, analyzer)) return *title;
  }
  return snippet_without_words(segment, article, target);
}

Snippet event_snippet(const Segment& segment, std::uint32_t event, const SnippetTarget& target) {
  const auto text = segment.text(segment.article_of(event));
  Found found;
  found.block = segment.event(event).span;
  auto cursor = segment.event_tokens(event);
  for (StoredToken token; cursor.next(token);) found.run.push_back(token);
  found.occurrences = target.texts.find(found.run);
  std::erase_if(found.occurrences, [&](const TextOccurrence& occurrence) {
    const auto field = target.texts.patterns()[occurrence.pattern].field;
    return field != TextField::any && field != TextField::text;
  });
  found.passage = best_passage(target.texts, found.occurrences, found.run, kSnippetBytes);
  const bool is_whole = found.block.size() <= 2 * kSnippetBytes;
  if (found.passage.weight > 0) {
    if (!is_whole) return passage_of(text, found, target.texts);
    return copy_for_display(text, found.block, marks_in(found.block, found, target.texts));
  }
  const auto marks = wanted_mentions(segment, event, target);
  if (is_whole) return copy_for_display(text, found.block, marks);
  const Span begin{found.block.begin, found.block.begin};
  const auto source =
      widened(text, found.block, found.run, marks.empty() ? begin : marks.front(), kSnippetBytes);
  auto shown = marks;
  std::erase_if(shown, [&](Span mark) { return !source.contains(mark); });
  return cut_to(text, found.block, source, shown);
}

}  // namespace dateline
