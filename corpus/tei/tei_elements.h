// What the elements of TEI mean for the text.
#pragma once

#include <cstdint>
#include <string_view>

namespace dateline {

enum class TeiElement : std::uint8_t {
  inline_text,  ///< nothing; elements that are not known, too
  header,       ///< teiHeader
  dropped,      ///< no text of the edition: pictures, running heads, deletions, facsimiles
  division,
  head,
  block,
  quotation,  ///< inside a line, unless it has blocks of its own
  list,
  item,
  label,
  table,
  row,
  cell,
  note,
  sources,  ///< listBibl
  figure,
  choice,
  date,
  event,
  highlighted,
  line_end,
  page_break,
};

/// @param name the local name.
[[nodiscard]] TeiElement tei_element(std::string_view name) noexcept;

}  // namespace dateline
