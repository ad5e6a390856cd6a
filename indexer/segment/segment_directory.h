// The directory that holds an index's segments.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "index/manifest.h"

namespace dateline {

/// Makes it where there is none. @throws IndexError (io).
void make_segment_directory(const std::filesystem::path& index);

/// A name above all that are there, those of orphans included, and above all of `named`, whatever
/// is there. @throws IndexError (io) when the directory cannot be read.
[[nodiscard]] std::string new_segment_name(const std::filesystem::path& index,
                                           const std::vector<SegmentEntry>& named);

/// Removes all segments except `named`, and except those that a reader has open, which a later
/// writer removes. Only for the holder of the writer's lock. @throws IndexError (io) when the
/// directory cannot be read.
void sweep_segments(const std::filesystem::path& index, const std::vector<SegmentEntry>& named);

}  // namespace dateline
