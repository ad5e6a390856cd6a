#include "searcher/match/persons_named.h"

#include <algorithm>

#include "language/persons/person_name.h"

namespace dateline {

std::vector<std::uint32_t> persons_named(const Segment& segment,
                                         const std::vector<std::string>& names) {
  const persons::NameReader reader;
  std::vector<persons::Name> asked;
  asked.reserve(names.size());
  for (const auto& name : names) asked.push_back(reader.name(name));
  std::vector<std::uint32_t> numbers;
  for (std::uint32_t i = 0; i < segment.persons.size(); ++i) {
    const auto person = reader.name(segment.persons.text(i));
    if (std::any_of(asked.begin(), asked.end(), [&](const persons::Name& name) {
          return persons::can_be_same(name, person);
        })) {
      numbers.push_back(i);
    }
  }
  return numbers;
}

}  // namespace dateline
