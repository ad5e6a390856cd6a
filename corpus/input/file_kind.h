// What kind of file it is, by its name and by its first bytes.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace dateline {

enum class FileKind : std::uint8_t {
  unknown,
  text,
  markdown,
  html,
  pdf,
  docx,
  odt,
  json,
  json_lines,
  tsv,
  csv,
  tei,
  epub,
  mail,
  mailbox,
  zip,
};

/// Whether files of this kind are read line by line, and never in memory as a whole.
[[nodiscard]] constexpr bool is_read_by_lines(FileKind kind) noexcept {
  return kind == FileKind::json_lines || kind == FileKind::tsv || kind == FileKind::csv;
}

/// By the name's extension, in any case, with or without .gz behind it.
[[nodiscard]] FileKind kind_of(const std::filesystem::path& path);

/// The extensions that kind_of knows: ".txt, .md, … and .tsv".
[[nodiscard]] std::string known_extensions();

/// Why a file of this kind cannot have these bytes; empty when it can. `bytes` are the whole
/// file's.
[[nodiscard]] std::string wrong_kind(FileKind kind, std::string_view bytes);

}  // namespace dateline
