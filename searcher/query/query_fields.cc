#include "searcher/query/query_fields.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

#include "language/utf8.h"
#include "searcher/query/query_characters.h"
#include "searcher/query/query_filters.h"

namespace dateline {

namespace {

constexpr std::array kRules{
    FieldRule{
        "about", "about:china", {}, ValueList::any_or_all, read_about, FilterKind::about, true},
    FieldRule{"author", "author:smith", TextField::author},
    FieldRule{"country",
              "country:RU",
              {},
              ValueList::any_or_all,
              read_countries,
              FilterKind::country,
              true},
    FieldRule{
        "date", "date:2001-02", {}, ValueList::any_or_all, read_dates, FilterKind::date, true},
    FieldRule{"heading", "heading:missiles", TextField::heading},
    FieldRule{"id", "id:essay.txt", {}, ValueList::any, read_ids, FilterKind::id},
    FieldRule{"kind", "kind:event", {}, ValueList::one, read_kind},
    FieldRule{"named", "named:RU", {}, ValueList::any_or_all, read_named, FilterKind::named, true},
    FieldRule{"organization",
              "organization:NATO",
              {},
              ValueList::any_or_all,
              read_organizations,
              FilterKind::organization,
              true},
    FieldRule{"origin", "origin:chronology", {}, ValueList::any, read_origins, FilterKind::origin},
    FieldRule{"pair", "pair:CN-RU", {}, ValueList::any_or_all, read_pairs, FilterKind::pair},
    FieldRule{"person",
              "person:putin",
              {},
              ValueList::any_or_all,
              read_persons,
              FilterKind::person,
              true},
    FieldRule{"precision", "precision:month", {}, ValueList::one, read_precision},
    FieldRule{"published",
              "published:2001",
              {},
              ValueList::any,
              read_published,
              FilterKind::published,
              true},
    FieldRule{"region",
              "region:central-asia",
              {},
              ValueList::any_or_all,
              read_regions,
              FilterKind::region},
    FieldRule{"relation",
              "relation:JP-RU",
              {},
              ValueList::any_or_all,
              read_relations,
              FilterKind::relation},
    FieldRule{"source",
              "source:reuters",
              {},
              ValueList::any_or_all,
              read_sources,
              FilterKind::source,
              true},
    FieldRule{"text", "text:missile", TextField::text},
    FieldRule{"title", "title:alliances", TextField::title},
};

// The name of each filter, by its kind.
constexpr auto kFilterNames = [] {
  std::array<std::string_view, kFilterKinds> names{};
  for (const auto& rule : kRules) {
    if (rule.kind) names[static_cast<std::size_t>(*rule.kind)] = rule.name;
  }
  return names;
}();
static_assert(std::find(kFilterNames.begin(), kFilterNames.end(), std::string_view{}) ==
                  kFilterNames.end(),
              "each FilterKind has a row");

}  // namespace

std::span<const FieldRule> field_rules() noexcept { return kRules; }

std::string_view filter_name(FilterKind kind) noexcept {
  return kFilterNames[static_cast<std::size_t>(kind)];
}

namespace {

std::vector<std::string_view> names_of_fields() {
  std::vector<std::string_view> names;
  for (const auto& rule : field_rules()) names.push_back(rule.name);
  return names;
}

}  // namespace

const FieldRule* find_field(std::string_view typed) {
  constexpr std::size_t kMaxBytes = 32;
  if (typed.size() > kMaxBytes) return nullptr;
  const std::string folded = fold(typed);
  const auto rules = field_rules();
  const auto found = std::find_if(rules.begin(), rules.end(),
                                  [&](const FieldRule& rule) { return rule.name == folded; });
  return found == rules.end() ? nullptr : &*found;
}

std::string_view nearest_field(std::string_view typed) {
  return nearest_name(fold(typed), names_of_fields());
}

std::string unknown_field_message(std::string_view typed) {
  const std::string message = fmt::format("unknown field {}: ", quote_piece(typed));
  if (const auto near = nearest_field(typed); !near.empty()) {
    return message + fmt::format("did you mean '{}'?", near);
  }
  return message + fmt::format("the fields are {}; to search for the words, put them in quotes",
                               fmt::join(names_of_fields(), ", "));
}

std::string_view text_field_name(TextField field) noexcept {
  for (const auto& rule : field_rules()) {
    if (rule.text_field == field) return rule.name;
  }
  return {};
}

}  // namespace dateline
