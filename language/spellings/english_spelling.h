// British and American spellings.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// The same word as the other side of the Atlantic spells it ("colour" for "color", and back; both
/// ways, since either may be in the index), none when they agree. `key` is one word, or several
/// with single spaces, folded (variant_key.h). Rules with exceptions, so a result may be no word at
/// all; the caller asks the index. Tables: language/data/english_spellings.tsv.
[[nodiscard]] std::vector<std::string> english_spellings(std::string_view key);

}  // namespace dateline
