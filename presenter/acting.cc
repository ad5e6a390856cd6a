#include "presenter/acting.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "language/display.h"
#include "searcher/query/request.h"

namespace dateline {

std::string acting_text(const Hit& hit, std::string_view between) {
  std::string text;
  for (const auto code : hit.acting) {
    if (!text.empty()) text += between;
    text += code.view();
    bool first = true;
    for (const auto& [country, name] : hit.acts) {
      if (country != code) continue;
      text += (first ? " by " : ", ") + printable(name);
      first = false;
    }
  }
  return text;
}

std::string countries_text(const Hit& hit) {
  std::vector<CountryCode> named;
  std::copy_if(hit.countries.begin(), hit.countries.end(), std::back_inserter(named),
               [&](CountryCode code) {
                 return std::find(hit.acting.begin(), hit.acting.end(), code) == hit.acting.end();
               });
  auto text = join_codes(named, " ");
  const auto acting = acting_text(hit, " · ");
  if (!text.empty() && !acting.empty()) text += " · ";
  return text + acting;
}

}  // namespace dateline
