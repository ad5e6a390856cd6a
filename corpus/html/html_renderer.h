// A page's elements → a document.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document/document_builder.h"
#include "corpus/html/html_elements.h"
#include "corpus/html/html_metadata.h"

namespace dateline {

/// Takes the events of an HTML parser in their order. Left out: scripts, styles, controls, nav,
/// footer, aside, what is hidden, a form that holds less than half of the text, a page's header
/// without its first heading, what its class calls furniture (cookie notices, share buttons) and
/// holds less than a quarter of the text. Notes and lists of sources are pieces of their own kind.
/// Where an article or main element holds more than half of the text,
/// the smallest such element is the document.
class HtmlRenderer {
 public:
  /// @param name in lower case.
  void start(std::string_view name, const HtmlAttributes& attributes);
  /// Ends the element that was started last and not ended yet.
  void end();
  void text(std::string_view run);
  /// What a script or style element holds.
  void raw(std::string_view run);

  [[nodiscard]] std::size_t depth() const noexcept { return open_.size(); }
  [[nodiscard]] Document take();

 private:
  /// An element that is open, and what to go back to when it ends.
  struct Open {
    HtmlElement element = HtmlElement::inline_text;
    bool dropped = false;
    bool preformatted = false;
    bool in_article = false;
    bool is_furniture = false;
    bool is_author = false;
    PieceStyle style;
    std::size_t first_piece = 0;  ///< of article, form, header and furniture
    std::size_t first_byte = 0;   ///< of time
    std::string datetime = {};    ///< of time
  };

  void see_metadata(HtmlElement element, const HtmlAttributes& attributes, bool dropped);
  void begin(Open& open, std::string_view name, const HtmlAttributes& attributes);
  void begin_item();
  void end_time(const Open& open);
  void see_class(Open& open, std::string_view name, const HtmlAttributes& attributes);
  void finish(const Open& open);
  [[nodiscard]] bool is_early() const noexcept;
  void narrow(Document& document);

  DocumentBuilder builder_;
  HtmlMetadata metadata_;
  std::vector<Open> open_;
  std::vector<PieceRange> articles_;
  std::vector<PieceRange> forms_;
  std::vector<PieceRange> headers_;
  std::vector<PieceRange> furniture_;
  std::uint8_t list_depth_ = 0;
  bool in_title_ = false;
  bool in_json_ld_ = false;
  bool in_author_ = false;
  std::string title_;
  std::string json_ld_;
  std::string author_;
};

}  // namespace dateline
