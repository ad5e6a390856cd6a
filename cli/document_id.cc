#include "cli/document_id.h"

#include <fmt/format.h>

#include "cli/terminal.h"
#include "cli/usage_error.h"
#include "language/display.h"

namespace dateline {

std::optional<DocumentKind> kind_of_id(const Searcher& searcher, std::string_view id) {
  if (const auto kind = searcher.kind_of(id)) return kind;
  const auto article = id.substr(0, id.rfind('#'));
  if (article.size() < id.size() && searcher.kind_of(article) == DocumentKind::article) {
    complain(
        fmt::format("article '{0}' has no event '{1}': 'dateline timeline' prints the events' ids, "
                    "those of this "
                    "article with the query id:\"{0}\"",
                    printable(article), printable(id.substr(article.size()))));
    return std::nullopt;
  }
  complain(
      fmt::format("no article or event '{}' in {}: ids are the last item of each hit that "
                  "'dateline search' prints",
                  printable(id), searcher.place()));
  return std::nullopt;
}

}  // namespace dateline
