// What the sources say of the index on disk, as Markdown.
#pragma once

#include <string>
#include <string_view>

namespace dateline::manual {

/// The comment that opens index/schema.h: its headings, lists and paragraphs.
[[nodiscard]] std::string schema_markdown(std::string_view header);

/// The rows of index/column_table.def, as tables of columns and of dictionaries.
[[nodiscard]] std::string columns_markdown(std::string_view table);

}  // namespace dateline::manual
