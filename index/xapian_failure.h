// What Xapian says when it fails.
#pragma once

#include <filesystem>

#include "index/error.h"

namespace Xapian {
class Error;  // who has one includes <xapian.h>
}

namespace dateline {

/// The same as an IndexError of the database that `path` names: io when the system refused
/// something, and then with its reason; else missing, since the database is damaged.
[[nodiscard]] IndexError index_error(const std::filesystem::path& path, const Xapian::Error& error);

}  // namespace dateline
