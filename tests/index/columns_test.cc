#include "index/columns.h"

#include <cstdint>
#include <string>
#include <vector>

#include "index/error.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

namespace dateline::test {
namespace {

std::filesystem::path write_two_columns(const TempDir& dir) {
  ColumnWriter writer;
  writer.add("numbers", std::vector<std::uint32_t>{1, 2, 3});
  writer.add_bytes("bytes", "abc");
  writer.add("empty", std::vector<std::uint64_t>{});
  const auto path = dir.path() / "columns";
  writer.write(path);
  return path;
}

}  // namespace

TEST_CASE("columns come back as they were written", "[index][columns]") {
  const TempDir dir;
  const Columns columns(write_two_columns(dir));
  const auto numbers = columns.get<std::uint32_t>("numbers");
  CHECK(std::vector<std::uint32_t>(numbers.begin(), numbers.end()) ==
        std::vector<std::uint32_t>{1, 2, 3});
  CHECK(columns.get_bytes("bytes") == "abc");
  CHECK(columns.get<std::uint64_t>("empty").empty());
  CHECK(columns.verify().empty());
}

TEST_CASE("a column that is absent or of another width is refused", "[index][columns]") {
  const TempDir dir;
  const Columns columns(write_two_columns(dir));
  CHECK_THROWS_AS(columns.get<std::uint32_t>("others"), IndexError);
  CHECK_THROWS_AS(columns.get<std::uint32_t>("bytes"), IndexError);
}

TEST_CASE("a damaged column file is refused, or found by verifying", "[index][columns]") {
  const TempDir dir;
  const auto path = write_two_columns(dir);
  const auto good = read_file(path);

  SECTION("cut short") {
    for (const std::size_t size :
         {std::size_t{0}, std::size_t{7}, std::size_t{40}, good.size() - 9}) {
      CAPTURE(size);
      const auto cut = dir.write("cut", good.substr(0, size));
      CHECK_THROWS_AS(Columns(cut), IndexError);
    }
  }
  SECTION("a flipped bit in the table") {
    auto bad = good;
    bad[20] = static_cast<char>(bad[20] ^ 1);
    const auto file = dir.write("bad", bad);
    CHECK_THROWS_AS(Columns(file), IndexError);
  }
  SECTION("a flipped bit in a column") {
    auto bad = good;
    const auto place = bad.find("abc");
    REQUIRE(place != std::string::npos);
    bad[place] = 'x';
    CHECK(Columns(dir.write("bad", bad)).verify() == std::vector<std::string>{"bytes"});
  }
}

}  // namespace dateline::test
