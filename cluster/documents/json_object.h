// Writes a JSON object on one line, value by value.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dateline {

/// Appends `text` as a JSON string. Bytes that are no UTF-8 become U+FFFD.
void append_json_string(std::string_view text, std::string& to);

/// An object that grows at the end of a string: nothing is held of it in memory but its text. Names
/// need no escapes. What is empty is left out, unless it is said otherwise.
class JsonObject {
 public:
  /// `to` must outlive it; until end() nothing else may be appended there.
  explicit JsonObject(std::string& to) : to_(to) { to_ += '{'; }
  JsonObject(JsonObject&&) = delete;

  void add(std::string_view name, std::string_view text) {
    if (!text.empty()) append_json_string(text, begin(name));
  }
  void add_number(std::string_view name, std::int64_t number) {
    begin(name) += std::to_string(number);
  }
  void add_flag(std::string_view name, bool flag) {
    if (flag) begin(name) += "true";
  }
  /// A list, of which `append(value, to)` writes each value.
  template <typename List, typename Append>
  void add_list(std::string_view name, const List& list, Append append) {
    if (std::begin(list) == std::end(list)) return;
    auto& to = begin(name);
    char mark = '[';
    for (const auto& value : list) {
      to += mark;
      append(value, to);
      mark = ',';
    }
    to += ']';
  }
  /// A list of texts.
  template <typename List>
  void add_texts(std::string_view name, const List& list) {
    add_list(name, list, [](const auto& text, std::string& to) { append_json_string(text, to); });
  }
  /// What is JSON already.
  void add_raw(std::string_view name, std::string_view json) { begin(name) += json; }
  void end() { to_ += '}'; }

 private:
  std::string& begin(std::string_view name) {
    if (to_.back() != '{') to_ += ',';
    to_ += '"';
    to_ += name;
    to_ += "\":";
    return to_;
  }

  std::string& to_;
};

}  // namespace dateline
