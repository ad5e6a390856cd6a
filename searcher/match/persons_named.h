// Which of a segment's persons a name means.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "index/segment.h"
#include "language/persons/person_name.h"

namespace dateline {

/// Persons that are asked for by names. For one thread.
class PersonsAsked {
 public:
  explicit PersonsAsked(const std::vector<std::string>& names);
  /// Whether one of the names can be a form of this one (persons::can_be_same).
  [[nodiscard]] bool mean(std::string_view name) const;

 private:
  [[nodiscard]] bool may_mean(std::string_view name) const noexcept;

  persons::NameReader reader_;
  std::vector<persons::Name> asked_;
  std::string letters_;  // with which words begin, one of which must stand in a name
  bool tells_ = true;    // these rule anybody out
};

/// The numbers of a segment's persons, ascending, of whom one of `names` can be a form. Linear in the
/// segment's persons.
[[nodiscard]] std::vector<std::uint32_t> persons_named(const Segment& segment,
                                                       const std::vector<std::string>& names);

}  // namespace dateline
