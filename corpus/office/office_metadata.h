// What DOCX and ODT have in common: parts of a zip archive, and a few properties.
#pragma once

#include <string>

#include "corpus/document/document.h"
#include "corpus/office/xml_parser.h"
#include "corpus/office/zip_archive.h"

namespace dateline {

/// Parses a part of the archive. @return false when there is no such part.
/// @throws CorpusError when it is damaged or passes a limit.
bool visit_part(const ZipArchive& archive, const std::string& name, const ReadJob& job,
                XmlVisitor& visitor);

/// Title, creator and language from the part of the properties (Dublin Core in both formats). They
/// are weak: programs fill them in, and files are copied with them. Dates of creation and change
/// are the file's and say nothing about publication, so they are not read.
[[nodiscard]] Metadata office_metadata(const ZipArchive& archive, const std::string& part,
                                       const ReadJob& job);

}  // namespace dateline
