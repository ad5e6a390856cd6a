// What the words around a name say of its bearer.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "language/country_code.h"
#include "language/persons/office_role.h"
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
  bool party = false;         ///< the office is a party's: it acts where that rules alone
  bool plural = false;        ///< "Presidents Bush and Putin"
  bool possessor = false;     ///< "his envoy": the country of whoever was named last
  bool joined = false;        ///< joined to what stands before it by a comma or "and"
  std::ptrdiff_t owner = -1;  ///< "Blair's spokesman": a word of the owner's name
};

}  // namespace dateline::persons
