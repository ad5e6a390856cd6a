#include "corpus/structure/front_value.h"

namespace dateline {
namespace {

// toml++ 3.3 takes some of what it says in assertions for granted though a malformed text breaks it
// ("[ =" has no key). Here each of them is checked, in optimized builds too.
constexpr void check_assumption(bool holds) {
  if (!holds) throw FrontMatterError(0, "is malformed");
}

}  // namespace
}  // namespace dateline

#undef NDEBUG
#define TOML_ASSERT(expression) dateline::check_assumption(static_cast<bool>(expression))
#define TOML_EXCEPTIONS 1
#define TOML_ENABLE_FORMATTERS 0
#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

namespace dateline {
namespace {

// toml++ 3.3 has undefined behaviour where it looks for white space among the letters from U+00A1
// to U+0499 (is_non_ascii_horizontal_whitespace). So it sees none: a byte beyond ASCII goes to it
// as '~' and two hex digits, as '~' itself does. Neither may stand outside strings and comments.
constexpr char kByteMark = '~';

std::string without_letters_beyond_ascii(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80 && c != kByteMark) {
      result += c;
    } else {
      fmt::format_to(std::back_inserter(result), "{}{:02X}", kByteMark, byte);
    }
  }
  return result;
}

// The text of which `sent` is what went to toml++.
std::string as_written(std::string_view sent) {
  constexpr std::size_t kMarkBytes = 3;
  std::string result;
  for (std::size_t i = 0; i < sent.size();) {
    unsigned byte = 0;
    const auto* const end = sent.data() + std::min(i + kMarkBytes, sent.size());
    if (sent[i] == kByteMark && std::from_chars(sent.data() + i + 1, end, byte, 16).ptr == end) {
      result += static_cast<char>(byte);
      i += kMarkBytes;
    } else {
      result += sent[i++];
    }
  }
  return result;
}

// toml++ counts lines from 1; 0 where it does not know.
std::size_t toml_line(const toml::source_region& region) noexcept {
  return region.begin.line > 0 ? region.begin.line - 1U : 0U;
}

std::string toml_day(const toml::date& date) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<unsigned>(date.year),
                     static_cast<unsigned>(date.month), static_cast<unsigned>(date.day));
}

std::string toml_text(const toml::node& node) {
  if (const auto* const text = node.as_string()) return as_written(text->get());
  if (const auto* const date = node.as_date()) return toml_day(date->get());
  if (const auto* const date = node.as_date_time()) return toml_day(date->get().date);
  if (const auto* const number = node.as_integer()) return fmt::format("{}", number->get());
  if (const auto* const truth = node.as_boolean()) return truth->get() ? "true" : "false";
  return {};
}

/// Copies the library's tree, within the limits.
class TomlValues {
 public:
  FrontValue copy(const toml::node& node, std::size_t depth) {
    FrontValue value;
    value.line = toml_line(node.source());
    if (depth > kMaxFrontDepth) throw FrontMatterError(value.line, "nests deeper than 32 values");
    if (++values_ > kMaxFrontValues)
      throw FrontMatterError(value.line, "makes it more than 10,000 values");
    if (const auto* const table = node.as_table()) {
      copy_table(*table, depth, value);
    } else if (const auto* const array = node.as_array()) {
      value.kind = FrontValue::Kind::list;
      for (const auto& item : *array) value.items.push_back(copy(item, depth + 1));
    } else {
      value.kind = FrontValue::Kind::text;
      value.text = toml_text(node);
    }
    return value;
  }

 private:
  // A table is sorted by its keys; what is written first shall come first.
  void copy_table(const toml::table& table, std::size_t depth, FrontValue& value) {
    value.kind = FrontValue::Kind::map;
    std::vector<std::pair<std::string, FrontValue>> entries;
    for (const auto& [key, item] : table)
      entries.emplace_back(as_written(key.str()), copy(item, depth + 1));
    std::stable_sort(entries.begin(), entries.end(),
                     [](const auto& a, const auto& b) { return a.second.line < b.second.line; });
    for (auto& [key, item] : entries) {
      value.keys.push_back(std::move(key));
      value.items.push_back(std::move(item));
    }
  }

  std::size_t values_ = 0;
};

}  // namespace

FrontValue parse_toml(std::string_view text) {
  try {
    return TomlValues{}.copy(toml::parse(without_letters_beyond_ascii(text)), 0);
  } catch (const toml::parse_error& error) {
    throw FrontMatterError(toml_line(error.source()),
                           fmt::format("is malformed ({})", as_written(error.description())));
  }
}

}  // namespace dateline
