#include "tests/support/failing_folder.h"

#include <dirent.h>
#include <dlfcn.h>

#include <atomic>
#include <cerrno>

namespace {

constexpr int kNever = -1;
std::atomic<int> calls_left{kNever};

}  // namespace

// Stands before the C library's own.
extern "C" dirent* readdir(DIR* folder) {
  using Readdir = dirent* (*)(DIR*);
  static const auto kOwn = reinterpret_cast<Readdir>(::dlsym(RTLD_NEXT, "readdir"));
  if (calls_left == 0) {
    errno = EIO;
    return nullptr;
  }
  if (calls_left > 0) --calls_left;
  return kOwn(folder);
}

namespace dateline::test {

FailingFolders::FailingFolders(int after) { calls_left = after; }
FailingFolders::~FailingFolders() { calls_left = kNever; }

}  // namespace dateline::test
