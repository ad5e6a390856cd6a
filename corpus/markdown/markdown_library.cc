#include "corpus/markdown/markdown_library.h"

#include "corpus/input/loaded_library.h"

namespace dateline {
namespace {

MarkdownParse load_md4c() noexcept {
  MarkdownParse parse = nullptr;
  return LoadedLibrary{DATELINE_LIBMD4C}.find("md_parse", parse) ? parse : nullptr;
}

}  // namespace

MarkdownParse markdown_parse() noexcept {
  static const auto kParse = load_md4c();
  return kParse;
}

}  // namespace dateline
