#include "corpus/pdf/pdf_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <span>
#include <string_view>
#include <utility>

#include "corpus/input/child_process.h"
#include "corpus/pdf/pdf_face.h"
#include "corpus/pdf/pdf_pages.h"
#include "corpus/pdf/pdf_text.h"
#include "corpus/structure/word_class.h"

namespace dateline {
namespace {

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

// A PDF ends in this mark; some programs write a little behind it.
bool is_cut_off(std::string_view bytes) {
  constexpr std::size_t kLookAtBytes = 2048;
  return !has(bytes.substr(bytes.size() - std::min(bytes.size(), kLookAtBytes)), "%%EOF");
}

[[noreturn]] void refuse(const ChildEnd& end, std::string_view bytes, const ReadJob& job) {
  constexpr int kPermission = 3;
  if (has(end.messages, "Incorrect password") || end.exit_code == kPermission) {
    job.refuse("encrypted: needs a password");
  }
  if (is_cut_off(bytes)) job.refuse("cut off: the end of the PDF is missing");
  const auto line = end.messages.substr(0, end.messages.find('\n'));
  job.refuse(fmt::format("damaged PDF{}{}", line.empty() ? "" : ": ", line));
}

/// Adds the time until it goes out of scope to what was used.
class Meter {
 public:
  explicit Meter(ReadUse* use) : use_(use) {}
  ~Meter() {
    if (use_ != nullptr) use_->add_pdf_time(std::chrono::steady_clock::now() - begin_);
  }
  Meter(const Meter&) = delete;
  Meter& operator=(const Meter&) = delete;

 private:
  ReadUse* use_;
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
};

// What may be spent on this file, of what all may take.
std::chrono::seconds time_for(const ReadJob& job) {
  const auto& limits = job.options.limits;
  if (job.options.use == nullptr) return limits.max_time;
  const auto left = limits.max_pdf_time - job.options.use->pdf_time();
  if (left <= left.zero()) {
    job.refuse(
        fmt::format("the PDFs of this batch have taken {} s, as much as they may: the next "
                    "batch reads it, or a longer --max-pdf-time",
                    limits.max_pdf_time.count()));
  }
  return std::min(limits.max_time, std::chrono::ceil<std::chrono::seconds>(left));
}

// Runs the program and returns what it says; one page more than is wanted, to know that it is
// there.
ChildEnd run(std::string_view bytes, const ReadJob& job, PdfPagesParser& parser) {
  const auto& limits = job.options.limits;
  ChildLimits child;
  child.max_time = time_for(job);
  child.stop = job.options.stop;
  child.max_memory_bytes = limits.max_pdf_memory_bytes;
  const std::vector<std::string> arguments{"-bbox-layout",
                                           "-enc",
                                           "UTF-8",
                                           "-l",
                                           std::to_string(limits.max_pages + 1),
                                           fmt::format("/proc/self/fd/{}", kInputFd),
                                           "-"};
  const Meter meter{job.options.use};
  try {
    return run_child("pdftotext", arguments, bytes, child, [&](std::string_view piece) {
      parser.add(piece);
      if (parser.text_bytes() > limits.max_pdf_text_bytes) {
        job.refuse(fmt::format("more than {} bytes of text in it", limits.max_pdf_text_bytes));
      }
    });
  } catch (const ChildError& error) {
    job.refuse(
        fmt::format("reading it with pdftotext (Debian package poppler-utils): {}", error.what()));
  }
}

bool has_any(std::string_view text, std::span<const std::string_view> parts) {
  return std::any_of(parts.begin(), parts.end(),
                     [&](std::string_view part) { return has(text, part); });
}

// Complaints of poppler's. Pages may be missing where tables of objects, streams and fonts cannot
// be read; a few words where a string of text is broken; nothing where it is what is drawn –
// colours, pictures, curves, an operator that nobody knows –, notes for the eye, or structure.
constexpr std::array<std::string_view, 21> kLosesPages{"xref",
                                                       "XRef",
                                                       "trailer",
                                                       "catalog",
                                                       "Catalog",
                                                       "page tree",
                                                       "Page count",
                                                       "Couldn't read",
                                                       "Couldn't find",
                                                       "stream'",
                                                       "flate",
                                                       "Flate",
                                                       "LZW stream",
                                                       "font tag",
                                                       "No font",
                                                       "CMap file",
                                                       "character collection",
                                                       "language pack",
                                                       "End of file inside dict",
                                                       "Missing 'endstream'",
                                                       "ncrypt"};
constexpr std::array<std::string_view, 4> kLosesWords{
    "Illegal character", "Unterminated string", "End of file inside array", "wrong type (error)"};

void tell_damage(const ChildEnd& end, std::string_view bytes, const ReadJob& job) {
  if (is_cut_off(bytes)) {
    job.left_out("the end of the PDF is missing: its text may be incomplete");
    return;
  }
  std::string_view first;
  std::string_view worst;  // of those that lose words
  for (std::string_view rest{end.messages}; !rest.empty();) {
    const auto line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    if (!line.starts_with("Syntax Error")) continue;
    if (has_any(line, kLosesPages)) {
      job.left_out(fmt::format("damaged PDF: its text may be incomplete: {}", line));
      return;
    }
    if (first.empty()) first = line;
    if (worst.empty() && has_any(line, kLosesWords)) worst = line;
  }
  if (!worst.empty()) {
    job.repaired(fmt::format("damaged PDF, read to its end; words may be missing: {}", worst));
  } else if (!first.empty()) {
    job.repaired(fmt::format("damaged PDF, but its text is whole: {}", first));
  }
}

// What the file's properties and the first page say of the document.
void set_metadata(PdfPages& pages, const ReadJob& job, Metadata& metadata) {
  Metadata properties;
  add_title(properties, pages.title);
  const auto title =
      find_title(pages, properties.titles.empty() ? std::string_view{} : properties.titles.front());
  if (!title.empty()) metadata.titles.push_back(title);
  for (const auto& name : find_names(pages)) add_authors(metadata.authors, name);
  // "Department of State, Office of Information": a body, and its parts are no persons.
  const std::string_view author{pages.author};
  const auto first = author.substr(0, author.find_first_of(",;"));
  if (!has_word(WordClass::affiliation, first)) add_authors(metadata.creators, author);
  metadata.shown_published = find_issue_date(pages, job.dates);
}

}  // namespace

void read_pdf(std::string_view bytes, const ReadJob& job) {
  PdfPagesParser parser;
  const auto end = run(bytes, job, parser);
  if (end.exit_code != 0) refuse(end, bytes, job);
  auto pages = parser.take();
  const auto max_pages = job.options.limits.max_pages;
  if (pages.pages.empty()) refuse(end, bytes, job);
  if (pages.text_bytes == 0) {
    job.refuse("no text in it: its pages are pictures; run OCR first (for example ocrmypdf)");
  }
  tell_damage(end, bytes, job);
  if (pages.pages.size() > max_pages) {
    job.left_out(fmt::format("more than {} pages: the others are left out", max_pages));
    pages.pages.resize(max_pages);
  }
  mend_pages(pages);
  Metadata metadata;
  set_metadata(pages, job, metadata);
  auto document = pdf_document(pages);
  document.metadata = std::move(metadata);
  emit_document(std::move(document), job);
}

}  // namespace dateline
