// Folders whose reading fails.
#pragma once

namespace dateline::test {

/// While it lives, readdir(3) fails with EIO in this process from its call number `after` on (0: at
/// once), counted over all folders. One at a time.
class FailingFolders {
 public:
  explicit FailingFolders(int after);
  ~FailingFolders();
  FailingFolders(FailingFolders&&) = delete;
};

}  // namespace dateline::test
