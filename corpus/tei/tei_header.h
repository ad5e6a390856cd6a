// The header of a TEI document.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/document/document.h"
#include "corpus/office/xml_parser.h"

namespace dateline {

/// Takes what stands inside `<teiHeader>`, element by element: titles (that of type "short" or
/// "series" is none), authors or else editors, when it was written (creation), published, or what
/// it was made from was; its language.
class TeiHeader {
 public:
  /// @param name local name of an element that begins
  void start(const std::string& name, const XmlAttributes& attributes);
  void text(std::string_view run);
  void end();

  /// What was found, best first.
  [[nodiscard]] Metadata take();

 private:
  struct Open {
    std::string name;
    std::string type;
    std::string when;
    std::size_t begin = 0;  // of its text
  };

  [[nodiscard]] bool inside(std::string_view name) const;
  void finish(const Open& open, std::string_view words);

  std::vector<Open> open_;
  std::string text_;
  Metadata metadata_;
  std::vector<std::string> editors_;
  std::vector<std::string> created_;
  std::vector<std::string> published_;
  std::vector<std::string> printed_;  // of the source
  std::vector<std::string> imprints_;
};

}  // namespace dateline
