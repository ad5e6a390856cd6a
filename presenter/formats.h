// Which formats an answer has, and what writes each: one table, answer × format.
#pragma once

#include <cassert>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "presenter/text_style.h"

namespace dateline {

/// A form of output. Grammars and columns: docs/output.md.
enum class Format : std::uint8_t {
  text,    ///< for reading, on a terminal or in a file
  json,    ///< one JSON object
  jsonl,   ///< JSON Lines: an object a record
  csv,     ///< comma-separated values: a line a record
  ics,     ///< iCalendar
  md,      ///< Markdown
  html,    ///< a page
  blocks,  ///< what a reader made of a file, block by block
};

/// The name that `--format` takes: "text", "json", "jsonl", "csv", "ics", "md", "html", "blocks".
[[nodiscard]] std::string_view format_name(Format format) noexcept;
/// @return nullopt when no format has this name.
[[nodiscard]] std::optional<Format> format_for(std::string_view name) noexcept;

/// Whether a format holds records and nothing beside them: no counts, no notices.
[[nodiscard]] constexpr bool is_records(Format format) noexcept {
  return format == Format::jsonl || format == Format::csv;
}

/// What an answer is presented as: a string, unless it is presented piece by piece.
template <typename Answer>
struct PresentedAs {
  using Type = std::string;
};

/// A cell of the table: a format, and the function that presents an answer in it.
template <typename Answer>
class Writer {
 public:
  using Output = typename PresentedAs<Answer>::Type;
  using Styled = Output (*)(const Answer&, const TextStyle&);
  using Plain = Output (*)(const Answer&);

  constexpr Writer(Format format, Styled write) noexcept : format_{format}, styled_{write} {}
  constexpr Writer(Format format, Plain write) noexcept : format_{format}, plain_{write} {}

  [[nodiscard]] constexpr Format format() const noexcept { return format_; }
  [[nodiscard]] Output operator()(const Answer& answer, const TextStyle& style) const {
    return styled_ != nullptr ? styled_(answer, style) : plain_(answer);
  }

 private:
  Format format_;
  Styled styled_ = nullptr;
  Plain plain_ = nullptr;
};

/// An answer's row of the table: a writer for each format that it has, in the order in which help
/// texts name them, text first. Each presenter's header declares it for its answers.
template <typename Answer>
[[nodiscard]] std::span<const Writer<Answer>> writers_of() noexcept;

/// The formats that an answer has, text first.
template <typename Answer>
[[nodiscard]] std::vector<Format> formats_of() {
  std::vector<Format> formats;
  for (const auto& writer : writers_of<Answer>()) formats.push_back(writer.format());
  return formats;
}

/// `format` if the answer has it, else text.
template <typename Answer>
[[nodiscard]] Format format_or_text(Format format) noexcept {
  for (const auto& writer : writers_of<Answer>()) {
    if (writer.format() == format) return format;
  }
  return Format::text;
}

/// The answer in a format. Requires one that it has (formats_of()). Text is as for_terminal() leaves
/// it.
/// @param style how text looks; the other formats look alike everywhere.
template <typename Answer>
[[nodiscard]] typename Writer<Answer>::Output present(const Answer& answer, Format format,
                                                      const TextStyle& style) {
  const auto writers = writers_of<Answer>();
  std::size_t i = 0;
  while (writers[i].format() != format) {
    ++i;
    assert(i < writers.size());
  }
  if constexpr (std::is_same_v<typename Writer<Answer>::Output, std::string>) {
    if (format == Format::text) return for_terminal(writers[i](answer, style), style);
  }
  return writers[i](answer, style);
}

}  // namespace dateline
