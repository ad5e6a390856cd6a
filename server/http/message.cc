#include "server/http/message.h"

#include <algorithm>
#include <array>

namespace dateline {

// RFC 9110 §15; those of problems.
std::string_view status_words(unsigned status) noexcept {
  struct Row {
    unsigned status;
    std::string_view words;
  };
  constexpr std::array<Row, 9> kRows{{{400, "Bad Request"},
                                      {403, "Forbidden"},
                                      {404, "Not Found"},
                                      {405, "Method Not Allowed"},
                                      {413, "Content Too Large"},
                                      {414, "URI Too Long"},
                                      {421, "Misdirected Request"},
                                      {500, "Internal Server Error"},
                                      {503, "Service Unavailable"}}};
  const auto* const row = std::find_if(kRows.begin(), kRows.end(),
                                       [&](const Row& one) { return one.status == status; });
  return row == kRows.end() ? std::string_view{"Error"} : row->words;
}

}  // namespace dateline
