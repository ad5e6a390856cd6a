// libxml2, loaded when the first page or XML file is read.
#pragma once

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>

namespace dateline {

/// The functions of libxml2 that are called here.
///
/// The program is not linked with libxml2, which brings liblzma: no search should wait for them.
struct XmlLibrary {
  decltype(&::xmlInitParser) init_parser = nullptr;
  decltype(&::xmlFreeDoc) free_document = nullptr;
  decltype(&::xmlCreatePushParserCtxt) create_xml_parser = nullptr;
  decltype(&::xmlCtxtUseOptions) use_xml_options = nullptr;
  decltype(&::xmlParseChunk) parse_xml_chunk = nullptr;
  decltype(&::xmlFreeParserCtxt) free_xml_parser = nullptr;
  decltype(&::htmlCreatePushParserCtxt) create_html_parser = nullptr;
  decltype(&::htmlCtxtUseOptions) use_html_options = nullptr;
  decltype(&::htmlParseChunk) parse_html_chunk = nullptr;
  decltype(&::htmlFreeParserCtxt) free_html_parser = nullptr;
  decltype(&::htmlEntityLookup) find_entity = nullptr;
};

/// The library, loaded once and for good, and ready for any number of threads.
/// @return nullptr when it is not installed, or is not the one that the program was built for.
[[nodiscard]] const XmlLibrary* xml_library() noexcept;

}  // namespace dateline
