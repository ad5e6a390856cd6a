// The title block of pandoc's Markdown.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// What the lines say that begin with "%" at the front of a text: its title, its authors (parted by
/// semicolons or lines), its date. Each may be empty.
struct TitleBlock {
  std::string title;
  std::vector<std::string> authors;
  std::string date;
  std::size_t end = 0;  ///< where the text begins behind it
};

/// The block at the front of `text`, with a blank line or nothing behind it; nullopt when there is
/// none. Lines that begin with a blank go on with the one above. Linear in the block.
/// Source: pandoc's manual, extension pandoc_title_block.
[[nodiscard]] std::optional<TitleBlock> find_title_block(std::string_view text);

}  // namespace dateline
