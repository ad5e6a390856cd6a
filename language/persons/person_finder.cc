#include "language/persons/person_finder.h"

#include "language/persons/article_persons.h"

namespace dateline {

struct PersonFinder::Tables {
  const persons::OfficeHolders& holders = persons::OfficeHolders::built_in();
};

PersonFinder::PersonFinder() : tables_{std::make_unique<Tables>()} {}
PersonFinder::~PersonFinder() = default;
PersonFinder::PersonFinder(PersonFinder&&) noexcept = default;
PersonFinder& PersonFinder::operator=(PersonFinder&&) noexcept = default;

std::vector<std::vector<PersonMention>> PersonFinder::find(
    std::span<const PersonSource> texts, const std::optional<DateInterval>& published) const {
  persons::ArticlePersons article{texts, published, tables_->holders};
  article.run();
  return article.mentions();
}

}  // namespace dateline
