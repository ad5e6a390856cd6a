// Prints all that an index holds: dump_index INDEX. For scripts/crash-test.
#include <cstdio>
#include <exception>

#include "tests/support/dump_index.h"

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs("usage: dump_index INDEX\n", stderr);
    return 2;
  }
  try {
    const auto text = dateline::test::dump_index(argv[1]);
    return std::fwrite(text.data(), 1, text.size(), stdout) == text.size() ? 0 : 6;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "dump_index: %s\n", error.what());
    return 3;
  }
}
