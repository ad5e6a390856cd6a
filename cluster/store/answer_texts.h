// Texts in the answers of a cluster.
#pragma once

#include <simdjson.h>

#include <string>
#include <string_view>

#include "cluster/http/answer_json.h"

namespace dateline {

/// The text at a path (AnswerJson::find); empty when there is none.
[[nodiscard]] inline std::string text_below(simdjson::dom::element from, std::string_view path) {
  const auto found = AnswerJson::find(from, path);
  std::string_view text;
  return found && found->get_string().get(text) == simdjson::SUCCESS ? std::string{text}
                                                                     : std::string{};
}

}  // namespace dateline
