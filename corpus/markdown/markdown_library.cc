#include "corpus/markdown/markdown_library.h"

#include <dlfcn.h>

namespace dateline {
namespace {

MarkdownParse load_md4c() noexcept {
  void* const library = ::dlopen(DATELINE_LIBMD4C, RTLD_LAZY | RTLD_LOCAL);
  return library == nullptr ? nullptr
                            : reinterpret_cast<MarkdownParse>(::dlsym(library, "md_parse"));
}

}  // namespace

MarkdownParse markdown_parse() noexcept {
  static const auto kParse = load_md4c();
  return kParse;
}

}  // namespace dateline
