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
constexpr std::array<Extension, 19> kExtensions{{
    {".txt", FileKind::text},          {".md", FileKind::markdown},
    {".markdown", FileKind::markdown}, {".html", FileKind::html},
    {".htm", FileKind::html},          {".pdf", FileKind::pdf},
    {".docx", FileKind::docx},         {".odt", FileKind::odt},
    {".json", FileKind::json},         {".jsonl", FileKind::json_lines},
    {".ndjson", FileKind::json_lines}, {".tsv", FileKind::tsv},
    {".csv", FileKind::csv},           {".xml", FileKind::tei},
    {".tei", FileKind::tei},           {".epub", FileKind::epub},
    {".eml", FileKind::mail},          {".mbox", FileKind::mailbox},
    {".zip", FileKind::zip},
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

// Names of parts stand uncompressed.
std::string_view first_part(std::string_view bytes) noexcept {
  constexpr std::size_t kSizeAt = 26;
  constexpr std::size_t kNameAt = 30;
  if (bytes.size() < kNameAt) return {};
  const auto byte = [&](std::size_t at) {
    return static_cast<std::size_t>(static_cast<unsigned char>(bytes[at]));
  };
  return bytes.substr(kNameAt, byte(kSizeAt) + (byte(kSizeAt + 1) << 8U));
}

// What is named .zip may hold documents: only by its own first part it is one.
bool is_word_document(FileKind named, std::string_view bytes) {
  constexpr std::string_view kTypes = "[Content_Types].xml";
  if (named == FileKind::zip) return first_part(bytes) == kTypes;
  return bytes.find(kTypes) != std::string_view::npos &&
         bytes.find("word/") != std::string_view::npos;
}

Sniffed sniff_zip(FileKind named, std::string_view bytes) {
  // The type of an OpenDocument file, and of an EPUB, is its first part.
  constexpr std::size_t kFirstPartBytes = 128;
  const auto first = bytes.substr(0, kFirstPartBytes);
  if (first.find("application/vnd.oasis.opendocument.text") != std::string_view::npos) {
    return {FileKind::odt, "OpenDocument text", "rename it to .odt"};
  }
  if (first.find("application/epub+zip") != std::string_view::npos)
    return {FileKind::epub, "an EPUB", "rename it to .epub"};
  if (is_word_document(named, bytes))
    return {FileKind::docx, "a Word document", "rename it to .docx"};
  return {FileKind::zip, "a zip archive", "rename it to .zip"};
}

std::optional<Sniffed> sniff(FileKind named, std::string_view bytes) {
  constexpr std::size_t kPdfMarkWithin = 1024;
  if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06"))
    return sniff_zip(named, bytes);
  if (bytes.substr(0, kPdfMarkWithin).find("%PDF-") != std::string_view::npos) {
    return Sniffed{FileKind::pdf, "PDF", "rename it to .pdf"};
  }
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

// The name of the first element, without its prefix; empty where there is none at the front.
std::string_view root_element(std::string_view bytes) noexcept {
  constexpr std::size_t kLookAtBytes = std::size_t{64} << 10;
  auto rest = trim(bytes.substr(0, kLookAtBytes));
  while (rest.starts_with("<?") || rest.starts_with("<!")) {
    const std::string_view close = rest.starts_with("<?")     ? "?>"
                                   : rest.starts_with("<!--") ? "-->"
                                                              : ">";
    const auto end = rest.find(close);
    if (end == std::string_view::npos) return {};
    rest = trim(rest.substr(end + close.size()));
    // Behind a document type that declares something.
    if (rest.starts_with("]>")) rest = trim(rest.substr(2));
  }
  if (!rest.starts_with('<')) return {};
  rest = rest.substr(1, rest.find_first_of(" \t\r\n/>") - 1);
  return rest.substr(rest.find(':') == std::string_view::npos ? 0 : rest.find(':') + 1);
}

bool has_header_line(std::string_view bytes) noexcept {
  const auto line = bytes.substr(0, std::min(bytes.find('\n'), bytes.size()));
  const auto name = line.substr(0, line.find(':'));
  return !name.empty() && name.size() < line.size() &&
         std::all_of(name.begin(), name.end(), [](char c) { return c > ' ' && c != 127; });
}

std::string_view what_is_missing(FileKind kind, std::string_view bytes) noexcept {
  switch (kind) {
    case FileKind::tei: {
      const auto root = root_element(bytes);
      const bool is_tei = root.empty() || root == "TEI" || root == "TEI.2" || root == "teiCorpus";
      return is_tei ? std::string_view{}
                    : "no TEI: of XML, only the Text Encoding Initiative's is read";
    }
    case FileKind::mail:
      return has_header_line(bytes) ? std::string_view{}
                                    : "no message: its first line is no header (\"From: …\")";
    case FileKind::mailbox:
      return bytes.starts_with("From ") ? std::string_view{}
                                        : "no mailbox: it does not begin with \"From \"";
    case FileKind::epub:
    case FileKind::zip:
      return "damaged: not the zip archive that such a file is";
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
  const auto sniffed = sniff(kind, bytes);
  if (!sniffed) return std::string{what_is_missing(kind, bytes)};
  if (sniffed->kind == kind) return {};
  return fmt::format("wrong extension: looks like {}: {}", sniffed->name, sniffed->advice);
}

}  // namespace dateline
