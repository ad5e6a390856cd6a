#include "server/http/message.h"

#include <algorithm>
#include <array>

namespace dateline {

// RFC 9110 §15; those that are sent here.
std::string_view status_words(unsigned status) noexcept {
  struct Row {
    unsigned status;
    std::string_view words;
  };
  constexpr std::array<Row, 13> kRows{{{200, "OK"},
                                       {302, "Found"},
                                       {304, "Not Modified"},
                                       {400, "Bad Request"},
                                       {403, "Forbidden"},
                                       {404, "Not Found"},
                                       {405, "Method Not Allowed"},
                                       {406, "Not Acceptable"},
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
