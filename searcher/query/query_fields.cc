#include "searcher/query/query_fields.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

#include "language/utf8.h"
#include "searcher/query/query_filters.h"
#include "searcher/query/query_text.h"

namespace dateline {

std::span<const FieldRule> field_rules() noexcept {
  static constexpr std::array<FieldRule, 15> kRules{{
      {"about", "about:china", std::nullopt, ValueList::any_or_all, read_about},
      {"author", "author:smith", TextField::author},
      {"country", "country:RU", std::nullopt, ValueList::any_or_all, read_countries},
      {"date", "date:2001-02", std::nullopt, ValueList::any_or_all, read_dates},
      {"heading", "heading:missiles", TextField::heading},
      {"id", "id:essay.txt", std::nullopt, ValueList::any, read_ids},
      {"kind", "kind:event", std::nullopt, ValueList::one, read_kind},
      {"organization", "organization:NATO", std::nullopt, ValueList::any_or_all,
       read_organizations},
      {"origin", "origin:chronology", std::nullopt, ValueList::any, read_origins},
      {"pair", "pair:CN-RU", std::nullopt, ValueList::any_or_all, read_pairs},
      {"precision", "precision:month", std::nullopt, ValueList::one, read_precision},
      {"published", "published:2001", std::nullopt, ValueList::any, read_published},
      {"region", "region:central-asia", std::nullopt, ValueList::any_or_all, read_regions},
      {"text", "text:missile", TextField::text},
      {"title", "title:alliances", TextField::title},
  }};
  return kRules;
}

const FieldRule* find_field(std::string_view typed) {
  constexpr std::size_t kMaxBytes = 32;
  if (typed.size() > kMaxBytes) return nullptr;
  const std::string folded = fold(typed);
  const auto rules = field_rules();
  const auto found = std::find_if(rules.begin(), rules.end(),
                                  [&](const FieldRule& rule) { return rule.name == folded; });
  return found == rules.end() ? nullptr : &*found;
}

std::string unknown_field_message(std::string_view typed) {
  std::vector<std::string_view> names;
  for (const auto& rule : field_rules()) names.push_back(rule.name);
  const std::string message = fmt::format("unknown field {}: ", quote_piece(typed));
  if (const auto near = nearest_name(fold(typed), names); !near.empty()) {
    return message + fmt::format("did you mean '{}'?", near);
  }
  return message + fmt::format("the fields are {}; to search for the words, put them in quotes",
                               fmt::join(names, ", "));
}

std::string_view text_field_name(TextField field) noexcept {
  for (const auto& rule : field_rules()) {
    if (rule.text_field == field) return rule.name;
  }
  return {};
}

}  // namespace dateline
