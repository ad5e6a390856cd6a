// Fuzzes what is made of the output of pdftotext; the program itself runs in a sandbox.
#include "corpus/pdf/pdf_face.h"
#include "corpus/pdf/pdf_pages.h"
#include "corpus/pdf/pdf_text.h"
#include "language/utf8.h"
#include "tests/fuzz/invariants.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dateline;
  constexpr std::size_t kPiece = 100;  // as it comes through a pipe
  auto text = fuzz::as_text(data, size);
  PdfPagesParser parser;
  for (; text.size() > kPiece; text.remove_prefix(kPiece)) parser.add(text.substr(0, kPiece));
  parser.add(text);
  auto pages = parser.take();
  if (pages.pages.empty()) return 0;
  mend_pages(pages);
  (void)find_title(pages, pages.title);
  (void)find_names(pages);
  const auto document = pdf_document(pages);
  for (const auto& piece : document.pieces)
    fuzz::require(piece.begin <= document.text.size(), "a piece begins behind the text");
  return 0;
}
