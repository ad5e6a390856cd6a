// How text output looks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "index/rows.h"
#include "language/span.h"

namespace dateline {

/// Colours and width of text output. Without colour the functions return their text as it is.
struct TextStyle {
  bool colour = false;
  std::size_t width = 80;    ///< columns, at least 20
  bool on_terminal = false;  ///< charts may be drawn

  [[nodiscard]] std::string bold(std::string_view text) const { return sgr("1", text); }
  [[nodiscard]] std::string dim(std::string_view text) const { return sgr("2", text); }
  [[nodiscard]] std::string highlight(std::string_view text) const { return sgr("1;33", text); }
  [[nodiscard]] std::string country(std::string_view text) const { return sgr("36", text); }
  [[nodiscard]] std::string date(std::string_view text) const { return sgr("32", text); }
  [[nodiscard]] std::string person(std::string_view text) const { return sgr("34", text); }
  [[nodiscard]] std::string organization(std::string_view text) const { return sgr("35", text); }

 private:
  /// ECMA-48 "select graphic rendition".
  [[nodiscard]] std::string sgr(std::string_view code, std::string_view text) const;
};

/// What a terminal may get: everything that would command it is escaped, but line feeds, tabs and,
/// where `style` has colours, the sequences of TextStyle. All text goes through it as a whole; what
/// comes from outside is escaped before it is painted, so that it cannot paint.
[[nodiscard]] std::string for_terminal(std::string_view text, const TextStyle& style);

/// A stretch of text and how it is painted.
struct PaintedSpan {
  enum class Paint : std::uint8_t { highlight, date, country, organization, person };
  Span span;
  Paint paint = Paint::highlight;
};

/// `text` as printable() gives it, and where its spans are in that. They are in order and do not
/// overlap.
struct PaintedText {
  std::string text;
  std::vector<PaintedSpan> spans;
};
[[nodiscard]] PaintedText printable_painted(std::string_view text,
                                            const std::vector<PaintedSpan>& spans);

/// How a mention is painted.
[[nodiscard]] PaintedSpan::Paint paint_of(MentionKind kind) noexcept;

/// Breaks `text` into lines of at most `width` columns between words, each begun with `indent`, and
/// paints the spans, which are in order and do not overlap. A word longer than a line stands alone
/// on it. Wide characters count two columns, marks none.
[[nodiscard]] std::string wrapped(std::string_view text, const std::vector<PaintedSpan>& spans,
                                  std::string_view indent, const TextStyle& style);

/// Paints each line of `text` by itself, so that no colour runs over a line end. Ends with a line
/// feed unless empty.
[[nodiscard]] std::string each_line(std::string_view text,
                                    const std::function<std::string(std::string_view)>& paint);

}  // namespace dateline
