#include "indexer/annotate/article_parts.h"

#include <algorithm>
#include <string_view>

#include "indexer/annotate/shifted_span.h"

namespace dateline {
namespace {

Mention found_mention(MentionKind kind, Span span, std::string_view rule) {
  Mention mention;
  mention.kind = kind;
  mention.span = span;
  mention.rule = rule;
  return mention;
}

void add_date(const DateMention& found, std::uint32_t offset, std::vector<Mention>& mentions) {
  auto mention = found_mention(MentionKind::date, shifted(found.span, offset), found.rule);
  mention.date = found.value;
  mention.year_from = found.year_from;
  mention.year_words = found.year_words;
  mentions.push_back(std::move(mention));
}

void add_mentions(const ReadPart& part, std::vector<Mention>& mentions) {
  const auto offset = part.span.begin;
  for (const auto& found : part.dates) add_date(found, offset, mentions);
  for (const auto& found : part.countries) {
    for (const auto code : found.codes) {
      mentions.push_back(
          found_mention(MentionKind::country, shifted(found.span, offset), found.rule));
      mentions.back().country = code;
    }
  }
  for (const auto& found : part.organizations) {
    mentions.push_back(
        found_mention(MentionKind::organization, shifted(found.span, offset), found.rule));
    mentions.back().organization = found.value;
  }
}

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

/// The parts of an article in the order in which persons are looked for in them.
class PersonParts {
 public:
  PersonParts(const Article& article, const ReadArticle& read, ArticleMentions& result)
      : article_{article}, read_{read}, result_{result} {
    if (read.title) {
      take_subjects(read.title->countries, result.subjects);
      add(*read.title, article.title).is_title = true;
    }
    for (const auto& block : read.blocks) add_block(block);
  }

  void find(const PersonFinder& finder) {
    const auto found = finder.find(sources_, article_.published);
    auto part = found.begin();
    if (read_.title) add_persons(*part++, *read_.title, result_.title);
    for (std::size_t i = 0; i < read_.blocks.size(); ++i) {
      for (const auto& read : read_.blocks[i].parts) add_persons(*part++, read, result_.blocks[i]);
    }
  }

 private:
  PersonSource& add(const ReadPart& part, std::string_view text) {
    parts_.push_back(&part);
    PersonSource source;
    source.text = text;
    source.words = part.words;
    source.dates = part.dates;
    source.countries = part.countries;
    source.organizations = part.organizations;
    return sources_.emplace_back(source);
  }

  void add_block(const ReadBlock& block) {
    const BlockKind kind = article_.blocks[block.number].kind;
    const bool title = kind == BlockKind::title || kind == BlockKind::chronology_heading;
    std::optional<DateInterval> head;
    if (kind == BlockKind::log_entry) head = article_.published;
    if (kind == BlockKind::chronology_entry) head = block.head();
    for (const auto& part : block.parts) {
      if (title) take_subjects(part.countries, result_.subjects);
      PersonSource& source = add(part, part.span.of(article_.text));
      source.head = head;
      source.is_title = title;
    }
  }

  // What proves a person may stand in another part; in a title without a place it has none.
  void add_persons(const std::vector<PersonMention>& persons, const ReadPart& part,
                   std::vector<Mention>& mentions) const {
    for (const auto& found : persons) {
      auto mention =
          found_mention(MentionKind::person, shifted(found.span, part.span.begin), found.rule);
      mention.person = found.identity;
      if (found.country) mention.country = *found.country;
      mention.organization = found.organization;
      const ReadPart* proof = parts_[found.proof_text];
      if (!found.proof.empty() && (!read_.title || proof != &*read_.title)) {
        mention.proof = shifted(found.proof, proof->span.begin);
      }
      mentions.push_back(std::move(mention));
    }
  }

  const Article& article_;
  const ReadArticle& read_;
  ArticleMentions& result_;
  std::vector<PersonSource> sources_;
  std::vector<const ReadPart*> parts_;
};

void sort_by_place(std::vector<Mention>& mentions) {
  std::stable_sort(mentions.begin(), mentions.end(),
                   [](const Mention& a, const Mention& b) { return a.span.begin < b.span.begin; });
}

}  // namespace

std::optional<DateInterval> ReadBlock::head() const {
  if (dated) return dated->value.days;
  if (written) return written->value.days;
  for (const auto& part : parts) {
    if (!part.dates.empty()) return part.dates.front().value.days;
  }
  return std::nullopt;
}

ArticleMentions mentions_of(const Article& article, const ReadArticle& read,
                            const PersonFinder& persons) {
  ArticleMentions result;
  result.blocks.resize(read.blocks.size());
  if (read.title) add_mentions(*read.title, result.title);
  for (std::size_t i = 0; i < read.blocks.size(); ++i) {
    const auto& block = read.blocks[i];
    if (block.written) add_date(*block.written, 0, result.blocks[i]);
    for (const auto& part : block.parts) add_mentions(part, result.blocks[i]);
  }
  PersonParts(article, read, result).find(persons);
  sort_by_place(result.title);
  for (auto& mention : result.title) mention.span = {};
  for (auto& mentions : result.blocks) sort_by_place(mentions);
  return result;
}

}  // namespace dateline
