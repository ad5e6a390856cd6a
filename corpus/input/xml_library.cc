#include "corpus/input/xml_library.h"

#include <optional>

#include "corpus/input/loaded_library.h"

namespace dateline {
namespace {

std::optional<XmlLibrary> load_xml() noexcept {
  const LoadedLibrary library{DATELINE_LIBXML2};
  XmlLibrary xml;
  const bool is_whole = library.find("xmlInitParser", xml.init_parser) &&
                        library.find("xmlFreeDoc", xml.free_document) &&
                        library.find("xmlCreatePushParserCtxt", xml.create_xml_parser) &&
                        library.find("xmlCtxtUseOptions", xml.use_xml_options) &&
                        library.find("xmlParseChunk", xml.parse_xml_chunk) &&
                        library.find("xmlFreeParserCtxt", xml.free_xml_parser) &&
                        library.find("htmlCreatePushParserCtxt", xml.create_html_parser) &&
                        library.find("htmlCtxtUseOptions", xml.use_html_options) &&
                        library.find("htmlParseChunk", xml.parse_html_chunk) &&
                        library.find("htmlFreeParserCtxt", xml.free_html_parser) &&
                        library.find("htmlEntityLookup", xml.find_entity);
  if (!is_whole) return std::nullopt;
  xml.init_parser();  // before any thread has a parser
  return xml;
}

}  // namespace

const XmlLibrary* xml_library() noexcept {
  static const auto kLibrary = load_xml();
  return kLibrary ? &*kLibrary : nullptr;
}

}  // namespace dateline
