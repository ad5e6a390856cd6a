// The persons of one article, and how they are introduced.
#pragma once

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "language/persons/office.h"
#include "language/persons/person_name.h"

namespace dateline::persons {

/// An introduction, and where in the article it stands.
struct Introduction {
  OfficePhrase office;
  std::uint32_t text = 0;       ///< which of the texts has its words
  std::uint32_t candidate = 0;  ///< in the order of the article
};

/// A person of the article.
struct Person {
  Name name;               ///< the longest form
  std::uint32_t text = 0;  ///< where that form stands
  Span span;
  std::vector<Introduction> introductions;  ///< in order of the article, the first kMost
  static constexpr std::size_t kMost = 64;
};

/// Finds persons by the forms of their names. A surname may have any number of bearers; at most
/// kMostBearers of them, those that came last, are looked at.
class Register {
 public:
  using Id = std::uint32_t;
  static constexpr Id kNobody = 0xFFFFFFFF;
  static constexpr std::size_t kMostBearers = 32;

  [[nodiscard]] const Person& operator[](Id id) const { return persons_[id]; }
  [[nodiscard]] Person& operator[](Id id) { return persons_[id]; }
  [[nodiscard]] std::size_t size() const noexcept { return persons_.size(); }

  Id add(const Name& name, std::uint32_t text, Span span);
  /// Takes a longer form of a person's name over.
  void lengthen(Id id, const Name& name, std::uint32_t text, Span span);

  /// Whom a name may mean, the one that was added last first. Of those with an office of another
  /// kind than `role`, none, where others are left.
  [[nodiscard]] std::vector<Id> bearers(const Name& name, Role role) const;

 private:
  void index(Id id, const Name& name);

  std::vector<Person> persons_;
  std::unordered_map<std::uint64_t, std::vector<Id>> by_word_;
};

/// Whether the person has an introduction to that office, or none that tells one.
[[nodiscard]] bool may_hold(const Person& person, Role role) noexcept;

}  // namespace dateline::persons
