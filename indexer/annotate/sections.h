// The sections of an article, as far as they bear on its dates.
#pragma once

#include <cstddef>
#include <string_view>

#include "corpus/article.h"
#include "language/countries/country_thread.h"
#include "language/dates/thread.h"

namespace dateline {

/// Goes down an article's blocks and keeps what their dates are read with: the year in force, and
/// whether they stand in a list of references.
class Sections {
 public:
  /// `article` must outlive it.
  explicit Sections(const Article& article);

  /// Goes to the next block. Requires that the blocks come in order.
  void go_to(const Block& block);
  /// Ends the block: a heading's year takes the heading's words along.
  void leave(const Block& block);

  [[nodiscard]] DateThread& thread() noexcept { return thread_; }
  [[nodiscard]] CountryThread& countries() noexcept { return countries_; }
  /// Whether the block stands below a heading such as "References" or "Notes": its years are those
  /// of books.
  [[nodiscard]] bool in_references() const noexcept { return in_references_; }

 private:
  void begin_section(const Block& heading);

  std::string_view text_;
  DateThread thread_;
  CountryThread countries_;
  bool in_references_ = false;
  std::size_t year_level_ = 0;  ///< of the heading that gave the year in force
};

/// Whether a heading announces a list of sources: "References", "Bibliography", "Notes", "Works
/// cited", "Endnotes", "Sources", in any case, with or without a number or a colon.
[[nodiscard]] bool announces_references(std::string_view heading);

}  // namespace dateline
