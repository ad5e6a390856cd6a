#include "searcher/facet/facet_values.h"

#include <fmt/compile.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "corpus/structure/credits.h"
#include "index/schema.h"
#include "language/countries/country_finder.h"
#include "language/countries/region.h"
#include "language/organizations/organization_finder.h"
#include "searcher/query/query.h"

namespace dateline {
namespace {

FacetValue uncounted(std::string value, std::string label, std::string parent = {}) {
  return {std::move(value), std::move(label), 0, false, std::move(parent)};
}

FacetValue country_value(CountryCode code) { return uncounted(code.str(), country_label(code)); }

FacetValue pair_value(CountryCode first, CountryCode second) {
  return uncounted(
      fmt::format(FMT_COMPILE("{}-{}"), first.view(), second.view()),
      fmt::format(FMT_COMPILE("{}–{}"), country_value(first).label, country_value(second).label));
}

FacetValue organization_value(const std::string& name) {
  return uncounted(name, organization_name(name).value_or(name));
}

FacetValue region_value(std::size_t number) {
  const Region& region = region_at(number);
  return uncounted(std::string{region.id}, std::string{region.name}, std::string{region.parent});
}

FacetValue plain_value(std::string name) {
  FacetValue value;
  value.label = name;
  value.value = std::move(name);
  return value;
}

constexpr std::size_t kCodeSize = 2;

std::optional<CountryCode> code_from(std::string_view text) {
  if (text.size() != kCodeSize) return std::nullopt;
  return CountryCode{text[0], text[1]};
}

// The codes of "CN-RU".
std::optional<std::pair<CountryCode, CountryCode>> codes_from(std::string_view text) {
  if (text.size() != 2 * kCodeSize + 1) return std::nullopt;
  return std::pair{*code_from(text.substr(0, kCodeSize)), *code_from(text.substr(kCodeSize + 1))};
}

}  // namespace

void NameNumbers::begin_segment(const Dictionary& dictionary) {
  dictionary_ = &dictionary;
  by_id_.assign(dictionary.size(), kUnknown);
}

std::uint32_t NameNumbers::number(std::uint32_t id) {
  if (id >= by_id_.size()) return number_of({});  // a damaged column
  if (by_id_[id] == kUnknown) by_id_[id] = number_of(dictionary_->text(id));
  return by_id_[id];
}

std::uint32_t NameNumbers::number_of(std::string_view name) {
  const auto [found, added] =
      by_name_.try_emplace(std::string{name}, static_cast<std::uint32_t>(names_.size()));
  if (added) names_.emplace_back(name);
  return found->second;
}

std::optional<std::uint32_t> NameNumbers::find(std::string_view name) const {
  const auto found = by_name_.find(std::string{name});
  return found == by_name_.end() ? std::nullopt : std::optional{found->second};
}

std::uint32_t PairNumbers::rank(std::uint16_t packed) {
  auto& rank = by_code_[country_number(packed)];
  if (rank == kUnknown) {
    rank = static_cast<std::uint16_t>(codes_.size());
    codes_.push_back(packed);
  }
  return rank;
}

std::optional<std::uint32_t> PairNumbers::find(std::uint16_t a, std::uint16_t b) const {
  const auto first = by_code_[country_number(a)];
  const auto second = by_code_[country_number(b)];
  const auto is_of = [this](std::uint16_t rank, std::uint16_t packed) {
    return rank != kUnknown && codes_[rank] == packed;
  };
  if (a == b || !is_of(first, a) || !is_of(second, b)) return std::nullopt;
  return number(first, second);
}

std::pair<std::uint16_t, std::uint16_t> PairNumbers::codes(std::uint32_t number) const {
  auto above = static_cast<std::uint32_t>((1 + std::sqrt(1 + 8.0 * number)) / 2);
  if (above * (above - 1) / 2 > number) --above;
  const auto below = number - above * (above - 1) / 2;
  if (above >= codes_.size()) return {};  // two of one rank: only in a damaged index
  return std::minmax(codes_[above], codes_[below]);
}

namespace {

using Number = std::uint32_t;

bool by_number(const FacetNumbers& /*numbers*/, Number a, Number b) { return a < b; }
bool by_name(const FacetNumbers& numbers, Number a, Number b) {
  return numbers.names.name(a) < numbers.names.name(b);
}
std::optional<Number> find_name(const FacetNumbers& numbers, std::string_view value) {
  return numbers.names.find(value);
}

FacetValue value_of_country(const FacetNumbers& /*numbers*/, Number number) {
  return country_value(unpack_country(packed_country(number)));
}
std::optional<Number> find_country(const FacetNumbers& /*numbers*/, std::string_view value) {
  const auto code = code_from(value);
  return code ? std::optional{country_number(pack_country(*code))} : std::nullopt;
}
std::optional<Number> number_country(FacetNumbers& numbers, std::string_view value) {
  return find_country(numbers, value);
}
FacetValue absent_country(const std::string& value) {
  const auto code = code_from(value);
  return code ? country_value(*code) : plain_value(value);
}

FacetValue value_of_region(const FacetNumbers& /*numbers*/, Number number) {
  return region_value(number);
}
std::optional<Number> find_region(const FacetNumbers& /*numbers*/, std::string_view value) {
  const auto region = region_for(value);
  return region ? std::optional{static_cast<Number>(*region)} : std::nullopt;
}
std::optional<Number> number_region(FacetNumbers& numbers, std::string_view value) {
  return find_region(numbers, value);
}
FacetValue absent_region(const std::string& value) {
  const auto region = region_for(value);
  return region ? region_value(*region) : plain_value(value);
}

FacetValue value_of_pair(const FacetNumbers& numbers, Number number) {
  const auto [first, second] = numbers.pairs.codes(number);
  return pair_value(unpack_country(first), unpack_country(second));
}
bool by_codes(const FacetNumbers& numbers, Number a, Number b) {
  return numbers.pairs.codes(a) < numbers.pairs.codes(b);
}
std::optional<Number> find_pair(const FacetNumbers& numbers, std::string_view value) {
  const auto codes = codes_from(value);
  if (!codes) return std::nullopt;
  return numbers.pairs.find(pack_country(codes->first), pack_country(codes->second));
}
std::optional<Number> number_pair(FacetNumbers& numbers, std::string_view value) {
  const auto codes = codes_from(value);
  if (!codes || codes->first == codes->second) return std::nullopt;
  return PairNumbers::number(numbers.pairs.rank(pack_country(codes->first)),
                             numbers.pairs.rank(pack_country(codes->second)));
}
FacetValue absent_pair(const std::string& value) {
  const auto codes = codes_from(value);
  return codes ? pair_value(codes->first, codes->second) : plain_value(value);
}

FacetValue value_of_organization(const FacetNumbers& numbers, Number number) {
  return organization_value(numbers.names.name(number));
}
FacetValue value_of_name(const FacetNumbers& numbers, Number number) {
  return plain_value(numbers.names.name(number));
}
std::optional<Number> number_name(FacetNumbers& numbers, std::string_view value) {
  return numbers.names.number_of(value);
}
FacetValue absent_name(const std::string& value) { return plain_value(value); }

// Its own spelling, else the first that means the same.
std::optional<Number> find_source(const FacetNumbers& numbers, std::string_view value) {
  if (const auto exact = numbers.names.find(value)) return exact;
  const auto wanted = comparable_source(value);
  const auto& names = numbers.names.names();
  const auto same = [&](const std::string& name) { return comparable_source(name) == wanted; };
  const auto found = std::find_if(names.begin(), names.end(), same);
  if (found == names.end()) return std::nullopt;
  return static_cast<Number>(found - names.begin());
}

FacetValue value_of_origin(const FacetNumbers& /*numbers*/, Number number) {
  return plain_value(std::string{event_origin_name(static_cast<EventOrigin>(number))});
}
std::optional<Number> find_origin(const FacetNumbers& /*numbers*/, std::string_view value) {
  for (const auto origin : {EventOrigin::chronology, EventOrigin::prose, EventOrigin::log}) {
    if (event_origin_name(origin) == value) return static_cast<Number>(origin);
  }
  return std::nullopt;
}

std::optional<Number> number_origin(FacetNumbers& numbers, std::string_view value) {
  return find_origin(numbers, value);
}

FacetValue value_of_bucket(const FacetNumbers& numbers, Number number) {
  return plain_value(bucket_name(numbers.bucket, number));
}
std::optional<Number> number_bucket(FacetNumbers& numbers, std::string_view value) {
  return bucket_named(numbers.bucket, value);
}
// Days are selected, not buckets.
std::optional<Number> find_no_bucket(const FacetNumbers& /*numbers*/, std::string_view /*value*/) {
  return std::nullopt;
}

}  // namespace

const ValueType kCountryValues{value_of_country, by_number, number_country, find_country,
                               absent_country};
const ValueType kRegionValues{value_of_region, by_number, number_region, find_region,
                              absent_region};
const ValueType kPairValues{value_of_pair, by_codes, number_pair, find_pair, absent_pair};
const ValueType kOrganizationValues{value_of_organization, by_name, number_name, find_name,
                                    organization_value};
const ValueType kNameValues{value_of_name, by_name, number_name, find_name, absent_name};
const ValueType kSourceValues{value_of_name, by_name, number_name, find_source, absent_name};
const ValueType kOriginValues{value_of_origin, by_number, number_origin, find_origin, absent_name};
const ValueType kBucketValues{value_of_bucket, by_number, number_bucket, find_no_bucket,
                              absent_name};

namespace {

constexpr std::array<const ValueType*, kFacetRows.size()> kTypes{
    &kCountryValues, &kRegionValues, &kOrganizationValues, &kNameValues,
    &kCountryValues, &kPairValues,   &kBucketValues,       &kBucketValues,
    &kNameValues,    &kSourceValues, &kOriginValues};

}  // namespace

const ValueType& value_type(Facet facet) noexcept {
  return *kTypes[static_cast<std::size_t>(facet)];
}

}  // namespace dateline
