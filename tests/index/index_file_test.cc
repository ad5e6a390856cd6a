// What is opened of an index: regular files, and directories that are there.
#include "index/index_file.h"

#include <sys/resource.h>
#include <sys/stat.h>

#include <cerrno>
#include <exception>
#include <filesystem>
#include <functional>
#include <optional>
#include <vector>

#include "index/error.h"
#include "index/file_writer.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

namespace dateline::test {

using Catch::Contains;

namespace {

namespace fs = std::filesystem;

// Why something was refused; nullopt when it was not.
std::optional<IndexFault> fault_of(const std::function<void()>& opening) {
  try {
    opening();
    return std::nullopt;
  } catch (const IndexError& error) {
    return error.fault();
  }
}

// A link to a file, a dangling one, a FIFO and a directory.
std::vector<fs::path> what_is_no_file(const TempDir& dir) {
  (void)dir.write("victim", "precious");
  fs::create_symlink(dir.path() / "victim", dir.path() / "link");
  fs::create_symlink(dir.path() / "nowhere", dir.path() / "dangling");
  REQUIRE(::mkfifo((dir.path() / "fifo").c_str(), 0600) == 0);
  fs::create_directory(dir.path() / "directory");
  return {dir.path() / "link", dir.path() / "dangling", dir.path() / "fifo",
          dir.path() / "directory"};
}

// Leaves the process without a descriptor to open while it lives.
class NoDescriptors {
 public:
  NoDescriptors() {
    REQUIRE(::getrlimit(RLIMIT_NOFILE, &before_) == 0);
    auto none = before_;
    none.rlim_cur = 3;
    REQUIRE(::setrlimit(RLIMIT_NOFILE, &none) == 0);
  }
  ~NoDescriptors() { ::setrlimit(RLIMIT_NOFILE, &before_); }
  NoDescriptors(NoDescriptors&&) = delete;

 private:
  rlimit before_{};
};

}  // namespace

TEST_CASE("nothing but a regular file is opened, and no FIFO is waited for", "[index][files]") {
  const TempDir dir;
  for (const auto& path : what_is_no_file(dir)) {
    CAPTURE(path);
    CHECK(fault_of([&] { (void)open_to_read(path); }) == IndexFault::missing);
    CHECK(fault_of([&] { (void)open_if_there(path); }) == IndexFault::missing);
    CHECK(fault_of([&] { (void)open_lock_file(path); }) == IndexFault::io);
  }
  CHECK(read_file(dir.path() / "victim") == "precious");
  CHECK_FALSE(fs::exists(dir.path() / "nowhere"));
  CHECK(fault_of([&] { (void)open_to_read(dir.path() / "absent"); }) == IndexFault::missing);
  CHECK_FALSE(open_if_there(dir.path() / "absent").is_open());
  const auto file = open_to_read(dir.path() / "victim");
  CHECK(read_whole(file, dir.path() / "victim", 8) == "precious");
}

TEST_CASE("what is written never goes through a link", "[index][files]") {
  const TempDir dir;
  (void)dir.write("victim", "precious");
  (void)dir.write("other", "precious");
  fs::create_symlink(dir.path() / "victim", dir.path() / "manifest.json.new");
  fs::create_hard_link(dir.path() / "other", dir.path() / "texts");
  replace_file(dir.path() / "manifest.json", "new");
  FileWriter texts(dir.path() / "texts");
  texts.write("new");
  texts.finish();
  CHECK(read_file(dir.path() / "manifest.json") == "new");
  CHECK(read_file(dir.path() / "texts") == "new");
  CHECK(read_file(dir.path() / "victim") == "precious");
  CHECK(read_file(dir.path() / "other") == "precious");
}

TEST_CASE("a lock file that has another name, too, is refused", "[index][files][lock]") {
  const TempDir dir;
  (void)dir.write("victim", "precious");
  fs::create_hard_link(dir.path() / "victim", dir.path() / "lock");
  CHECK(fault_of([&] { (void)open_lock_file(dir.path() / "lock"); }) == IndexFault::io);
  CHECK(read_file(dir.path() / "victim") == "precious");
}

TEST_CASE("a directory that is a link is none of an index", "[index][files]") {
  const TempDir dir;
  (void)dir.write("real/file", "bytes");
  fs::create_directory_symlink(dir.path() / "real", dir.path() / "link");
  CHECK_NOTHROW(open_directory(dir.path() / "real"));
  CHECK_THROWS_WITH(open_directory(dir.path() / "link"), Contains("is no directory"));
  CHECK(open_folder(dir.path() / "link").is_open());
}

TEST_CASE("a directory for a library must hold regular files alone", "[index][files]") {
  const TempDir dir;
  (void)dir.write("victim", "precious");
  (void)dir.write("glass/postlist", "bytes");
  CHECK_NOTHROW(check_plain_files(dir.path() / "glass", OtherNames::refused));
  SECTION("a link") {
    fs::create_symlink(dir.path() / "victim", dir.path() / "glass/flintlock");
    CHECK_THROWS_AS(check_plain_files(dir.path() / "glass", OtherNames::allowed), IndexError);
  }
  SECTION("another name of a file elsewhere") {
    fs::create_hard_link(dir.path() / "victim", dir.path() / "glass/flintlock");
    CHECK_NOTHROW(check_plain_files(dir.path() / "glass", OtherNames::allowed));
    CHECK_THROWS_AS(check_plain_files(dir.path() / "glass", OtherNames::refused), IndexError);
  }
}

TEST_CASE("what the system refuses is no damage", "[index][files]") {
  const TempDir dir;
  (void)dir.write("columns", "bytes");
  // Before descriptors are short: UBSan needs some when it meets a type for the first time.
  CHECK_THROWS_WITH(fail_to_read(dir.path() / "columns", EIO), Contains("Input/output error"));
  std::exception_ptr refusal;
  {
    const NoDescriptors none;
    try {
      (void)open_to_read(dir.path() / "columns");
    } catch (...) {
      refusal = std::current_exception();
    }
  }
  REQUIRE(refusal);
  try {
    std::rethrow_exception(refusal);
  } catch (const IndexError& error) {
    CHECK(error.fault() == IndexFault::io);
    CHECK_THAT(error.what(), Contains("Too many open files") && !Contains("damaged"));
  }
}

TEST_CASE("a name of which the system does not say whether it is there, is not taken for absent",
          "[index][files]") {
  const TempDir dir;
  (void)dir.write("file", "bytes");
  CHECK(is_there(dir.path() / "file"));
  CHECK_FALSE(is_there(dir.path() / "absent"));
  CHECK_FALSE(is_there(dir.path() / "file/below"));
  CHECK_THROWS_WITH(is_there(dir.path() / std::string(300, 'n')), Contains("name too long"));
}

TEST_CASE("a file without end is not read into memory", "[index][files]") {
  const TempDir dir;
  const auto path = dir.write("manifest.json", std::string(100'000, 'x'));
  CHECK_THROWS_WITH(read_whole(open_to_read(path), path, 99'999), Contains("is larger than"));
  CHECK(read_whole(open_to_read(path), path, 100'000).size() == 100'000);
}

}  // namespace dateline::test
