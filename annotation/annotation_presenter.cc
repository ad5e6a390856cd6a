#include "annotation/annotation_presenter.h"

#include <array>

namespace dateline {
namespace {

// Lines are for programs, so that a terminal gets something else.
std::unique_ptr<AnnotationPresenter> present_text(const Annotation&, const TextStyle& style) {
  return style.on_terminal ? present_on_terminal(style) : present_lines();
}

std::unique_ptr<AnnotationPresenter> present_as_blocks(const Annotation& /*names*/) {
  return present_blocks();
}

}  // namespace

template <>
std::span<const Writer<Annotation>> writers_of() noexcept {
  static constexpr std::array<Writer<Annotation>, 4> kRow{{{Format::text, present_text},
                                                           {Format::json, present_json},
                                                           {Format::html, present_page},
                                                           {Format::blocks, present_as_blocks}}};
  return kRow;
}

}  // namespace dateline
