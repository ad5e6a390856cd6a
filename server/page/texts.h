// What the page says, in one language.
#pragma once

#include <fmt/format.h>

#include <map>
#include <string>
#include <string_view>

namespace dateline {

/// The texts of web/texts.en.tsv, by key.
class Texts {
 public:
  Texts();

  /// A text as it is. Requires a key that there is.
  [[nodiscard]] const std::string& of(std::string_view key) const;
  /// A text with its `{}` filled in, in their order.
  template <typename... Values>
  [[nodiscard]] std::string filled(std::string_view key, const Values&... values) const {
    return fmt::format(fmt::runtime(of(key)), values...);
  }
  [[nodiscard]] const std::map<std::string, std::string, std::less<>>& all() const noexcept {
    return texts_;
  }

 private:
  std::map<std::string, std::string, std::less<>> texts_;
};

}  // namespace dateline
