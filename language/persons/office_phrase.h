// Reads the words around a name that tell an office, a rank, a title or a calling.
#pragma once

#include <optional>

#include "language/persons/name_run.h"
#include "language/persons/office.h"
#include "language/persons/person_text.h"

namespace dateline::persons {

/// The words before a name: "Russian Foreign Minister", "his Chinese counterpart,". At most some
/// twenty words are looked at, here and below.
[[nodiscard]] std::optional<OfficePhrase> office_before(const PersonText& text, const NameRun& run);
/// The words behind it, in apposition: ", Russia's foreign minister", "of the Chinese Foreign
/// Ministry", "of Spain" behind a king.
[[nodiscard]] std::optional<OfficePhrase> office_behind(const PersonText& text, const NameRun& run);
/// What the sentence says that the person becomes or is: "is sworn in as president of Russia".
[[nodiscard]] std::optional<OfficePhrase> office_told(const PersonText& text, const NameRun& run);

}  // namespace dateline::persons
