#include "searcher/query/query_writer.h"

#include <fmt/format.h>

#include <string>

#include "language/countries/region.h"
#include "language/utf8.h"
#include "searcher/query/query_characters.h"
#include "searcher/query/query_fields.h"

namespace dateline {
namespace {

// As a person would write it: a whole year or month by its name, an open end left open.
std::string written_interval(const DateInterval& interval) {
  if (interval.first == kFirstDay && interval.last == kLastDay) return format_interval(interval);
  if (interval.first == kFirstDay) return ".." + format_day(interval.last);
  if (interval.last == kLastDay) return format_day(interval.first) + "..";
  const auto first = format_day(interval.first);
  for (const std::size_t length :
       {std::string_view{"2001"}.size(), std::string_view{"2001-02"}.size()}) {
    const auto name = first.substr(0, length);
    if (parse_iso_interval(name) == interval) return name;
  }
  return format_interval(interval);
}

std::string with_field(const QueryText& text, const std::string& written) {
  if (text.field == TextField::any) return written;
  return fmt::format("{}:{}", text_field_name(text.field), written);
}

std::string format_phrase(const QueryText& text) {
  const std::string quoted = with_field(text, '"' + text.text + '"');
  return text.slop == 0 ? quoted : fmt::format("{}~{}", quoted, text.slop);
}

std::string format_pair(const AskedPair& pair) {
  return fmt::format("{}-{}", pair.first.view(), pair.second.view());
}

std::string first_name(const AskedPerson& asked) {
  return asked.names.empty() ? std::string{} : asked.names.front();
}

std::string name_or_none(const std::string& name) {
  return name.empty() ? std::string{kNoneValue} : name;
}

std::string quoted_or_none(const std::string& name) {
  return name.empty() ? std::string{kNoneValue} : fmt::format("\"{}\"", name);
}

// What a filter asks for, in the tree as text.
std::string value_in_tree(const FilterCondition& filter) {
  return std::visit(
      Overloaded{
          [](const AskedCountries& asked) {
            if (asked.codes.empty()) return std::string{kNoneValue};
            return join_codes(asked.codes, asked.match_all ? " & " : " ");
          },
          [](const AskedPair& pair) { return format_pair(pair); },
          [](const AskedRegion& region) { return std::string{region_at(region.number).id}; },
          [](const AskedName& asked) { return name_or_none(asked.name); },
          [](const AskedPerson& asked) { return name_or_none(first_name(asked)); },
          [](const AskedDays& days) {
            if (days.none) return std::string{kNoneValue};
            std::string text;
            if (days.mode != DateMode::overlaps)
              text = fmt::format("{} ", date_mode_name(days.mode));
            text += format_interval(days.interval);
            if (days.coarsest != Precision::century)
              text += fmt::format(" {}", precision_name(days.coarsest));
            return text;
          },
          [](const AskedOrigin& asked) { return std::string{event_origin_name(asked.origin)}; }},
      filter.value);
}

// The same in the query language, behind the filter's name. How a date must lie is no part of it:
// that is set for a whole request.
std::string value_in_query(const FilterCondition& filter) {
  return std::visit(
      Overloaded{[](const AskedCountries& asked) {
                   if (asked.codes.empty()) return std::string{kNoneValue};
                   return join_codes(asked.codes, asked.match_all ? "&" : ",");
                 },
                 [](const AskedName& asked) { return quoted_or_none(asked.name); },
                 [](const AskedPerson& asked) { return quoted_or_none(first_name(asked)); },
                 [](const AskedDays& days) {
                   return days.none ? std::string{kNoneValue} : written_interval(days.interval);
                 },
                 [&](const auto& /*written alike*/) { return value_in_tree(filter); }},
      filter.value);
}

std::string filter_query(const FilterCondition& filter) {
  auto written = fmt::format("{}:{}", filter_name(filter.kind), value_in_query(filter));
  const auto* days = std::get_if<AskedDays>(&filter.value);
  if (days == nullptr || days->coarsest == Precision::century) return written;
  auto precision = fmt::format("precision:{}", precision_name(days->coarsest));
  return is_any_day(*days) ? precision : fmt::format("({} {})", written, precision);
}

std::string group_in_tree(std::string_view name, const std::vector<QueryNode>& children) {
  std::string text = fmt::format("({}", name);
  for (const auto& child : children) text += ' ' + to_string(child);
  return text + ')';
}

std::string text_in_tree(const QueryText& text) {
  switch (text.form) {
    case TextForm::word:
      return with_field(text, text.text);
    case TextForm::phrase:
      return fmt::format("(phrase {})", format_phrase(text));
    case TextForm::prefix:
      return fmt::format("(prefix {})", with_field(text, text.text));
  }
  return {};
}

std::string text_query(const QueryText& text) {
  switch (text.form) {
    case TextForm::word:
      return with_field(text, text.text);
    case TextForm::phrase:
      return format_phrase(text);
    case TextForm::prefix:
      return with_field(text, text.text + '*');
  }
  return {};
}

// A '-' is read as "not" only before something that could not make it a dash or an arrow.
bool can_follow_minus(const QueryNode& node) {
  if (is_group(node)) return false;
  const auto* text = get_if<QueryText>(node);
  if (text == nullptr || text->form == TextForm::phrase || text->field != TextField::any)
    return true;
  std::size_t i = 0;
  return !text->text.empty() && is_word_character(next_code_point(text->text, i));
}

std::string exclude_query(const QueryNode& child) {
  return can_follow_minus(child) ? '-' + to_query(child) : "-(" + to_query(child) + ')';
}

std::string all_query(const std::vector<QueryNode>& children) {
  std::string text;
  for (const auto& child : children) {
    if (!text.empty()) text += ' ';
    text += is<AnyOf<QueryNode>>(child) ? '(' + to_query(child) + ')' : to_query(child);
  }
  return text;
}

std::string any_query(const std::vector<QueryNode>& children) {
  std::string text;
  for (const auto& child : children) {
    if (!text.empty()) text += " OR ";
    text += to_query(child);
  }
  return text;
}

}  // namespace

std::string to_string(const QueryNode& node) {
  return std::visit(
      Overloaded{[](const AllOf<QueryNode>& all) { return group_in_tree("all", all.children); },
                 [](const AnyOf<QueryNode>& any) { return group_in_tree("any", any.children); },
                 [](const Exclude<QueryNode>& excluded) {
                   return group_in_tree("exclude", excluded.children);
                 },
                 [](const QueryText& text) { return text_in_tree(text); },
                 [](const FilterCondition& filter) {
                   return fmt::format("({} {})", filter_name(filter.kind), value_in_tree(filter));
                 }},
      node.form);
}

std::string to_query(const QueryNode& node) {
  return std::visit(Overloaded{[](const AllOf<QueryNode>& all) { return all_query(all.children); },
                               [](const AnyOf<QueryNode>& any) { return any_query(any.children); },
                               [](const Exclude<QueryNode>& excluded) {
                                 return exclude_query(excluded.children.front());
                               },
                               [](const QueryText& text) { return text_query(text); },
                               [](const FilterCondition& filter) { return filter_query(filter); }},
                    node.form);
}

}  // namespace dateline
