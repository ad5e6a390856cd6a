#include "searcher/hit/article_view.h"
#include "searcher/match/document_named.h"

#include <fmt/format.h>

#include <algorithm>

#include "index/schema.h"
#include "index/snapshot.h"
#include "searcher/hit/hit_reader.h"
#include "searcher/match/text_verifier.h"

namespace dateline {
namespace {

ViewedMention viewed(const Segment& segment, std::string_view text, const MentionRow& row) {
  ViewedMention mention;
  mention.kind = row.kind;
  mention.span = row.span;
  mention.text = row.span.empty() ? std::string{text} : std::string{row.span.of(text)};
  mention.rule = segment.rules.text(row.rule);
  switch (row.kind) {
    case MentionKind::date:
      mention.date = {to_interval(row.days), static_cast<Precision>(row.precision),
                      (row.flags & kApproximate) != 0, mention.text};
      break;
    case MentionKind::country:
      mention.country = unpack_country(row.value);
      break;
    case MentionKind::organization:
      mention.organization = segment.organizations.text(row.value);
      break;
    case MentionKind::person:
      mention.person = segment.persons.text(person_number(row));
      mention.country = row.value == 0 ? CountryCode{} : unpack_country(row.value);
      mention.proof = office_words(row);
      break;
  }
  return mention;
}

ViewedEvent viewed(const Segment& segment, std::uint32_t event) {
  ViewedEvent result{segment.event_id(event),
                     segment.event(event).span,
                     event_date(segment, event),
                     segment.origin(event),
                     {},
                     {},
                     sources_of(segment, event),
                     {},
                     {}};
  result.countries = unpack_countries(segment.event_countries[event]);
  result.acting = unpack_countries(segment.event_acting[event]);
  for (const auto person : segment.event_persons[event])
    result.persons.emplace_back(segment.persons.text(person));
  std::sort(result.persons.begin(), result.persons.end());
  for (const auto name : segment.event_organizations[event])
    result.organizations.emplace_back(segment.organizations.text(name));
  std::sort(result.organizations.begin(), result.organizations.end());
  return result;
}

// Mentions and blocks are both in the order of the text.
void add_mentions(const Segment& segment, std::uint32_t article, bool whole, ArticleView& view) {
  auto block = view.blocks.begin();
  for (const MentionRow& row : segment.mentions(article)) {
    if (row.span.empty()) {  // of a title that only the metadata has
      if (whole) view.mentions.push_back(viewed(segment, view.meta.title, row));
      continue;
    }
    while (block != view.blocks.end() && block->span.end <= row.span.begin) ++block;
    if (block == view.blocks.end()) return;
    if (block->span.contains(row.span)) view.mentions.push_back(viewed(segment, view.text, row));
  }
}

// What the view of an article and those of its events have in common.
ArticleView begin_view(const Segment& segment, std::uint32_t article) {
  ArticleView view;
  view.meta = segment.meta(article);
  view.text = segment.text(article);
  const auto pages = segment.page_starts(article);
  view.page_starts.assign(pages.begin(), pages.end());
  view.about = unpack_countries(segment.article_about[article]);
  return view;
}

ArticleView view_of_article(const Segment& segment, std::uint32_t article) {
  auto view = begin_view(segment, article);
  const auto blocks = segment.blocks(article);
  view.blocks.assign(blocks.begin(), blocks.end());
  add_mentions(segment, article, true, view);
  const auto [begin, end] = segment.events_of(article);
  for (auto event = begin; event < end; ++event) view.events.push_back(viewed(segment, event));
  return view;
}

ArticleView view_of_event(const Segment& segment, std::uint32_t event) {
  const auto article = segment.article_of(event);
  auto view = begin_view(segment, article);
  const auto blocks = segment.blocks(article);
  const auto own =
      std::min<std::size_t>(segment.event(event).block, blocks.size());  // size: damaged
  if (const auto* heading = heading_above(segment, article, static_cast<std::uint32_t>(own)))
    view.blocks.push_back(*heading);
  const auto first = own > 0 && !is_heading(blocks[own - 1]) ? own - 1 : own;
  for (auto block = first; block < blocks.size() && block <= own + 1; ++block) {
    if (block > own && is_heading(blocks[block])) break;
    view.blocks.push_back(blocks[block]);
  }
  add_mentions(segment, article, false, view);
  view.events.push_back(viewed(segment, event));
  view.focus = segment.event(event).span;
  return view;
}

}  // namespace

std::optional<ArticleView> view_of(const std::filesystem::path& index, std::string_view id) {
  return view_of(Snapshot(index), id);
}

std::optional<ArticleView> view_of(const Snapshot& snapshot, std::string_view id) {
  const auto document = document_named(snapshot, id);
  if (!document) return std::nullopt;
  const Segment& segment = snapshot.segment(document->location.segment);
  const auto ordinal = document->location.ordinal;
  return document->kind == DocumentKind::article ? view_of_article(segment, ordinal)
                                                 : view_of_event(segment, ordinal);
}

std::optional<ArticleView> whole_view_of(const Snapshot& snapshot, std::string_view id) {
  const auto document = Finder(snapshot).document(id);
  if (!document) return std::nullopt;
  const Segment& segment = snapshot.segment(document->location.segment);
  const auto ordinal = document->location.ordinal;
  if (document->kind == DocumentKind::article) return view_of_article(segment, ordinal);
  auto view = view_of_article(segment, segment.article_of(ordinal));
  view.focus = segment.event(ordinal).span;
  return view;
}

}  // namespace dateline
