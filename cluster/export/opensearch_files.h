// An export that is loaded into OpenSearch by hand.
#pragma once

#include "cluster/export/export_folder.h"
#include "cluster/export/export_source.h"

namespace dateline {

/// Fills a folder with the mapping of each of the two indices, their documents as bodies of `_bulk`
/// requests of some megabytes, the aliases, and a script and a text that say how to load them with
/// curl. The same bytes for the same index. Memory does not grow with the number of documents.
/// @throws IndexError: missing (damaged), io.
[[nodiscard]] ExportReport write_opensearch_files(ExportSource& source, const ExportFolder& folder);

}  // namespace dateline
