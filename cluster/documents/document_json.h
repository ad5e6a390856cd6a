// Documents as JSON: the fields of mapping.h.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "cluster/documents/document.h"

namespace dateline {

/// What a document is given by whoever adds it.
struct DocumentStamp {
  std::uint64_t generation = 0;  ///< that adds it
  std::uint64_t place = 0;       ///< in the order of adding
};

/// Appends the document, one line without its end. The same bytes for the same document and stamp.
void append_json(const ArticleDocument& document, const DocumentStamp& stamp, std::string& to);
void append_json(const EventDocument& document, const DocumentStamp& stamp, std::string& to);

/// What a document is called in its index: its id, `@` and the generation that adds it. Of a long
/// id only its first bytes stand there, and its hash: engines take 512 bytes at most.
[[nodiscard]] std::string document_key(std::string_view id, std::uint64_t generation);

/// The first of the two lines of append_bulk().
void append_bulk_action(std::string_view id, const DocumentStamp& stamp, std::string& to);

/// Appends the two lines of a `_bulk` request that add a document: the action, with the key and the
/// generation as its external version, so that repeating it is harmless; and the document.
template <typename Document>
void append_bulk(const Document& document, std::string_view id, const DocumentStamp& stamp,
                 std::string& to) {
  append_bulk_action(id, stamp, to);
  append_json(document, stamp, to);
  to += '\n';
}

}  // namespace dateline
