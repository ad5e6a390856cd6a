// The directory of an index, as a batch finds or makes it.
#pragma once

#include <filesystem>
#include <string>

#include "index/manifest.h"

namespace dateline {

/// Makes it where there is none.
/// @throws IndexError: missing when it holds something else than an index, io.
void make_index_directory(const std::filesystem::path& directory);

/// The manifest of the index that is there, or of a new one in `language`: then `is_new` becomes
/// true. It has an id in either case. @throws IndexError (missing), as read_manifest.
[[nodiscard]] Manifest manifest_for(const std::filesystem::path& directory,
                                    const std::string& language, bool& is_new);

}  // namespace dateline
