// Reads the words around a name that tell an office, a rank, a title or a calling.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "language/persons/name_run.h"
#include "language/persons/office_role.h"
#include "language/persons/person_text.h"
#include "language/span.h"

namespace dateline::persons {

/// What an introduction makes of a person.
enum class Standing : std::uint8_t {
  named,   ///< a person, and nothing about an office ("Mr.")
  acts,    ///< holds an office of a state or an organization
  former,  ///< held one
  apart,   ///< acts for nobody: a private person, a governor, a rebel
};

/// An introduction: the words that say who somebody is.
struct OfficePhrase {
  Standing standing = Standing::named;
  Span span;  ///< of those words
  std::optional<CountryCode> country;
  std::string_view organization;
  Role role = Role::unknown;
  bool party = false;            ///< the office is a party's: it acts where that rules alone
  bool plural = false;           ///< "Presidents Bush and Putin"
  bool possessor = false;        ///< "his envoy": the country of whoever was named last
  bool joined = false;           ///< joined to what stands before it by a comma or "and"
  PersonText::Index owner = -1;  ///< "Blair's spokesman": a word of the owner's name
};

/// The words before a name: "Russian Foreign Minister", "his Chinese counterpart,". At most some
/// twenty words are looked at, here and below.
[[nodiscard]] std::optional<OfficePhrase> office_before(const PersonText& text, const NameRun& run);
/// The words behind it, in apposition: ", Russia's foreign minister", "of the Chinese Foreign
/// Ministry", "of Spain" behind a king.
[[nodiscard]] std::optional<OfficePhrase> office_behind(const PersonText& text, const NameRun& run);
/// What the sentence says that the person becomes or is: "is sworn in as president of Russia".
[[nodiscard]] std::optional<OfficePhrase> office_told(const PersonText& text, const NameRun& run);

}  // namespace dateline::persons
