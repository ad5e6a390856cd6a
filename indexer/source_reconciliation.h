// Makes the records of files fit an index that has gone on without them.
#pragma once

#include "index/snapshot.h"
#include "index/source_records.h"

namespace dateline {

/// Takes out of the records what the index has no more, and adds what they lack, as files that must
/// be read before anything more is known of them. Articles without a path (from standard input) are
/// in no record. Linear in the articles.
void reconcile(SourceRecords& records, const Snapshot& snapshot);

}  // namespace dateline
