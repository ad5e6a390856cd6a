// The rows of the searcher's answers in the table of answers and formats.
#include <array>

#include "presenter/article_view_presenter.h"
#include "presenter/calendar_presenter.h"
#include "presenter/check_presenter.h"
#include "presenter/explanation_presenter.h"
#include "presenter/facets_presenter.h"
#include "presenter/info_presenter.h"
#include "presenter/markdown_presenter.h"
#include "presenter/pairs_presenter.h"
#include "presenter/persons_presenter.h"
#include "presenter/proof_presenter.h"
#include "presenter/search_presenter.h"
#include "presenter/timeline_html.h"
#include "presenter/timeline_presenter.h"
#include "presenter/watch_presenter.h"

namespace dateline {
namespace {

template <typename Answer, std::size_t count>
using Row = std::array<Writer<Answer>, count>;

}  // namespace

template <>
std::span<const Writer<SearchAnswer>> writers_of() noexcept {
  static constexpr Row<SearchAnswer, 4> kRow{{{Format::text, to_text},
                                              {Format::json, to_json},
                                              {Format::jsonl, to_json_lines},
                                              {Format::csv, to_csv}}};
  return kRow;
}

template <>
std::span<const Writer<FacetsAnswer>> writers_of() noexcept {
  static constexpr Row<FacetsAnswer, 4> kRow{{{Format::text, to_text},
                                              {Format::json, to_json},
                                              {Format::jsonl, to_json_lines},
                                              {Format::csv, to_csv}}};
  return kRow;
}

template <>
std::span<const Writer<TimelineAnswer>> writers_of() noexcept {
  static constexpr Row<TimelineAnswer, 7> kRow{{{Format::text, to_text},
                                                {Format::json, to_json},
                                                {Format::jsonl, to_json_lines},
                                                {Format::csv, to_csv},
                                                {Format::ics, to_calendar},
                                                {Format::md, to_markdown},
                                                {Format::html, to_html}}};
  return kRow;
}

template <>
std::span<const Writer<PairsAnswer>> writers_of() noexcept {
  static constexpr Row<PairsAnswer, 3> kRow{
      {{Format::text, to_text}, {Format::json, to_json}, {Format::csv, to_csv}}};
  return kRow;
}

template <>
std::span<const Writer<PersonsAnswer>> writers_of() noexcept {
  static constexpr Row<PersonsAnswer, 3> kRow{
      {{Format::text, to_text}, {Format::json, to_json}, {Format::csv, to_csv}}};
  return kRow;
}

template <>
std::span<const Writer<PersonPairsAnswer>> writers_of() noexcept {
  static constexpr Row<PersonPairsAnswer, 3> kRow{
      {{Format::text, to_text}, {Format::json, to_json}, {Format::csv, to_csv}}};
  return kRow;
}

template <>
std::span<const Writer<ProofsAnswer>> writers_of() noexcept {
  static constexpr Row<ProofsAnswer, 2> kRow{{{Format::text, to_text}, {Format::json, to_json}}};
  return kRow;
}

template <>
std::span<const Writer<ArticleView>> writers_of() noexcept {
  static constexpr Row<ArticleView, 2> kRow{{{Format::text, to_text}, {Format::json, to_json}}};
  return kRow;
}

template <>
std::span<const Writer<Explanation>> writers_of() noexcept {
  static constexpr Row<Explanation, 2> kRow{{{Format::text, to_text}, {Format::json, to_json}}};
  return kRow;
}

template <>
std::span<const Writer<WatchReport>> writers_of() noexcept {
  static constexpr Row<WatchReport, 2> kRow{{{Format::text, to_text}, {Format::json, to_json}}};
  return kRow;
}

template <>
std::span<const Writer<SavedQueryList>> writers_of() noexcept {
  static constexpr Row<SavedQueryList, 2> kRow{{{Format::text, to_text}, {Format::json, to_json}}};
  return kRow;
}

template <>
std::span<const Writer<InfoAnswer>> writers_of() noexcept {
  static constexpr Row<InfoAnswer, 2> kRow{{{Format::text, to_text}, {Format::json, to_json}}};
  return kRow;
}

template <>
std::span<const Writer<CheckReport>> writers_of() noexcept {
  static constexpr Row<CheckReport, 2> kRow{{{Format::text, to_text}, {Format::json, to_json}}};
  return kRow;
}

}  // namespace dateline
