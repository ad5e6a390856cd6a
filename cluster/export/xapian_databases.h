// An export as Xapian databases, for other programs that search them.
#pragma once

#include "cluster/export/export_folder.h"
#include "cluster/export/export_source.h"

namespace dateline {

/// Fills a folder with two databases, `articles` and `events`: words stemmed and with positions as
/// Xapian's TermGenerator and QueryParser do it, boolean terms, values, document data as Omega
/// reads it, and term lists. docs/export.md has the table of prefixes and slots. The same documents
/// for the same index. Memory does not grow with their number. @throws IndexError: missing
/// (damaged), io.
[[nodiscard]] ExportReport write_xapian_databases(ExportSource& source, const ExportFolder& folder);

}  // namespace dateline
