#include "cli/tools/markdown_page.h"

#include <fmt/format.h>
#include <md4c.h>

#include <algorithm>
#include <cstddef>
#include <stdexcept>

#include "language/utf8.h"

namespace dateline::manual {
namespace {

// Puts what md4c calls back into a page.
class Writer {
 public:
  explicit Writer(Page& page) : page_(page) {}

  void enter(MD_BLOCKTYPE type, void* detail) {
    switch (type) {
      case MD_BLOCK_OL:
        numbers_.push_back(static_cast<MD_BLOCK_OL_DETAIL*>(detail)->start);
        break;
      case MD_BLOCK_UL:
        numbers_.push_back(0);
        break;
      case MD_BLOCK_TR:
        cells_.clear();
        break;
      case MD_BLOCK_THEAD:
        in_head_ = true;
        break;
      case MD_BLOCK_CODE:
        is_code_ = true;
        break;
      default:
        break;
    }
    if (type != MD_BLOCK_P) text_.clear();
    if (type == MD_BLOCK_LI) in_item_ = true;
  }

  void leave(MD_BLOCKTYPE type, void* detail) {
    switch (type) {
      case MD_BLOCK_H:
        if (static_cast<MD_BLOCK_H_DETAIL*>(detail)->level > 2) page_.subsection(text_);
        break;
      case MD_BLOCK_P:
        if (!in_item_) page_.paragraph(text_);
        break;
      case MD_BLOCK_LI:
        end_item();
        break;
      case MD_BLOCK_UL:
      case MD_BLOCK_OL:
        numbers_.pop_back();
        break;
      case MD_BLOCK_CODE:
        page_.verbatim(trimmed_end(text_));
        is_code_ = false;
        break;
      case MD_BLOCK_THEAD:
        in_head_ = false;
        break;
      case MD_BLOCK_TD:
      case MD_BLOCK_TH:
        cells_.push_back(text_);
        break;
      case MD_BLOCK_TR:
        end_row();
        break;
      default:
        break;
    }
    if (type != MD_BLOCK_P || !in_item_) text_.clear();
  }

  void font(MD_SPANTYPE type, bool enters) {
    if (type != MD_SPAN_STRONG && type != MD_SPAN_EM && type != MD_SPAN_CODE) return;
    if (enters) {
      fonts_.push_back(type == MD_SPAN_EM ? 'I' : 'B');
    } else {
      fonts_.pop_back();
    }
    text_ += fmt::format("\\f{}", fonts_.empty() ? 'R' : fonts_.back());
    in_code_span_ = type == MD_SPAN_CODE && enters;
  }

  void text(MD_TEXTTYPE type, std::string_view words) {
    if (type == MD_TEXT_SOFTBR || type == MD_TEXT_BR) {
      text_ += ' ';
    } else if (is_code_) {
      text_ += words;
    } else if (type != MD_TEXT_HTML) {
      text_ += escaped(words, in_code_span_);
    }
  }

 private:
  static std::string_view trimmed_end(std::string_view text) {
    return text.substr(0, text.find_last_not_of(" \n") + 1);
  }

  void end_item() {
    auto& number = numbers_.back();
    page_.bullet(number == 0 ? "\\(bu" : fmt::format("{}.", number), text_);
    if (number > 0) ++number;
    in_item_ = false;
  }

  void end_row() {
    if (in_head_ || cells_.empty()) return;
    std::string rest;
    for (std::size_t i = 1; i < cells_.size(); ++i) {
      if (trim(cells_[i]).empty()) continue;
      rest += fmt::format("{}{}", rest.empty() ? "" : "\n.br\n", trim(cells_[i]));
    }
    page_.item(cells_.front(), rest);
  }

  Page& page_;
  std::string text_;  // of the block that is open: roff, or plain in code
  std::vector<char> fonts_;
  std::vector<unsigned> numbers_;  // of the lists that are open: the next one, or 0 for bullets
  std::vector<std::string> cells_;
  bool in_head_ = false;
  bool in_item_ = false;
  bool is_code_ = false;
  bool in_code_span_ = false;
};

Writer& writer(void* given) { return *static_cast<Writer*>(given); }

}  // namespace

std::vector<MarkdownSection> sections_of(std::string_view markdown) {
  std::vector<MarkdownSection> sections(1);
  while (!markdown.empty()) {
    const auto end = std::min(markdown.find('\n'), markdown.size() - 1) + 1;
    const auto line = markdown.substr(0, end);
    markdown.remove_prefix(end);
    if (line.starts_with("## ")) {
      sections.push_back({std::string{trim(line.substr(3))}, {}});
    } else if (!line.starts_with("# ")) {
      sections.back().text += line;
    }
  }
  return sections;
}

void add_markdown(Page& page, std::string_view markdown) {
  Writer target(page);
  MD_PARSER parser{};
  parser.flags = MD_FLAG_TABLES;
  parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* given) {
    writer(given).enter(type, detail);
    return 0;
  };
  parser.leave_block = [](MD_BLOCKTYPE type, void* detail, void* given) {
    writer(given).leave(type, detail);
    return 0;
  };
  parser.enter_span = [](MD_SPANTYPE type, void*, void* given) {
    writer(given).font(type, true);
    return 0;
  };
  parser.leave_span = [](MD_SPANTYPE type, void*, void* given) {
    writer(given).font(type, false);
    return 0;
  };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* given) {
    writer(given).text(type, {text, size});
    return 0;
  };
  if (md_parse(markdown.data(), static_cast<MD_SIZE>(markdown.size()), &parser, &target) != 0)
    throw std::runtime_error("a document cannot be parsed");
}

void add_document(Page& page, std::string_view markdown) {
  const auto sections = sections_of(markdown);
  const auto add = [&](const MarkdownSection& section) {
    if (trim(section.text).empty()) return;
    page.section(section.title.empty() ? "Description" : section.title);
    add_markdown(page, section.text);
  };
  for (const auto& section : sections) {
    if (section.title == "Examples") add(section);
  }
  for (const auto& section : sections) {
    if (section.title != "Examples") add(section);
  }
}

}  // namespace dateline::manual
