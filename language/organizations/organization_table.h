// The reviewed table of organizations that is compiled into the program.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "language/organizations/organization_words.h"

namespace dateline::organizations {

/// What the surroundings of a name must be for it to count; spelled out at the head of
/// data/organizations.tsv.
struct Conditions {
  bool word = false;      ///< undotted, not in a run of capitals
  bool bare = false;      ///< not after another word with a capital
  bool whole = false;     ///< not before "of" and a word with a capital
  bool unit = false;      ///< not after a number
  bool named = false;     ///< a sign: the organization is named otherwise in the paragraph
  ClassMask unless = 0;   ///< not before a word of these classes
  ClassMask without = 0;  ///< no such word in the paragraph
  ClassMask near = 0;     ///< a sign: such a word in the paragraph
  ClassMask before = 0;   ///< a sign: such a word comes next
  ClassMask after = 0;    ///< a sign: such a word stands before it

  /// Whether at least one sign is asked for.
  [[nodiscard]] bool needs_sign() const noexcept {
    return named || near != 0 || before != 0 || after != 0;
  }
};

/// One spelling of one organization.
struct Name {
  std::string text;
  std::uint16_t organization;  ///< index into Table::organizations()
  bool abbreviation;
  Conditions when;
};

struct Organization {
  std::string_view short_name;
  std::string_view full_name;
  std::uint32_t nouns = 0;  ///< head nouns that refer back to it: a bit each of WordClasses::nouns
};

/// How an organization is called where its whole row is of no interest.
struct OrganizationName {
  std::string_view short_name;
  std::string_view full_name;
};

/// The first two columns of data/organizations.tsv, in its order. Static lifetime. Apart from
/// Table, because a search asks for names alone, and reading all the rest would be a fifth of its
/// work.
[[nodiscard]] const std::vector<OrganizationName>& organization_names();

/// data/organizations.tsv. Views have static lifetime. Immutable.
class Table {
 public:
  [[nodiscard]] static const Table& built_in();

  [[nodiscard]] const std::vector<Organization>& organizations() const noexcept {
    return organizations_;
  }
  /// In the table's order: the short name of each organization, the full one, the others, each
  /// followed by its variants (Co-operation, United Nations for UN).
  [[nodiscard]] const std::vector<Name>& names() const noexcept { return names_; }
  /// What is wrong with the table, for a test; empty when all is well.
  [[nodiscard]] const std::vector<std::string>& problems() const noexcept { return problems_; }

 private:
  Table(std::string_view table, const WordClasses& classes);
  void add_row(const std::vector<std::string_view>& row);
  void add_name(std::string text, const Conditions& when, bool abbreviation);
  void add_variants(const Name& name);
  [[nodiscard]] Conditions conditions_of(std::string_view spelled);
  void add_condition(Conditions& conditions, std::string_view spelled);
  [[nodiscard]] std::uint32_t nouns_in(std::string_view name) const;

  const WordClasses& classes_;
  std::vector<Organization> organizations_;
  std::vector<Name> names_;
  std::size_t first_name_ = 0;  ///< of the organization that is being read
  std::vector<std::string> problems_;
};

}  // namespace dateline::organizations
