#include "language/rule_names.h"

#include <algorithm>
#include <array>

namespace dateline {
namespace {

constexpr std::array<std::string_view, 39> kDateRules{
    "ago",
    "century",
    "day-of-month",
    "day-range",
    "day-word",
    "decade",
    "earlier-or-later",
    "first-or-last-days",
    "fiscal-year",
    "fixed-day",
    "full-date",
    "half",
    "iso-date",
    "month",
    "month-day",
    "month-range",
    "new-year",
    "nine-eleven",
    "numeric",
    "part-of-century",
    "part-of-decade",
    "part-of-month",
    "part-of-season",
    "part-of-year",
    "quarter",
    "range",
    "relative-month",
    "relative-season",
    "relative-unit",
    "season",
    "shift",
    "since",
    "week-of-day",
    "week-of-month",
    "weekday",
    "weekday-of-month",
    "window",
    "year",
    "year-range",
};

constexpr std::array<std::string_view, 14> kCountryRules{
    "abbreviation", "capital",   "combining-form",   "congo", "demonym", "dominican",
    "former-state", "georgia",   "joined-direction", "korea", "name",    "own-name",
    "seat",         "territory",
};

constexpr std::array<std::string_view, 3> kOrganizationRules{
    "organization-abbreviation",
    "organization-name",
    "organization-short-name",
};

constexpr std::array<std::string_view, 3> kPersonRules{
    "person-again",
    "person-introduced",
    "person-known",
};

static_assert(std::is_sorted(kDateRules.begin(), kDateRules.end()));
static_assert(std::is_sorted(kCountryRules.begin(), kCountryRules.end()));
static_assert(std::is_sorted(kOrganizationRules.begin(), kOrganizationRules.end()));

}  // namespace

std::span<const std::string_view> date_rule_names() noexcept { return kDateRules; }

std::span<const std::string_view> country_rule_names() noexcept { return kCountryRules; }

std::span<const std::string_view> organization_rule_names() noexcept { return kOrganizationRules; }

std::span<const std::string_view> person_rule_names() noexcept { return kPersonRules; }

}  // namespace dateline
