// What the person finder is given, and what it gives.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "language/country_code.h"
#include "language/mention.h"
#include "language/organizations/organization_finder.h"
#include "language/persons/office_holders.h"
#include "language/span.h"
#include "language/words/name_words.h"

namespace dateline {

/// One text of an article: a paragraph, an entry, a heading; with what was found in it.
struct PersonSource {
  std::string_view text;             ///< UTF-8; all spans count its bytes
  std::span<const Word> words = {};  ///< scan_words(text); none: they are scanned when needed
  std::span<const DateMention> dates = {};
  std::span<const CountryMention> countries = {};
  std::span<const OrganizationMention> organizations = {};
  std::optional<DateInterval> head = std::nullopt;  ///< an entry's own date
  bool is_title = false;                            ///< its countries are the article's subject
};

/// A person found in a text.
struct PersonMention {
  Span span;          ///< the name alone, without titles and possessive
  std::string value;  ///< the longest form of the name that the article gives, as written
  /// The name by which the table of office-holders knows the person; `value` for all others.
  std::string identity;
  std::optional<CountryCode> country;  ///< for which the person acts here
  std::string_view organization;       ///< or the organization; lives as long as the finder
  /// The words that tell the office, where an introduction proves it: in which of the texts, and
  /// where. Empty otherwise.
  std::uint32_t proof_text = 0;
  Span proof;
  /// The row that proves it otherwise; nullptr when none does. Lives as long as the finder.
  const OfficeHolder* holder = nullptr;
  std::string_view rule;  ///< one of person_rule_names()

  [[nodiscard]] bool acts() const noexcept { return country.has_value() || !organization.empty(); }
};

}  // namespace dateline
