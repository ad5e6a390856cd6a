#include "corpus/office/odt_reader.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>

#include "corpus/document/document_builder.h"
#include "corpus/office/office_metadata.h"
#include "corpus/office/xml_parser.h"
#include "corpus/office/zip_archive.h"
#include "language/ascii.h"

namespace dateline {
namespace {

constexpr std::size_t kMaxParentStyles = 10;
constexpr std::size_t kMaxListDepth = 100;

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
      style_ = attribute(attributes, "style:name");
      parents_.emplace(style_, attribute(attributes, "style:parent-style-name"));
    } else if (name == "style:text-properties") {
      if (is_above_line(attribute(attributes, "style:text-position"))) raised_.insert(style_);
    } else if (name == "text:p" || name == "text:h") {
      begin_paragraph(name, attributes);
    } else if (name == "text:list-item") {
      builder_.begin_item(depth_of(++open_items_));
    } else if (name == "text:span") {
      begin_span(attribute(attributes, "text:style-name"));
    } else if (name == "text:s" || name == "text:tab") {
      builder_.space();
    } else if (name == "text:line-break") {
      builder_.line_break();
    } else if (name == "table:table") {
      builder_.begin_table();
    } else if (name == "table:table-row") {
      builder_.begin_row();
    } else if (name == "table:table-cell" || name == "table:covered-table-cell") {
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
      end_item();
    } else if (name == "text:span") {
      if (--open_spans_ < raised_span_) end_raised();
    } else if (name == "table:table-cell" || name == "table:covered-table-cell") {
      builder_.end_cell();
    } else if (name == "table:table-row") {
      builder_.end_row();
    } else if (name == "table:table") {
      builder_.end_table();
    }
  }

  void text(std::string_view run) override {
    if (open_paragraphs_ > 0 && left_out_ == 0) builder_.text(run);
  }

  [[nodiscard]] Document take() { return builder_.take(); }

 private:
  // "super 58%", "33% 58%".
  static bool is_above_line(std::string_view position) noexcept {
    return position.starts_with("super") ||
           (!position.empty() && is_ascii_digit(position.front()) && !position.starts_with("0%"));
  }

  static std::uint8_t depth_of(std::size_t open_items) noexcept {
    return static_cast<std::uint8_t>(std::min(open_items, kMaxListDepth));
  }

  void end_item() {
    builder_.part();
    PieceStyle style;
    if (--open_items_ > 0) style = {0, true, PieceKind::item, depth_of(open_items_)};
    builder_.set_style(style);
  }

  void begin_span(std::string_view style) {
    ++open_spans_;
    if (raised_span_ > 0 || raised_.count(style) == 0) return;
    raised_span_ = open_spans_;
    builder_.begin_raised();
  }

  void end_raised() {
    raised_span_ = 0;
    builder_.end_raised();
  }

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
  std::string style_;                          ///< the one whose properties are read
  std::set<std::string, std::less<>> raised_;  ///< styles of what is set above the line
  std::size_t open_spans_ = 0;
  std::size_t raised_span_ = 0;  ///< which of them is raised; 0: none
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
