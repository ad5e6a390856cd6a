#include "corpus/office/xml_parser.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <exception>
#include <memory>
#include <vector>

#include "corpus/input/declared_charset.h"
#include "corpus/input/markup_work.h"
#include "corpus/input/tag_scanner.h"
#include "corpus/input/xml_library.h"
#include "corpus/input/xml_text.h"
#include "language/utf8.h"

namespace dateline {
namespace {

constexpr std::size_t kChunkBytes = std::size_t{64} << 10;

struct ParserFree {
  const XmlLibrary* library;
  void operator()(xmlParserCtxtPtr parser) const noexcept {
    if (parser->myDoc != nullptr) library->free_document(parser->myDoc);
    library->free_xml_parser(parser);
  }
};

struct Namespace {
  std::string_view uri;
  std::string_view prefix;
};
// Of OOXML both editions, transitional and strict. Source: ECMA-376, OASIS ODF 1.2.
constexpr std::array<Namespace, 13> kNamespaces{{
    {"http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w:"},
    {"http://purl.oclc.org/ooxml/wordprocessingml/main", "w:"},
    {"http://schemas.openxmlformats.org/markup-compatibility/2006", "mc:"},
    {"http://schemas.openxmlformats.org/package/2006/relationships", "rel:"},
    {"http://purl.org/dc/elements/1.1/", "dc:"},
    {"urn:oasis:names:tc:opendocument:xmlns:office:1.0", "office:"},
    {"urn:oasis:names:tc:opendocument:xmlns:text:1.0", "text:"},
    {"urn:oasis:names:tc:opendocument:xmlns:table:1.0", "table:"},
    {"urn:oasis:names:tc:opendocument:xmlns:style:1.0", "style:"},
    {"urn:oasis:names:tc:opendocument:xmlns:meta:1.0", "meta:"},
    {"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0", "svg:"},
    {"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0", "manifest:"},
    {"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", "draw:"},
}};

std::string full_name(std::string_view local, std::string_view uri) {
  const auto* const known = std::find_if(kNamespaces.begin(), kNamespaces.end(),
                                         [&](const Namespace& space) { return space.uri == uri; });
  std::string name{known == kNamespaces.end() ? std::string_view{} : known->prefix};
  return name += local;
}

/// The parser's callbacks: C functions, through which no exception may pass.
struct Events {
  XmlVisitor& visitor;
  std::size_t max_depth;
  std::size_t depth = 0;
  std::vector<std::size_t> namespaces{};  // in scope, by depth
  MarkupWork work{};
  std::exception_ptr error{};

  [[nodiscard]] std::size_t in_scope() const noexcept {
    return namespaces.empty() ? 0 : namespaces.back();
  }

  template <typename Function>
  static void guard(void* user, Function&& function) noexcept {
    auto& events = *static_cast<Events*>(user);
    if (events.error) return;
    try {
      function(events);
    } catch (...) {
      events.error = std::current_exception();
    }
  }

  static void start(void* user, const xmlChar* local, const xmlChar* /*prefix*/, const xmlChar* uri,
                    int declared, const xmlChar** /*namespaces*/, int count, int /*defaulted*/,
                    const xmlChar** attributes) {
    guard(user, [&](Events& events) {
      if (++events.depth > events.max_depth) {
        throw XmlError(fmt::format("elements nest deeper than {}", events.max_depth));
      }
      events.namespaces.push_back(events.in_scope() + static_cast<std::size_t>(declared));
      events.work.note_open(events.in_scope());
      // Five pointers an attribute: name, prefix, namespace, begin and end of the value.
      XmlAttributes views;
      for (const auto* at = attributes; count > 0; --count, at += 5) {
        views.emplace_back(full_name(as_text(at[0]), as_text(at[2])),
                           as_text(at[3], static_cast<int>(at[4] - at[3])));
      }
      events.visitor.start(full_name(as_text(local), as_text(uri)), views);
    });
  }
  static void end(void* user, const xmlChar* local, const xmlChar* /*prefix*/, const xmlChar* uri) {
    guard(user, [&](Events& events) {
      --events.depth;
      events.namespaces.pop_back();
      events.visitor.end(full_name(as_text(local), as_text(uri)));
    });
  }
  static void text(void* user, const xmlChar* run, int size) {
    guard(user, [&](Events& events) { events.visitor.text(as_text(run, size)); });
  }
  static void doctype(void* user, const xmlChar* /*name*/, const xmlChar* /*public_id*/,
                      const xmlChar* /*system_id*/) {
    guard(user, [](Events&) {
      throw XmlError("has a DOCTYPE, which may define entities; such files are not read");
    });
  }
};

// Without handlers for declarations no entity is ever known, and so none expands.
xmlSAXHandler handler(Doctype doctype) {
  xmlSAXHandler sax{};
  sax.initialized = XML_SAX2_MAGIC;
  sax.startElementNs = Events::start;
  sax.endElementNs = Events::end;
  sax.characters = Events::text;
  sax.ignorableWhitespace = Events::text;
  sax.cdataBlock = Events::text;
  if (doctype == Doctype::refused) sax.internalSubset = Events::doctype;
  return sax;
}

// Other encodings, which the formats allow and no program writes, would hide tags from the check.
void check(std::string& text) {
  const auto encoding = fold(declared_charset(text));
  const bool is_utf8 = encoding.empty() || encoding == "utf-8" || encoding == "us-ascii";
  if (!is_utf8 || find_invalid_utf8(text) || text.find('\0') != std::string::npos) {
    throw XmlError("not in UTF-8");
  }
  if (blank_crowded_tags(text) > 0) {
    throw XmlError(fmt::format("a tag with more than {} attributes", kMaxAttributes));
  }
}

void feed(const XmlLibrary& library, xmlParserCtxtPtr parser, std::string_view bytes,
          Events& events) {
  while (!bytes.empty() && !events.error && parser->wellFormed != 0) {
    const auto chunk = bytes.substr(0, kChunkBytes);
    library.parse_xml_chunk(parser, chunk.data(), static_cast<int>(chunk.size()), 0);
    bytes.remove_prefix(chunk.size());
    if (!events.work.count(chunk, events.in_scope()))
      throw XmlError("too many tags within too many namespaces");
  }
  if (!events.error && parser->wellFormed != 0) library.parse_xml_chunk(parser, nullptr, 0, 1);
}

}  // namespace

std::string_view attribute(const XmlAttributes& attributes, std::string_view name) noexcept {
  for (const auto& [key, value] : attributes) {
    if (key == name) return value;
  }
  return {};
}

void parse_xml(std::string bytes, const ReadLimits& limits, XmlVisitor& visitor, Doctype doctype) {
  check(bytes);
  const auto* const library = xml_library();
  if (library == nullptr)
    throw XmlError(fmt::format("needs {}, which is not installed", DATELINE_LIBXML2));
  auto sax = handler(doctype);
  Events events{visitor, limits.max_depth};
  const std::unique_ptr<xmlParserCtxt, ParserFree> parser{
      library->create_xml_parser(&sax, &events, nullptr, 0, nullptr), ParserFree{library}};
  if (!parser) throw XmlError("no memory for an XML parser");
  library->use_xml_options(parser.get(), XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  feed(*library, parser.get(), bytes, events);
  if (events.error) std::rethrow_exception(events.error);
  if (parser->wellFormed == 0) throw XmlError("malformed XML");
}

}  // namespace dateline
