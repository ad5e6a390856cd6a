// Finds persons in an article, and the countries for which they act.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "language/persons/person_mention.h"

namespace dateline {

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
