// The words of an office, gathered one by one, and what they make of its bearer.
#pragma once

#include <optional>

#include "language/persons/office.h"
#include "language/persons/person_text.h"

namespace dateline::persons {

/// Collects the words of one office. The reader of a phrase feeds it.
class OfficeWords {
 public:
  using Index = PersonText::Index;

  explicit OfficeWords(const PersonText& text) : text_{text} {}

  /// A word that names an office, a title or a calling.
  void take_head(Index i);
  /// A word that goes with it.
  void take_modifier(Index i);
  /// A country, an organization or an agency within the phrase. `receiving`: it is the one to which
  /// an officer is sent.
  void take_place(const Place& place, bool receiving);
  /// A word of a firm, a town or another name that the table does not know.
  void take_body() noexcept { body_ = true; }
  void cover(Index i) noexcept;

  [[nodiscard]] bool has_head() const noexcept { return heads_ != 0; }
  [[nodiscard]] KindMask heads() const noexcept { return heads_; }
  [[nodiscard]] KindMask modifiers() const noexcept { return modifiers_; }
  [[nodiscard]] bool has_place() const noexcept { return place_ != nullptr; }

  /// What the words make of their bearer; nullopt without a head.
  [[nodiscard]] std::optional<OfficePhrase> phrase() const;

 private:
  [[nodiscard]] Standing standing() const;
  [[nodiscard]] Standing of_state() const;
  [[nodiscard]] bool is_of_state_weakly() const;

  const PersonText& text_;
  KindMask heads_ = 0;
  KindMask modifiers_ = 0;
  const Place* place_ = nullptr;
  bool owned_ = false;  ///< the place is a possessive: "Iran's chief"
  bool bank_ = false;
  bool late_ = false;  ///< "the late": enough by itself
  bool body_ = false;
  Index first_ = -1;
  Index last_ = -1;
};

}  // namespace dateline::persons
