// The parts of an article that finders read one by one, and what they find in them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "corpus/article.h"
#include "indexer/annotate/event_builder.h"
#include "indexer/annotate/extractor.h"
#include "indexer/annotate/indexed_article.h"
#include "language/mention.h"
#include "language/organizations/organization_finder.h"
#include "language/words/name_words.h"

namespace dateline {

/// A part of a block, with its words, dates, countries and organizations. Their spans count from its
/// beginning.
struct ReadPart {
  Span span;  ///< in the article's text; of a title that is not in it, in the title
  std::vector<Word> words;
  std::vector<DateMention> dates;
  std::vector<CountryMention> countries;
  std::vector<OrganizationMention> organizations;
};

/// A block and its parts.
struct ReadBlock {
  std::uint32_t number = 0;            ///< index into the article's blocks
  std::optional<DateMention> written;  ///< a date that no finder finds: ChronologyDates::written()
  std::optional<EntryDate> dated;      ///< an entry's date, where its first date is not its own
  std::vector<ReadPart> parts;

  /// The date of an entry of a chronology: `dated`, or the first one in it; nullopt without any.
  [[nodiscard]] std::optional<DateInterval> head() const;
};

/// All that has been read of an article.
struct ReadArticle {
  std::optional<ReadPart> title;  ///< where the metadata alone has it
  std::vector<ReadBlock> blocks;  ///< those that have mentions, in order
};

/// The mentions of an article.
struct ArticleMentions {
  std::vector<Mention> title;                ///< without spans
  std::vector<std::vector<Mention>> blocks;  ///< of each read block, in order of the text
  /// The two countries that its title or its chronology's heading names, sorted; else none.
  std::vector<CountryCode> subjects;
};

/// Puts the mentions of dates, countries and organizations together with those of persons, who are
/// looked for in all parts at once: what one introduces, the others name shortly. Linear.
[[nodiscard]] ArticleMentions mentions_of(const Article& article, const ReadArticle& read,
                                          const PersonFinder& persons);

}  // namespace dateline
