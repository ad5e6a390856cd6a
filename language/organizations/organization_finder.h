// Finds intergovernmental organizations in text.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "language/span.h"
#include "language/words/name_words.h"

namespace dateline {

struct NameOverrides;

/// An organization found in a text. `value` is its short stable name ("ASEAN"); it and `rule`
/// ("organization-name", "organization-abbreviation", "organization-short-name" for "the Alliance")
/// have static lifetime.
struct OrganizationMention {
  Span span;
  std::string_view value;
  std::string_view rule;
};

/// Finds every mention of an intergovernmental organization: full names, usual names,
/// abbreviations, and head nouns that refer back to one. No country is implied. Built from the
/// reviewed table language/data/organizations.tsv, which is compiled in.
/// Immutable after construction; one object may serve many threads at once.
class OrganizationFinder {
 public:
  OrganizationFinder();
  /// Without the surface forms that a user dropped (no name inside one counts either, but one that
  /// is longer, or begins before it, does), and without the mentions of rules that are switched
  /// off.
  explicit OrganizationFinder(const NameOverrides& overrides);
  ~OrganizationFinder();
  OrganizationFinder(OrganizationFinder&&) noexcept;
  OrganizationFinder& operator=(OrganizationFinder&&) noexcept;

  /// Every mention in `text`, in order, not overlapping. `text` is UTF-8, one paragraph, heading or
  /// entry; spans count its bytes. Never throws on any input; time and memory are linear in the
  /// text.
  [[nodiscard]] std::vector<OrganizationMention> find(std::string_view text) const;
  [[nodiscard]] std::vector<OrganizationMention> find(const ScannedText& text) const;

 private:
  struct Lexicon;
  std::unique_ptr<Lexicon> lexicon_;
};

/// The short stable name that a user means by an abbreviation or a name, in any case ("asean",
/// "NATO", "European Union" → "EU").
/// @return nullopt when unknown.
[[nodiscard]] std::optional<std::string> organization_for(std::string_view typed);

/// Names near to what was typed, best first, at most three, for "did you mean".
[[nodiscard]] std::vector<std::string> organization_suggestions(std::string_view typed);

/// The full name, "Association of Southeast Asian Nations" for ASEAN.
/// @return nullopt when there is no such short name.
[[nodiscard]] std::optional<std::string> organization_name(std::string_view value);

}  // namespace dateline
