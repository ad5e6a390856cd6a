#include "cli/notes.h"

#include "cli/terminal.h"
#include "presenter/search_presenter.h"

namespace dateline {

void tell(const std::vector<std::string>& notices, const std::vector<Suggestion>& suggestions) {
  for (const auto& notice : notices) complain("note: " + notice);
  for (const auto& suggestion : suggestions) complain(suggestion_line(suggestion));
}

}  // namespace dateline
