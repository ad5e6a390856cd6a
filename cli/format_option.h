// Which format of an answer is asked for.
#pragma once

#include <CLI/App.hpp>
#include <span>
#include <string>
#include <string_view>

#include "presenter/formats.h"

namespace dateline {

/// Declares `--format` on a subcommand, with the formats that an answer has; text unless another is
/// asked for. Must live as long as the subcommand.
class FormatOption {
 public:
  /// @param prefix stands before the formats in the help text: "Of the summary: ".
  template <typename Answer>
  void declare(CLI::App& command, std::string_view prefix = {}) {
    declare(command, formats_of<Answer>(), prefix);
  }

  /// What is asked for: known when the command line has been read.
  [[nodiscard]] Format get() const;

 private:
  void declare(CLI::App& command, std::span<const Format> formats, std::string_view prefix);

  std::string name_ = std::string{format_name(Format::text)};
};

}  // namespace dateline
