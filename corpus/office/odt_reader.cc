#include "corpus/office/odt_reader.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "corpus/document/document_builder.h"
#include "corpus/office/office_metadata.h"
#include "corpus/office/xml_parser.h"
#include "corpus/office/zip_archive.h"

namespace dateline {
namespace {

constexpr std::size_t kMaxParentStyles = 10;

bool is_left_out(const std::string& name) {
  constexpr std::array<std::string_view, 14> kNames{
      "text:tracked-changes",
      "text:note",
      "office:annotation",
      "text:table-of-content",
      "text:alphabetical-index",
      "text:illustration-index",
      "text:table-index",
      "text:object-index",
      "text:user-index",
      "text:hidden-paragraph",
      "text:hidden-text",
      "text:ruby-text",
      "svg:title",
      "svg:desc",
  };
  return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

/// Reads content.xml, whose own styles come before its body.
class Content : public XmlVisitor {
 public:
  void start(const std::string& name, const XmlAttributes& attributes) override {
    if (left_out_ > 0 || is_left_out(name)) {
      ++left_out_;
    } else if (name == "style:style") {
      parents_.emplace(attribute(attributes, "style:name"),
                       attribute(attributes, "style:parent-style-name"));
    } else if (name == "text:p" || name == "text:h") {
      begin_paragraph(name, attributes);
    } else if (name == "text:list-item") {
      ++open_items_;
    } else if (name == "text:s" || name == "text:tab") {
      builder_.space();
    } else if (name == "text:line-break") {
      builder_.line_break();
    } else if (name == "table:table" || name == "table:table-row") {
      builder_.end_row();
    } else if (name == "table:table-cell") {
      builder_.begin_cell();
    }
  }

  void end(const std::string& name) override {
    if (left_out_ > 0) {
      --left_out_;
    } else if (name == "text:p" || name == "text:h") {
      builder_.break_piece();
      --open_paragraphs_;
    } else if (name == "text:list-item") {
      --open_items_;
    } else if (name == "table:table-cell") {
      builder_.end_cell();
    } else if (name == "table:table" || name == "table:table-row") {
      builder_.end_row();
    }
  }

  void text(std::string_view run) override {
    if (open_paragraphs_ > 0 && left_out_ == 0) builder_.text(run);
  }

  [[nodiscard]] Document take() { return builder_.take(); }

 private:
  void begin_paragraph(const std::string& name, const XmlAttributes& attributes) {
    ++open_paragraphs_;
    builder_.break_piece();
    builder_.set_items(open_items_ > 0);
    if (name == "text:h") {
      // Headings of the document stand below its title.
      const auto level = attribute(attributes, "text:outline-level");
      const char digit = level.size() == 1 && level[0] >= '1' && level[0] <= '5' ? level[0] : '1';
      builder_.set_level(static_cast<std::uint8_t>(digit - '0' + 1));
    } else {
      builder_.set_level(is_title(attribute(attributes, "text:style-name")) ? 1 : 0);
    }
  }

  [[nodiscard]] bool is_title(std::string_view style) const {
    for (std::size_t i = 0; i < kMaxParentStyles && style != "Title"; ++i) {
      const auto parent = parents_.find(style);
      if (parent == parents_.end()) return false;
      style = parent->second;
    }
    return style == "Title";
  }

  DocumentBuilder builder_;
  std::map<std::string, std::string, std::less<>> parents_;
  std::size_t left_out_ = 0;
  std::size_t open_paragraphs_ = 0;
  std::size_t open_items_ = 0;
};

}  // namespace

void read_odt(std::string_view bytes, const ReadJob& job) {
  const ZipArchive archive{bytes, job};
  // Not parsed: older programs wrote a DOCTYPE into it.
  const auto manifest = archive.part("META-INF/manifest.xml").value_or("");
  if (manifest.find("encryption-data") != std::string::npos) {
    job.refuse("encrypted: needs a password");
  }
  Content content;
  if (!visit_part(archive, "content.xml", job, content)) {
    job.refuse("no OpenDocument text in it: its part content.xml is missing");
  }
  auto document = content.take();
  document.metadata = office_metadata(archive, "meta.xml", job);
  emit_document(std::move(document), job);
}

}  // namespace dateline
