// The package document of an EPUB.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document/document.h"
#include "corpus/office/xml_parser.h"

namespace dateline {

/// Reads META-INF/container.xml: where the package document is.
class EpubContainer : public XmlVisitor {
 public:
  void start(const std::string& name, const XmlAttributes& attributes) override;
  void end(const std::string& /*name*/) override {}
  void text(std::string_view /*run*/) override {}
  [[nodiscard]] const std::string& package() const noexcept { return package_; }

 private:
  std::string package_;
};

/// Reads the package document: metadata, and which parts are the text, in their order.
/// Source: EPUB Packages 3.3, Open Packaging Format 2.0.1.
class EpubPackage : public XmlVisitor {
 public:
  void start(const std::string& name, const XmlAttributes& attributes) override;
  void end(const std::string& name) override;
  void text(std::string_view run) override;

  /// Names of the chapters' parts, relative to the package document, as they are written.
  [[nodiscard]] std::vector<std::string> chapters() const;
  [[nodiscard]] Metadata take();

 private:
  struct Part {
    std::string name;
    bool is_text = false;
  };

  std::map<std::string, Part, std::less<>> manifest_;
  std::vector<std::string> spine_;
  std::vector<std::string> others_;  ///< creators that are no authors: editors, translators
  Metadata metadata_;
  std::string value_;
  std::string role_;
  std::string event_;
};

/// The part that `reference` means in a document at `base`: percent signs decoded, "." and ".."
/// resolved, fragment dropped. A key into the archive, no path.
[[nodiscard]] std::string resolve_part(std::string_view base, std::string_view reference);

}  // namespace dateline
