// The values of a facet as numbers while they are counted, and as words when they are shown.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "index/dictionary.h"
#include "index/snapshot.h"
#include "searcher/answer.h"
#include "searcher/query/bucket.h"
#include "searcher/query/facet.h"

namespace dateline {

/// Numbers names over all segments, whose dictionaries number them differently.
class NameNumbers {
 public:
  void begin_segment(const Dictionary& dictionary);
  /// The number of a name of the current segment's dictionary.
  [[nodiscard]] std::uint32_t number(std::uint32_t id);
  /// The number of any name; a new one, where it has none.
  [[nodiscard]] std::uint32_t number_of(std::string_view name);
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view name) const;
  [[nodiscard]] const std::string& name(std::uint32_t number) const { return names_[number]; }
  [[nodiscard]] const std::vector<std::string>& names() const noexcept { return names_; }

 private:
  static constexpr std::uint32_t kUnknown = ~std::uint32_t{0};
  const Dictionary* dictionary_ = nullptr;
  std::vector<std::uint32_t> by_id_;
  std::unordered_map<std::string, std::uint32_t> by_name_;
  std::vector<std::string> names_;
};

/// A country's packed code (schema.h) in ten bits, in the same order: five bits a letter.
[[nodiscard]] constexpr std::uint32_t country_number(std::uint16_t packed) noexcept {
  return ((packed >> 3U) & 0x3E0U) | (packed & 0x1FU);
}
inline constexpr std::size_t kCountryNumbers = 1024;  ///< all that there can be
[[nodiscard]] constexpr std::uint16_t packed_country(std::uint32_t number) noexcept {
  return static_cast<std::uint16_t>((0x40U << 8U) | ((number >> 5U) << 8U) | 0x40U |
                                    (number & 0x1FU));
}

/// Numbers pairs of countries: small numbers, since an index knows few countries.
class PairNumbers {
 public:
  PairNumbers() : by_code_(kCountryNumbers, kUnknown) {}
  /// A country's rank in the order of first use.
  [[nodiscard]] std::uint32_t rank(std::uint16_t packed);
  /// The number of two different countries, by rank.
  [[nodiscard]] static std::uint32_t number(std::uint32_t a, std::uint32_t b) noexcept {
    return a < b ? b * (b - 1) / 2 + a : a * (a - 1) / 2 + b;
  }
  [[nodiscard]] std::optional<std::uint32_t> find(std::uint16_t a, std::uint16_t b) const;
  /// The packed codes of a pair, the smaller first.
  [[nodiscard]] std::pair<std::uint16_t, std::uint16_t> codes(std::uint32_t number) const;

 private:
  static constexpr std::uint16_t kUnknown = 0xFFFF;
  std::vector<std::uint16_t> by_code_;  // ranks by country_number()
  std::vector<std::uint16_t> codes_;
};

class FacetNumbers;

/// How the numbers of a facet's values become values, and back. Several facets may share one.
struct ValueType {
  /// A value with its label; its count is left 0.
  FacetValue (*value)(const FacetNumbers& numbers, std::uint32_t number);
  /// Whether `a` comes before `b` among values of equal counts.
  bool (*before)(const FacetNumbers& numbers, std::uint32_t a, std::uint32_t b);
  /// The number of a value that something has, numbered now if it is not yet; nullopt: none is so
  /// called.
  std::optional<std::uint32_t> (*number)(FacetNumbers& numbers, std::string_view value);
  /// The number of a value as a user selects it; nullopt when nothing has it.
  std::optional<std::uint32_t> (*find)(const FacetNumbers& numbers, std::string_view value);
  /// A value as it shows when nothing has it: with its label.
  FacetValue (*absent)(const std::string& value);
};

/// That of a facet.
[[nodiscard]] const ValueType& value_type(Facet facet) noexcept;

extern const ValueType kCountryValues;       ///< numbers: country_number()
extern const ValueType kRegionValues;        ///< into all_regions()
extern const ValueType kPairValues;          ///< PairNumbers
extern const ValueType kOrganizationValues;  ///< NameNumbers
extern const ValueType kNameValues;          ///< NameNumbers; a name is its own label
extern const ValueType kSourceValues;        ///< NameNumbers; found by any spelling
extern const ValueType kOriginValues;        ///< EventOrigin
extern const ValueType kBucketValues;        ///< bucket_number()

/// The numbers that one facet's values have during one count.
class FacetNumbers {
 public:
  /// `type` must outlive it.
  FacetNumbers(const ValueType& type, Bucket width) : bucket(width), type_(type) {}

  NameNumbers names;
  PairNumbers pairs;
  Bucket bucket;

  /// See ValueType.
  [[nodiscard]] FacetValue value(std::uint32_t number) const { return type_.value(*this, number); }
  [[nodiscard]] bool before(std::uint32_t a, std::uint32_t b) const {
    return type_.before(*this, a, b);
  }
  [[nodiscard]] std::optional<std::uint32_t> number(std::string_view value) {
    return type_.number(*this, value);
  }
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view value) const {
    return type_.find(*this, value);
  }
  [[nodiscard]] FacetValue absent(const std::string& value) const { return type_.absent(value); }

 private:
  const ValueType& type_;
};

}  // namespace dateline
