#include "language/countries/own_names.h"

#include "language/utf8.h"
#include "language/words/name_spelling.h"

namespace dateline {
namespace {

std::vector<LexiconEntry> entries_of(const NameOverrides& overrides,
                                     std::deque<std::string>& texts) {
  std::vector<LexiconEntry> plain;
  std::vector<LexiconEntry> written;
  for (const auto& name : overrides.names) {
    auto& codes = texts.emplace_back();
    for (const auto code : name.codes) codes += code.view();
    const auto kind = codes.empty() ? NameKind::kDrop : NameKind::kName;
    written.push_back({texts.emplace_back(name.surface), codes, kind});
    if (is_ascii(name.surface)) continue;
    plain.push_back({texts.emplace_back(spelling_without_marks(name.surface)), codes, kind});
  }
  // What the user wrote comes last, and so wins over what is derived from it.
  plain.insert(plain.end(), written.begin(), written.end());
  return plain;
}

}  // namespace

OwnNames::OwnNames(const NameOverrides& overrides)
    : entries_{entries_of(overrides, texts_)}, index_{entries_} {}

}  // namespace dateline
