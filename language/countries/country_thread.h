// What the country finder carries from one paragraph of an article to the next.
#pragma once

#include <string>
#include <vector>

namespace dateline {

/// Country words that an article has shown to be surnames of its persons.
struct CountryThread {
  std::vector<std::string> surnames;
};

}  // namespace dateline
