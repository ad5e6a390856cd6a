#include "corpus/markdown/markdown_reader.h"

#include <utility>

#include "corpus/markdown/markdown_text.h"
#include "corpus/structure/structure.h"
#include "language/utf8.h"

namespace dateline {

void find_markdown_structure(Article& article, std::size_t begin, const ReadJob& job) {
  auto read = parse_markdown(article.text, begin, job);
  article.blocks.clear();
  if (trim(read.document.text).empty()) return;
  BodyMarks body{0, Marks::markdown, read.document.pieces};
  if (read.in_source) {
    body.pieces = {};
    body.layout = &*read.in_source;
  } else {
    article.text = std::move(read.document.text);
    article.offsets_in_file = false;
  }
  find_structure(article, body, job.path.filename().string(), job.dates);
}

}  // namespace dateline
