#include "index/postings.h"

#include <rapidcheck.h>

#include <map>
#include <utility>
#include <vector>

#include "index/error.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

namespace dateline::test {
namespace {

using List = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

List list_of(const Postings& postings, std::uint32_t term) {
  List list;
  postings.for_each(term, [&](std::uint32_t document, std::uint32_t frequency) {
    list.emplace_back(document, frequency);
  });
  return list;
}

}  // namespace

TEST_CASE("posting lists come back as they were written", "[index][property]") {
  CHECK(rc::check("postings round trip", [] {
    std::map<std::uint32_t, std::map<std::uint32_t, std::uint32_t>> lists;
    for (int i = *rc::gen::inRange(0, 200); i > 0; --i) {
      const auto term = *rc::gen::inRange(0U, 6U);
      const auto document = *rc::gen::element(0U, 1U, 63U, 64U, 127U, 128U, 8191U, 1U << 20U, ~0U);
      lists[term][document] = *rc::gen::element(1U, 2U, 127U, 128U, ~0U);
    }
    PostingsBuilder builder;
    for (const auto& [term, list] : lists) {
      for (const auto& [document, frequency] : list) builder.add(term, document, frequency);
    }
    const TempDir dir;
    ColumnWriter columns;
    builder.write("p", 7, columns);
    columns.write(dir.path() / "columns");
    const Columns file(dir.path() / "columns");
    const Postings postings(file, "p");
    RC_ASSERT(postings.size() == 7U);
    for (std::uint32_t term = 0; term < 7; ++term) {
      RC_ASSERT(postings.count(term) == lists[term].size());
      RC_ASSERT(list_of(postings, term) == List(lists[term].begin(), lists[term].end()));
    }
  }));
}

TEST_CASE("damaged posting lists end early", "[index]") {
  const TempDir dir;
  ColumnWriter columns;
  columns.add("p.offsets", std::vector<std::uint64_t>{0, 2, 3});
  columns.add("p.counts", std::vector<std::uint32_t>{5, 1});
  columns.add_bytes("p.bytes", std::string_view{"\x02\x80\x81", 3});
  columns.write(dir.path() / "columns");
  const Columns file(dir.path() / "columns");
  const Postings postings(file, "p");
  CHECK(list_of(postings, 0) == List{{1, 1}});
  CHECK(list_of(postings, 1).empty());
}

TEST_CASE("posting lists that do not fit each other are refused", "[index]") {
  const TempDir dir;
  ColumnWriter columns;
  columns.add("p.offsets", std::vector<std::uint64_t>{0, 2});
  columns.add("p.counts", std::vector<std::uint32_t>{1, 1});
  columns.add_bytes("p.bytes", "ab");
  columns.write(dir.path() / "columns");
  const Columns file(dir.path() / "columns");
  CHECK_THROWS_AS(Postings(file, "p"), dateline::IndexError);
}

}  // namespace dateline::test
