#include "searcher/query/query_writer.h"

#include <fmt/format.h>

#include <string>

#include "language/utf8.h"
#include "searcher/query/query_fields.h"
#include "searcher/query/query_text.h"

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

using Kind = QueryNode::Kind;

std::string with_field(const QueryNode& node, const std::string& text) {
  if (node.field == TextField::any) return text;
  return fmt::format("{}:{}", text_field_name(node.field), text);
}

std::string format_phrase(const QueryNode& node) {
  const std::string quoted = with_field(node, '"' + node.text + '"');
  return node.slop == 0 ? quoted : fmt::format("{}~{}", quoted, node.slop);
}

bool is_any_day(const QueryNode& node) {
  return node.interval.first == kFirstDay && node.interval.last == kLastDay;
}

std::string date_tree(const QueryNode& node) {
  std::string text = "(date ";
  if (node.mode != DateMode::overlaps) text += fmt::format("{} ", date_mode_name(node.mode));
  text += format_interval(node.interval);
  if (node.coarsest != Precision::century)
    text += fmt::format(" {}", precision_name(node.coarsest));
  return text + ')';
}

// How the date must lie is no part of the query language: it is set for a whole request.
std::string date_query(const QueryNode& node) {
  auto precision = fmt::format("precision:{}", precision_name(node.coarsest));
  if (node.coarsest != Precision::century && is_any_day(node)) return precision;
  const auto date = "date:" + written_interval(node.interval);
  return node.coarsest == Precision::century ? date : fmt::format("({} {})", date, precision);
}

std::string format_children(const QueryNode& node, std::string_view name) {
  std::string text = fmt::format("({}", name);
  for (const auto& child : node.children) text += ' ' + to_string(child);
  return text + ')';
}

// A '-' is read as "not" only before something that could not make it a dash or an arrow.
bool can_follow_minus(const QueryNode& node) {
  switch (node.kind) {
    case Kind::all:
    case Kind::any:
    case Kind::exclude:
      return false;
    case Kind::word:
    case Kind::prefix: {
      if (node.field != TextField::any) return true;
      std::size_t i = 0;
      return !node.text.empty() && is_word_character(next_code_point(node.text, i));
    }
    default:
      return true;
  }
}

std::string exclude_query(const QueryNode& child) {
  return can_follow_minus(child) ? '-' + to_query(child) : "-(" + to_query(child) + ')';
}

std::string children_query(const QueryNode& node) {
  std::string text;
  for (const auto& child : node.children) {
    if (!text.empty()) text += node.kind == Kind::any ? " OR " : " ";
    const bool parted = node.kind == Kind::all && child.kind == Kind::any;
    text += parted ? '(' + to_query(child) + ')' : to_query(child);
  }
  return text;
}

}  // namespace

std::string to_string(const QueryNode& node) {
  switch (node.kind) {
    case Kind::all:
      return format_children(node, "all");
    case Kind::any:
      return format_children(node, "any");
    case Kind::exclude:
      return format_children(node, "exclude");
    case Kind::word:
      return with_field(node, node.text);
    case Kind::phrase:
      return fmt::format("(phrase {})", format_phrase(node));
    case Kind::prefix:
      return fmt::format("(prefix {})", with_field(node, node.text));
    case Kind::country:
      return fmt::format("(country {})", join_codes(node.countries, node.match_all ? " & " : " "));
    case Kind::about:
      return fmt::format("(about {})", join_codes(node.countries, node.match_all ? " & " : " "));
    case Kind::pair:
      return fmt::format("(pair {})", join_codes(node.countries, "-"));
    case Kind::region:
      return fmt::format("(region {})", node.text);
    case Kind::organization:
      return fmt::format("(organization {})", node.text);
    case Kind::id:
      return fmt::format("(id {})", node.text);
    case Kind::date:
      return date_tree(node);
    case Kind::published:
      return fmt::format("(published {})", format_interval(node.interval));
    case Kind::origin:
      return fmt::format("(origin {})", event_origin_name(node.origin));
  }
  return {};
}

std::string to_query(const QueryNode& node) {
  switch (node.kind) {
    case Kind::all:
    case Kind::any:
      return children_query(node);
    case Kind::exclude:
      return exclude_query(node.children.front());
    case Kind::word:
      return with_field(node, node.text);
    case Kind::phrase:
      return format_phrase(node);
    case Kind::prefix:
      return with_field(node, node.text + '*');
    case Kind::country:
      return "country:" + join_codes(node.countries, node.match_all ? "&" : ",");
    case Kind::about:
      return "about:" + join_codes(node.countries, node.match_all ? "&" : ",");
    case Kind::pair:
      return "pair:" + join_codes(node.countries, "-");
    case Kind::region:
      return "region:" + node.text;
    case Kind::organization:
      return fmt::format("organization:\"{}\"", node.text);
    case Kind::id:
      return fmt::format("id:\"{}\"", node.text);
    case Kind::date:
      return date_query(node);
    case Kind::published:
      return "published:" + written_interval(node.interval);
    case Kind::origin:
      return fmt::format("origin:{}", event_origin_name(node.origin));
  }
  return {};
}

}  // namespace dateline
