// Files in zip archives.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "corpus/input/file_kind.h"
#include "corpus/reading.h"

namespace dateline {

/// Reads the bytes of one file, whose kind is known. @throws CorpusError when nothing of it can be
/// read.
using ReadBytes = std::function<void(FileKind kind, std::string&& bytes, const ReadJob& job)>;

/// Hands the files of an archive that are of a known kind to `read`, in the order of the archive,
/// each with a job that puts its name before each message. One that cannot be read costs itself.
/// Passed over: hidden files, archives in the archive; files of other kinds are counted. Beyond
/// max_file_bytes together, files are left out.
/// @throws CorpusError when it is no zip archive, or nothing in it can be read.
void read_zip(std::string_view bytes, const ReadJob& job, const ReadBytes& read);

}  // namespace dateline
