#include "server/page/texts.h"

#include <cassert>

namespace dateline {
namespace {

constexpr std::string_view kEnglish =
#include "texts.en.tsv.inc"
    ;

}  // namespace

Texts::Texts() {
  auto rest = kEnglish;
  while (!rest.empty()) {
    const auto end = rest.find('\n');
    const auto line = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    const auto tab = line.find('\t');
    if (line.starts_with('#') || tab == std::string_view::npos) continue;
    texts_.emplace(line.substr(0, tab), line.substr(tab + 1));
  }
}

const std::string& Texts::of(std::string_view key) const {
  static const std::string kNone;
  const auto found = texts_.find(key);
  assert(found != texts_.end());
  return found == texts_.end() ? kNone : found->second;
}

}  // namespace dateline
