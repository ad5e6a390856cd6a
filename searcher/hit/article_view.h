// An article, or an event in its place, with everything that was found in it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/article.h"
#include "index/article_meta.h"
#include "index/rows.h"
#include "language/country_code.h"
#include "searcher/answer.h"

namespace dateline {

class Snapshot;

/// A mention, and where it stands.
struct ViewedMention {
  MentionKind kind = MentionKind::date;
  Span span;         ///< in the article's text
  std::string text;  ///< as written
  std::optional<HitDate> date;
  CountryCode country;  ///< persons: for which they act, or CountryCode{}
  std::string organization;
  std::string person;
  Span proof;  ///< persons: the words that tell the office
  std::string rule;
};

/// An event, for listing.
struct ViewedEvent {
  std::string id;
  Span span;
  HitDate date;
  EventOrigin origin = EventOrigin::chronology;
  std::vector<CountryCode> countries;
  std::vector<std::string> organizations;
  std::vector<std::string> sources;
  std::vector<CountryCode> acting;  ///< of the countries, those that are not named
  std::vector<std::string> persons;
};

/// What `show` shows.
struct ArticleView {
  ArticleMeta meta;
  std::string text;
  std::vector<std::uint32_t> page_starts;  ///< as in Article
  std::vector<CountryCode> about;          ///< the countries that the article is about
  std::vector<BlockRow> blocks;         ///< of an event: its heading, its block and the neighbours
  std::vector<ViewedMention> mentions;  ///< within those blocks
  std::vector<ViewedEvent> events;      ///< of an article all, of an event itself alone
  std::optional<Span> focus;            ///< an event's own span
};

/// What stands under an id in the index of this folder. An index that another analyzer made serves,
/// too. @return nullopt when nothing in force has the id. @throws IndexError (missing).
[[nodiscard]] std::optional<ArticleView> view_of(const std::filesystem::path& index,
                                                 std::string_view id);
/// The same of an index that is open. @throws as the other.
[[nodiscard]] std::optional<ArticleView> view_of(const Snapshot& snapshot, std::string_view id);
/// Likewise, but of an event the whole of its article, with the event as its `focus`.
/// @throws as the other.
[[nodiscard]] std::optional<ArticleView> whole_view_of(const Snapshot& snapshot,
                                                       std::string_view id);

}  // namespace dateline
