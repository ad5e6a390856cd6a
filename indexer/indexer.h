// Batch indexing: files in, a new state of the index out.
#pragma once

#include <functional>
#include <stop_token>

#include "indexer/index_options.h"

namespace dateline {

/// Reads the files, and publishes what is new or changed. One writer at a time; readers are never
/// disturbed.
///
/// Publishes every `publish_bytes` and at the end; a crash in between leaves the last publication
/// in force, and the same call goes on from there. Segments are merged by size
/// (merge_policy.h). An article whose id and content are known is left as it is; one whose id is
/// known and whose content is not is replaced; an id that comes twice in one batch is a problem,
/// and the first wins. What other rules or names found in known articles stays as it is, and is
/// reported as stale, until `reannotate` asks for renewal. On a stop request the batch ends after
/// the current article and publishes.
///
/// A file whose size and time are as they were when it was last read is not opened. A file with the
/// content of an article that another path has is a duplicate: recorded, not indexed, and it takes
/// the article over, id and all, when the other goes. An article with an id of its own is a
/// duplicate only of one of the same id; what was two articles before stays two.
///
/// @param progress called now and then from the calling thread; may be empty.
/// @throws IndexError: missing (damaged, another schema or analyzer), locked, io.
[[nodiscard]] IndexReport index_files(const IndexOptions& options,
                                      const std::function<void(const IndexProgress&)>& progress,
                                      const std::stop_token& stop);

}  // namespace dateline
