// A small index, of which the fuzzers change files.
#pragma once

#include <filesystem>
#include <string>

#include "indexer/indexer.h"
#include "tests/support/temp_dir.h"

namespace dateline::fuzz {

/// An index of two articles in one segment; made once a process.
class IndexBase {
 public:
  IndexBase() {
    (void)dir_.write(
        "in/one.md",
        "# China and Russia\n\nBy Ann Lee\n\nOn March 3, 2001 Russia and China signed a "
        "treaty at the United Nations.\n\n## Chronology, January-March 2001\n\nJan. "
        "5-7, 2001: Japan visits Beijing.\n\nMid-March 2001: NATO meets.\n");
    (void)dir_.write("in/two.txt", "Talks\n\nIn 1999 Turkey met France. It met Greece in May.\n");
    IndexOptions options;
    options.index = dir_.path() / "idx";
    options.paths = {dir_.path() / "in"};
    options.threads = 1;
    (void)index_files(options, [](const IndexProgress&) {}, {});
  }

  [[nodiscard]] std::filesystem::path index() const { return dir_.path() / "idx"; }

 private:
  test::TempDir dir_;
};

}  // namespace dateline::fuzz
