#include "presenter/json_list.h"

#include <fmt/format.h>

namespace dateline {
namespace {

// A dumped object without its brackets and the line end before the last.
std::string_view members_of(std::string_view dumped) {
  dumped.remove_prefix(1);
  dumped.remove_suffix(std::string_view{"\n}\n"}.size());
  return dumped;
}

}  // namespace

std::string json_list_begin(const Json& head, std::string_view name) {
  return fmt::format("{{{},\n  \"{}\": [", members_of(dump(head)), name);
}

std::string json_list_item(const Json& item, bool is_first) {
  constexpr std::string_view kIndent = "\n    ";
  std::string text = is_first ? "" : ",";
  auto dumped = dump(item);
  dumped.pop_back();
  text += kIndent;
  for (const char c : dumped) {  // line feeds within strings are escaped
    if (c == '\n') {
      text += kIndent;
    } else {
      text += c;
    }
  }
  return text;
}

std::string json_list_end(const Json& tail, bool has_items) {
  return fmt::format("{}{}\n}}\n", has_items ? "\n  ]," : "],", members_of(dump(tail)));
}

}  // namespace dateline
