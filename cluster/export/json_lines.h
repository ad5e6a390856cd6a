// An export for programs that read line by line.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "cluster/export/export_source.h"

namespace dateline {

/// Takes a piece of the output, of whole lines.
using TakeLines = std::function<void(std::string_view lines)>;

/// Writes articles, then events, an object a line (docs/export.md): what a reader needs, with days
/// as ISO 8601 writes them, and without what only an engine looks at. The first line says what it
/// is. Memory does not grow with their number. @throws IndexError (missing): damaged; what `take`
/// throws.
[[nodiscard]] ExportReport write_json_lines(ExportSource& source, const TakeLines& take);

/// Whether a file begins as such an export does.
[[nodiscard]] bool begins_json_lines(std::string_view bytes) noexcept;

}  // namespace dateline
