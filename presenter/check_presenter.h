// Presents whether an index is still as it was written.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "index/index_check.h"
#include "presenter/formats.h"

namespace dateline {

/// One line when all is sound; else empty, since complaints() says what is wrong.
[[nodiscard]] std::string to_text(const CheckReport& report, const TextStyle& style);
/// One JSON object and a line end.
[[nodiscard]] std::string to_json(const CheckReport& report);

/// What is not as it should be, a line each, and last what can be done about it: for the error
/// stream, beside the text. @param index the index's folder.
[[nodiscard]] std::vector<std::string> complaints(const CheckReport& report,
                                                  const std::filesystem::path& index);

/// Whether a damage is that of the saved queries, which need no backup to be mended.
[[nodiscard]] bool is_of_saved_queries(const Damage& damage) noexcept;

template <>
std::span<const Writer<CheckReport>> writers_of() noexcept;

}  // namespace dateline
