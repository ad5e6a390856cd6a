// The rows of evaluations in the table of answers and formats.
#include <array>

#include "evaluation/report.h"
#include "evaluation/retrieval_report.h"

namespace dateline {

template <>
std::span<const Writer<ReportList>> writers_of() noexcept {
  static constexpr std::array<Writer<ReportList>, 2> kRow{
      {{Format::text, to_text}, {Format::json, to_json}}};
  return kRow;
}

template <>
std::span<const Writer<RetrievalReport>> writers_of() noexcept {
  static constexpr std::array<Writer<RetrievalReport>, 2> kRow{
      {{Format::text, to_text}, {Format::json, to_json}}};
  return kRow;
}

}  // namespace dateline
