// Finds persons in an article, and the countries for which they act.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/country_code.h"
#include "language/mention.h"
#include "language/organizations/organization_finder.h"
#include "language/persons/office_holders.h"
#include "language/span.h"

namespace dateline {

/// One text of an article: a paragraph, an entry, a heading; with what was found in it.
struct PersonSource {
  std::string_view text;  ///< UTF-8; all spans count its bytes
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
  std::string_view organization;       ///< or the organization; static lifetime
  /// The words that tell the office, where an introduction proves it: in which of the texts, and
  /// where. Empty otherwise.
  std::uint32_t proof_text = 0;
  Span proof;
  /// The row that proves it otherwise; nullptr when none does. Static lifetime.
  const OfficeHolder* holder = nullptr;
  std::string_view rule;  ///< one of person_rule_names()

  [[nodiscard]] bool acts() const noexcept { return country.has_value() || !organization.empty(); }
};

/// Finds the persons of an article. What counts and how it resolves: docs/extraction.md.
/// Immutable after construction; one object may serve many threads at once.
class PersonFinder {
 public:
  PersonFinder();
  ~PersonFinder();
  PersonFinder(PersonFinder&&) noexcept;
  PersonFinder& operator=(PersonFinder&&) noexcept;

  /// The persons of each text, in order, not overlapping. `texts` are all of one article, in its
  /// order: what one introduces, the others may name shortly. `published`: unknown, nullopt. Never
  /// throws on any input; time and memory are linear in the texts.
  [[nodiscard]] std::vector<std::vector<PersonMention>> find(
      std::span<const PersonSource> texts, const std::optional<DateInterval>& published) const;

 private:
  struct Tables;
  std::unique_ptr<Tables> tables_;
};

}  // namespace dateline
