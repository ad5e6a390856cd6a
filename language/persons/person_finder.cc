#include "language/persons/person_finder.h"

#include <algorithm>

#include "language/persons/article_persons.h"

namespace dateline {

struct PersonFinder::Tables {
  std::unique_ptr<persons::OfficeHolders> own;  ///< with the user's rows
  std::vector<persons::Name> nobodies;
  NameOverrides rules;  ///< those that are switched off, and nothing else
};

PersonFinder::PersonFinder() : PersonFinder{NameOverrides{}} {}

PersonFinder::PersonFinder(const NameOverrides& overrides) : tables_{std::make_unique<Tables>()} {
  if (!overrides.offices.empty()) {
    tables_->own = std::make_unique<persons::OfficeHolders>(overrides);
  }
  const persons::NameReader reader;
  for (const auto& name : overrides.nobodies) tables_->nobodies.push_back(reader.name(name));
  tables_->rules.rules_off = overrides.rules_off;
}

PersonFinder::~PersonFinder() = default;
PersonFinder::PersonFinder(PersonFinder&&) noexcept = default;
PersonFinder& PersonFinder::operator=(PersonFinder&&) noexcept = default;

std::vector<std::vector<PersonMention>> PersonFinder::find(
    std::span<const PersonSource> texts, const std::optional<DateInterval>& published) const {
  // The built-in table is made when the first article is read, and not where none is.
  const auto& holders = tables_->own ? *tables_->own : persons::OfficeHolders::built_in();
  persons::ArticlePersons article{texts, published, holders, tables_->nobodies};
  article.run();
  auto found = article.mentions();
  if (tables_->rules.empty()) return found;
  for (auto& mentions : found) {
    std::erase_if(mentions, [&](const PersonMention& mention) {
      return tables_->rules.is_off(mention.rule);
    });
  }
  return found;
}

}  // namespace dateline
