#include "corpus/input/file_kind.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "language/utf8.h"

namespace dateline {
namespace {

struct Extension {
  std::string_view name;
  FileKind kind;
};
constexpr std::array<Extension, 12> kExtensions{{
    {".txt", FileKind::text},
    {".md", FileKind::markdown},
    {".markdown", FileKind::markdown},
    {".html", FileKind::html},
    {".htm", FileKind::html},
    {".pdf", FileKind::pdf},
    {".docx", FileKind::docx},
    {".odt", FileKind::odt},
    {".json", FileKind::json},
    {".jsonl", FileKind::json_lines},
    {".ndjson", FileKind::json_lines},
    {".tsv", FileKind::tsv},
}};

/// What the first bytes show.
struct Sniffed {
  FileKind kind = FileKind::unknown;
  std::string_view name;    ///< for a user
  std::string_view advice;  ///< what to do
};

bool looks_like_html(std::string_view bytes) {
  constexpr std::size_t kLookAtBytes = 1024;
  auto rest = trim(bytes.substr(0, kLookAtBytes));
  while (rest.starts_with("<?") || rest.starts_with("<!--")) {
    const std::string_view close = rest[1] == '?' ? "?>" : "-->";
    const auto end = rest.find(close);
    if (end == std::string_view::npos) return false;
    rest = trim(rest.substr(end + close.size()));
  }
  const auto begin = fold(rest.substr(0, 16));
  return begin.starts_with("<!doctype html") || begin.starts_with("<html");
}

Sniffed sniff_zip(std::string_view bytes) {
  // Names of parts stand uncompressed, the type of an OpenDocument file is its first part.
  constexpr std::size_t kFirstPartBytes = 128;
  if (bytes.substr(0, kFirstPartBytes).find("application/vnd.oasis.opendocument.text") !=
      std::string_view::npos) {
    return {FileKind::odt, "OpenDocument text", "rename it to .odt"};
  }
  if (bytes.find("[Content_Types].xml") != std::string_view::npos &&
      bytes.find("word/") != std::string_view::npos) {
    return {FileKind::docx, "a Word document", "rename it to .docx"};
  }
  return {FileKind::unknown, "a zip archive", "take its files out first"};
}

std::optional<Sniffed> sniff(std::string_view bytes) {
  constexpr std::size_t kPdfMarkWithin = 1024;
  if (bytes.substr(0, kPdfMarkWithin).find("%PDF-") != std::string_view::npos) {
    return Sniffed{FileKind::pdf, "PDF", "rename it to .pdf"};
  }
  if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06")) return sniff_zip(bytes);
  if (bytes.starts_with("\x1F\x8B")) {
    return Sniffed{FileKind::unknown, "gzip", "add .gz to its name, or unpack it once"};
  }
  if (bytes.starts_with("\xD0\xCF\x11\xE0")) {
    return Sniffed{FileKind::unknown, "an old or encrypted Office document",
                   "save it as .docx without a password"};
  }
  if (bytes.starts_with("{\\rtf")) {
    return Sniffed{FileKind::unknown, "RTF", "save it as .docx or .odt"};
  }
  if (looks_like_html(bytes)) return Sniffed{FileKind::html, "HTML", "rename it to .html"};
  return std::nullopt;
}

std::string_view what_is_missing(FileKind kind) noexcept {
  switch (kind) {
    case FileKind::pdf:
      return "not a PDF: no \"%PDF-\" at its begin";
    case FileKind::docx:
    case FileKind::odt:
      return "damaged: not the zip archive that such a file is";
    default:
      return {};
  }
}

}  // namespace

FileKind kind_of(const std::filesystem::path& path) {
  auto name = path.filename();
  if (fold(name.extension().string()) == ".gz") name = name.stem();
  const auto extension = fold(name.extension().string());
  const auto* const known =
      std::find_if(kExtensions.begin(), kExtensions.end(),
                   [&](const Extension& candidate) { return candidate.name == extension; });
  return known == kExtensions.end() ? FileKind::unknown : known->kind;
}

std::string known_extensions() {
  std::string result;
  for (const auto& extension : kExtensions) {
    if (&extension != kExtensions.begin()) {
      result += &extension == kExtensions.end() - 1 ? " and " : ", ";
    }
    result += extension.name;
  }
  return result;
}

std::string wrong_kind(FileKind kind, std::string_view bytes) {
  if (bytes.empty()) return "empty file";
  const auto sniffed = sniff(bytes);
  if (!sniffed) return std::string{what_is_missing(kind)};
  if (sniffed->kind == kind) return {};
  return fmt::format("wrong extension: looks like {}: {}", sniffed->name, sniffed->advice);
}

}  // namespace dateline
