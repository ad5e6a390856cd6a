#include "searcher/snippet.h"

#include <algorithm>
#include <deque>

#include "corpus/article.h"
#include "language/sentences.h"
#include "language/utf8.h"

namespace dateline {
namespace {

// A matching token: which of the target's terms, and where.
struct Match {
  std::size_t term;
  Span span;
};

std::vector<Match> matches_in(TokenCursor cursor, const SnippetTarget& target) {
  std::vector<Match> matches;
  if (target.terms.empty()) return matches;
  for (StoredToken token; cursor.next(token);) {
    const auto found = std::lower_bound(target.terms.begin(), target.terms.end(), token.term);
    if (found == target.terms.end() || *found != token.term) continue;
    matches.push_back({static_cast<std::size_t>(found - target.terms.begin()), token.span});
  }
  return matches;
}

struct Passage {
  Span span;
  double weight = 0;
};

// The window over the matches of one block, at most kSnippetBytes wide, in which different terms
// weigh most; a repeated word adds a little, so that of two windows the denser wins.
Passage best_passage(const std::vector<Match>& matches, const SnippetTarget& target) {
  constexpr double kRepeat = 0.05;
  Passage best;
  std::deque<std::size_t> window;
  std::vector<std::uint32_t> seen(target.terms.size());
  double weight = 0;
  const auto part = [&](std::size_t i, bool first) {
    return target.weights[matches[i].term] * (first ? 1 : kRepeat);
  };
  for (std::size_t i = 0; i < matches.size(); ++i) {
    window.push_back(i);
    weight += part(i, seen[matches[i].term]++ == 0);
    while (matches[i].span.end - matches[window.front()].span.begin > kSnippetBytes &&
           window.front() != i) {
      const auto leaving = window.front();
      window.pop_front();
      weight -= part(leaving, --seen[matches[leaving].term] == 0);
    }
    if (weight > best.weight + 1e-9)
      best = {{matches[window.front()].span.begin, matches[i].span.end}, weight};
  }
  return best;
}

bool is_space(char c) noexcept { return c == ' ' || (c >= '\t' && c <= '\r'); }

// Moves a cut to the nearest word boundary inside, so that no word is halved.
std::uint32_t cut_begin(std::string_view text, std::uint32_t begin, std::uint32_t limit) {
  while (begin < limit && !is_space(text[begin])) ++begin;
  while (begin < limit && is_space(text[begin])) ++begin;
  return begin;
}
std::uint32_t cut_end(std::string_view text, std::uint32_t end, std::uint32_t limit) {
  while (end > limit && !is_space(text[end])) --end;
  while (end > limit && is_space(text[end - 1])) --end;
  return end;
}

// Widens a passage within its block: back to the begin of its sentence where that fits, then
// forward.
Span widened(std::string_view text, Span block, Span passage) {
  constexpr std::uint32_t kLead = 160;
  std::uint32_t begin = block.begin;
  for (const Span sentence : split_sentences(block.of(text))) {
    if (block.begin + sentence.begin <= passage.begin) begin = block.begin + sentence.begin;
  }
  const auto lead = std::min<std::uint32_t>(
      kLead, kSnippetBytes - std::min<std::uint32_t>(kSnippetBytes, passage.size()));
  if (passage.begin - begin > lead) begin = cut_begin(text, passage.begin - lead, passage.begin);
  std::uint32_t end = block.end;
  if (end - begin > kSnippetBytes) {
    const auto wanted = std::max(static_cast<std::uint32_t>(begin + kSnippetBytes), passage.end);
    if (wanted < end) end = cut_end(text, wanted, passage.end);
  }
  return {begin, end};
}

Snippet make_snippet(std::string_view text, Span block, Span passage,
                     const std::vector<Match>& matches) {
  const Span source = widened(text, block, passage);
  std::vector<Span> marks;
  for (const Match& match : matches) {
    if (source.contains(match.span)) marks.push_back(match.span);
  }
  Snippet snippet = copy_for_display(text, source, marks);
  snippet.cut_before = source.begin > block.begin;
  snippet.cut_after = source.end < block.end;
  return snippet;
}

// Only blocks that hold running text: titles and headings show beside a snippet anyway.
bool is_shown(const BlockRow& block) noexcept {
  const auto kind = static_cast<BlockKind>(block.kind);
  return kind == BlockKind::paragraph || kind == BlockKind::chronology_entry ||
         kind == BlockKind::log_entry;
}

bool is_wanted(const MentionRow& mention, const SnippetTarget& target) {
  if (mention.kind == MentionKind::country) {
    return std::binary_search(target.countries.begin(), target.countries.end(), mention.value);
  }
  if (mention.kind == MentionKind::organization) {
    return std::find(target.organizations.begin(), target.organizations.end(), mention.value) !=
           target.organizations.end();
  }
  return std::any_of(target.dates.begin(), target.dates.end(),
                     [&](const DayRange& days) { return mention.days.overlaps(days); });
}

// The first place that a filter was satisfied by, and else the begin of the first paragraph.
Snippet snippet_without_words(const Segment& segment, std::uint32_t article,
                              const SnippetTarget& target) {
  const auto text = segment.text(article);
  const auto blocks = segment.blocks[article];
  for (const MentionRow& mention : segment.mentions[article]) {
    if (!is_wanted(mention, target)) continue;
    for (const BlockRow& block : blocks) {
      if (is_shown(block) && block.content.contains(mention.span)) {
        return make_snippet(text, block.content, mention.span, {{0, mention.span}});
      }
    }
  }
  const auto first = std::find_if(blocks.begin(), blocks.end(), is_shown);
  if (first == blocks.end()) return {};
  return make_snippet(text, first->content, {first->content.begin, first->content.begin}, {});
}

bool is_control(char32_t c) noexcept { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

bool is_punctuation(char c) noexcept {
  constexpr std::string_view kPunctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
  return kPunctuation.find(c) != std::string_view::npos;
}

// A run of asterisks that can either open or close emphasis, by what stands on its sides. One that
// could do both ("4*5") or neither (" * ") is taken for text. Source: CommonMark 0.30,
// "left-flanking delimiter run".
bool is_emphasis(std::string_view text, Span source, std::size_t at) {
  std::size_t begin = at;
  std::size_t end = at;
  while (begin > source.begin && text[begin - 1] == '*') --begin;
  while (end < source.end && text[end] == '*') ++end;
  if (end - begin > 3) return false;
  const char before = begin == source.begin ? ' ' : text[begin - 1];
  const char after = end == source.end ? ' ' : text[end];
  const auto flanks = [](char inside, char outside) {
    return !is_space(inside) &&
           (!is_punctuation(inside) || is_space(outside) || is_punctuation(outside));
  };
  return flanks(after, before) != flanks(before, after);
}

// Whether the character at `at` is markup, or would command a terminal, rather than text.
bool is_left_out(char32_t c, std::string_view text, Span source, std::size_t at) {
  if (c == U'*') return is_emphasis(text, source, at);
  if (c == U'\\') return at + 1 < source.end && is_punctuation(text[at + 1]);
  return is_control(c);
}

}  // namespace

Snippet article_snippet(const Segment& segment, std::uint32_t article,
                        const SnippetTarget& target) {
  const auto matches = matches_in(segment.article_tokens(article), target);
  Passage best;
  Span best_block;
  std::vector<Match> best_matches;
  std::size_t next = 0;
  for (const BlockRow& block : segment.blocks[article]) {
    std::vector<Match> in_block;
    for (; next < matches.size() && matches[next].span.begin < block.span.end; ++next) {
      in_block.push_back(matches[next]);
    }
    if (!is_shown(block)) continue;
    const auto passage = best_passage(in_block, target);
    if (passage.weight <= best.weight) continue;
    best = passage;
    best_block = block.content;
    best_matches = std::move(in_block);
  }
  if (best.weight == 0) return snippet_without_words(segment, article, target);
  return make_snippet(segment.text(article), best_block, best.span, best_matches);
}

Snippet event_snippet(const Segment& segment, std::uint32_t event, const SnippetTarget& target) {
  const auto text = segment.text(segment.article_of(event));
  const auto matches = matches_in(segment.event_tokens(event), target);
  const Span whole = segment.event(event).span;
  if (whole.size() > 2 * kSnippetBytes) {
    const auto passage = best_passage(matches, target);
    return make_snippet(
        text, whole, passage.weight > 0 ? passage.span : Span{whole.begin, whole.begin}, matches);
  }
  std::vector<Span> marks;
  marks.reserve(matches.size());
  for (const Match& match : matches) marks.push_back(match.span);
  return copy_for_display(text, whole, marks);
}

Snippet copy_for_display(std::string_view text, Span source, const std::vector<Span>& marks) {
  Snippet snippet;
  snippet.source = source;
  snippet.text.reserve(source.size());
  auto mark = marks.begin();
  bool pending_space = false;
  const auto here = [&snippet] { return static_cast<std::uint32_t>(snippet.text.size()); };
  for (std::size_t i = source.begin; i < source.end;) {
    if (mark != marks.end() && i >= mark->end) {
      snippet.highlights.back().end = here();
      ++mark;
    }
    const std::size_t at = i;
    const char32_t c = next_code_point(text, i);
    if (c == U' ' || (c >= U'\t' && c <= U'\r')) {
      pending_space = !snippet.text.empty();
    } else if (!is_left_out(c, text, source, at)) {
      if (pending_space) snippet.text += ' ';
      pending_space = false;
      snippet.text += text.substr(at, i - at);
    }
    if (mark != marks.end() && at == mark->begin) {
      const auto size = static_cast<std::uint32_t>(i - at);
      snippet.highlights.push_back({here() - std::min(size, here()), here()});
    }
  }
  if (mark != marks.end() && !snippet.highlights.empty()) snippet.highlights.back().end = here();
  return snippet;
}

}  // namespace dateline
