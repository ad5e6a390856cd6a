#include "language/persons/person_register.h"

#include <algorithm>

namespace dateline::persons {

bool may_hold(const Person& person, Role role) noexcept {
  bool told = false;
  for (const auto& introduction : person.introductions) {
    if (introduction.office.role == Role::unknown) continue;
    told = true;
    if (introduction.office.role == role) return true;
  }
  return !told || role == Role::unknown;
}

Register::Id Register::add(const Name& name, std::uint32_t text, Span span) {
  const auto id = static_cast<Id>(persons_.size());
  persons_.push_back({name, text, span, {}});
  index(id, name);
  return id;
}

void Register::index(Id id, const Name& name) {
  for (const auto& word : name) {
    if (!word.tells()) continue;
    auto& ids = by_word_[word.key];
    if (ids.empty() || ids.back() != id) ids.push_back(id);
  }
}

void Register::lengthen(Id id, const Name& name, std::uint32_t text, Span span) {
  Person& person = persons_[id];
  const bool longer = name.size() > person.name.size() ||
                      (name.size() == person.name.size() && span.size() > person.span.size());
  if (!longer) return;
  person.name = name;
  person.text = text;
  person.span = span;
  index(id, name);
}

std::vector<Register::Id> Register::bearers(const Name& name, Role role) const {
  std::vector<Id> found;
  const auto* last = name.last();
  if (last == nullptr) return found;
  for (const auto* word : {last, name.first()}) {
    const auto at = by_word_.find(word->key);
    if (at == by_word_.end()) continue;
    const auto& ids = at->second;
    for (std::size_t i = ids.size(); i > 0 && ids.size() - i < kMostBearers; --i) {
      const Id id = ids[i - 1];
      if (std::find(found.begin(), found.end(), id) != found.end()) continue;
      if (can_be_same(name, persons_[id].name)) found.push_back(id);
    }
  }
  if (role != Role::unknown) {
    const auto fitting = std::count_if(found.begin(), found.end(),
                                       [&](Id id) { return may_hold(persons_[id], role); });
    if (fitting > 0) std::erase_if(found, [&](Id id) { return !may_hold(persons_[id], role); });
  }
  return found;
}

}  // namespace dateline::persons
