#include "corpus/office/docx_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>

#include "corpus/document/document_builder.h"
#include "corpus/office/office_metadata.h"
#include "corpus/office/xml_parser.h"
#include "corpus/office/zip_archive.h"
#include "language/utf8.h"

namespace dateline {
namespace {

constexpr std::size_t kMaxStyleChain = 10;

// Headings of the document stand below its title.
std::uint8_t level_of_outline(unsigned outline) {
  return static_cast<std::uint8_t>(std::min(outline + 2, 6U));
}

std::optional<unsigned> digit(std::string_view value) {
  if (value.size() != 1 || value[0] < '0' || value[0] > '9') return std::nullopt;
  return static_cast<unsigned>(value[0] - '0');
}

bool is_on(const XmlAttributes& attributes) {
  const auto value = attribute(attributes, "w:val");
  return value != "0" && value != "false" && value != "off";
}

/// What a paragraph's style says of it.
struct Style {
  std::string based_on;
  std::optional<std::uint8_t> level;
  bool is_contents = false;  ///< of a line in a table of contents
};

/// Reads word/styles.xml. Names of built-in styles are English in every language, ids are not.
class Styles : public XmlVisitor {
 public:
  void start(const std::string& name, const XmlAttributes& attributes) override {
    if (name == "w:style") style_ = &styles_[std::string{attribute(attributes, "w:styleId")}];
    if (style_ == nullptr) return;
    const auto value = attribute(attributes, "w:val");
    if (name == "w:name") set_name(fold(value));
    if (name == "w:basedOn") style_->based_on = value;
    if (name == "w:outlineLvl") set_outline(digit(value));
  }
  void end(const std::string& name) override {
    if (name == "w:style") style_ = nullptr;
  }
  void text(std::string_view /*run*/) override {}

  /// The style with what it inherits.
  [[nodiscard]] Style find(std::string_view id) const {
    Style result;
    for (std::size_t i = 0; i < kMaxStyleChain; ++i) {
      const auto found = styles_.find(id);
      if (found == styles_.end()) break;
      if (!result.level) result.level = found->second.level;
      result.is_contents = result.is_contents || found->second.is_contents;
      id = found->second.based_on;
    }
    return result;
  }

 private:
  void set_name(const std::string& name) {
    constexpr std::string_view kHeading = "heading ";
    style_->is_contents = name.starts_with("toc ");
    if (name == "title") style_->level = 1;
    if (!name.starts_with(kHeading)) return;
    const auto number = digit(std::string_view{name}.substr(kHeading.size()));
    if (number && *number > 0) style_->level = level_of_outline(*number - 1);
  }
  // The ninth level is that of body text.
  void set_outline(std::optional<unsigned> outline) {
    if (outline && *outline < 9 && !style_->level) style_->level = level_of_outline(*outline);
  }

  std::map<std::string, Style, std::less<>> styles_;
  Style* style_ = nullptr;
};

/// Reads word/document.xml.
class Body : public XmlVisitor {
 public:
  explicit Body(const Styles& styles) : styles_(styles) {}

  void start(const std::string& name, const XmlAttributes& attributes) override {
    if (left_out_ > 0 || is_left_out(name)) {
      ++left_out_;
    } else if (name == "w:p") {
      begin_paragraph();
    } else if (name == "w:t") {
      in_text_ = true;
    } else if (name == "w:r") {
      hidden_ = false;
    } else if (name == "w:tbl") {
      builder_.begin_table();
    } else if (name == "w:tr") {
      builder_.begin_row();
    } else if (name == "w:tc") {
      builder_.begin_cell();
    } else {
      see_property(name, attributes);
    }
  }

  void end(const std::string& name) override {
    if (left_out_ > 0) {
      --left_out_;
    } else if (name == "w:t") {
      in_text_ = false;
    } else if (name == "w:p") {
      builder_.break_piece();
    } else if (name == "w:tc") {
      builder_.end_cell();
    } else if (name == "w:tr") {
      builder_.end_row();
    } else if (name == "w:tbl") {
      builder_.end_table();
    } else if (name == "w:r") {
      builder_.end_raised();
    }
  }

  void text(std::string_view run) override {
    if (in_text_ && !hidden_ && !contents_ && left_out_ == 0) builder_.text(run);
  }

  [[nodiscard]] Document take() { return builder_.take(); }

 private:
  // Deleted and moved text, what properties were before, the second of two forms of the same.
  static bool is_left_out(const std::string& name) {
    constexpr std::array<std::string_view, 6> kNames{"w:del",       "w:moveFrom",  "w:pPrChange",
                                                     "w:rPrChange", "mc:Fallback", "w:sectPr"};
    return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
  }

  void begin_paragraph() {
    builder_.break_piece();
    builder_.set_style({});
    contents_ = false;
  }

  void see_property(const std::string& name, const XmlAttributes& attributes) {
    if (name == "w:pStyle") {
      const auto style = styles_.find(attribute(attributes, "w:val"));
      if (style.level) builder_.set_level(*style.level);
      contents_ = style.is_contents;
    } else if (name == "w:outlineLvl") {
      const auto outline = digit(attribute(attributes, "w:val"));
      if (outline && *outline < 9) builder_.set_level(level_of_outline(*outline));
    } else if (name == "w:numPr") {
      builder_.begin_item(1);
    } else if (name == "w:ilvl") {
      auto style = builder_.style();
      style.depth =
          static_cast<std::uint8_t>(digit(attribute(attributes, "w:val")).value_or(0) + 1);
      if (style.kind == PieceKind::item) builder_.set_style(style);
    } else if (name == "w:vertAlign") {
      if (attribute(attributes, "w:val") == "superscript") builder_.begin_raised();
    } else if (name == "w:vanish") {
      hidden_ = is_on(attributes);
    } else if (name == "w:tab") {
      builder_.space();
    } else if (name == "w:noBreakHyphen") {
      text_of_mark("-");
    } else if (name == "w:cr" || name == "w:br") {
      const auto type = attribute(attributes, "w:type");
      if (type.empty() || type == "textWrapping") builder_.line_break();
    }
  }

  void text_of_mark(std::string_view mark) {
    if (!hidden_ && !contents_) builder_.text(mark);
  }

  const Styles& styles_;
  DocumentBuilder builder_;
  std::size_t left_out_ = 0;  ///< how many elements are open from one that is left out
  bool in_text_ = false;
  bool hidden_ = false;
  bool contents_ = false;
};

/// Finds the main document's part in the package's relationships.
class MainPart : public XmlVisitor {
 public:
  void start(const std::string& name, const XmlAttributes& attributes) override {
    if (name != "rel:Relationship") return;
    if (!attribute(attributes, "Type").ends_with("/officeDocument")) return;
    part_ = attribute(attributes, "Target");
    if (part_.starts_with('/')) part_.erase(0, 1);
  }
  void end(const std::string& /*name*/) override {}
  void text(std::string_view /*run*/) override {}
  [[nodiscard]] const std::string& part() const noexcept { return part_; }

 private:
  std::string part_;
};

}  // namespace

void read_docx(std::string_view bytes, const ReadJob& job) {
  const ZipArchive archive{bytes, job};
  MainPart main;
  visit_part(archive, "_rels/.rels", job, main);
  const auto name = main.part().empty() ? std::string{"word/document.xml"} : main.part();
  const auto folder = name.substr(0, name.find_last_of('/') + 1);
  Styles styles;
  visit_part(archive, folder + "styles.xml", job, styles);
  Body body{styles};
  if (!visit_part(archive, name, job, body)) {
    job.refuse("no Word document in it: its part " + name + " is missing");
  }
  auto document = body.take();
  document.metadata = office_metadata(archive, "docProps/core.xml", job);
  emit_document(std::move(document), job);
}

}  // namespace dateline
