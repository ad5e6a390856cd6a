// XML of untrusted origin, element by element.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/reading.h"

namespace dateline {

/// Name and value of each attribute; names as in XmlVisitor. Values live for one call.
using XmlAttributes = std::vector<std::pair<std::string, std::string_view>>;

/// The attribute's value; empty when it is absent.
[[nodiscard]] std::string_view attribute(const XmlAttributes& attributes,
                                         std::string_view name) noexcept;

/// Receives what is in an XML part. Names have the prefix that is usual for their namespace
/// ("w:p"), whatever the file calls it; those of namespaces that no reader asks for have none.
class XmlVisitor {
 public:
  XmlVisitor() = default;
  virtual ~XmlVisitor() = default;
  XmlVisitor(const XmlVisitor&) = delete;
  XmlVisitor& operator=(const XmlVisitor&) = delete;

  virtual void start(const std::string& name, const XmlAttributes& attributes) = 0;
  virtual void end(const std::string& name) = 0;
  virtual void text(std::string_view run) = 0;
};

/// An XML part that cannot be read; the message is the reason.
class XmlError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// What to do with a document type, which may define entities.
enum class Doctype : std::uint8_t {
  refused,  ///< neither OOXML nor ODF has one
  ignored,  ///< nothing that it defines is expanded, and nothing that it names is opened
};

/// Parses `bytes`. Nothing is fetched and no entity is expanded but the five of XML itself.
/// @throws XmlError when the part has a DOCTYPE that is refused, is not in UTF-8, is malformed,
/// nests deeper than limits.max_depth, has a tag with more than kMaxAttributes or takes longer than
/// limits.max_time. What the visitor throws passes through.
void parse_xml(std::string bytes, const ReadLimits& limits, XmlVisitor& visitor,
               Doctype doctype = Doctype::refused);

}  // namespace dateline
