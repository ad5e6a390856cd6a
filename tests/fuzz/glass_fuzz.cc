// Fuzzes the blocks of Xapian's table: each four bytes of the input put one somewhere into those of
// a sound index. Only IndexError leaves what reads the terms.
#include <cstring>
#include <string>

#include "index/error.h"
#include "index/snapshot.h"
#include "tests/fuzz/index_base.h"
#include "tests/fuzz/invariants.h"

namespace {

using namespace dateline;

std::string changed(std::string bytes, std::string_view changes) {
  constexpr std::size_t kChange = 4;  // three bytes where, one what
  for (; changes.size() >= kChange; changes.remove_prefix(kChange)) {
    std::uint32_t change = 0;
    std::memcpy(&change, changes.data(), sizeof change);
    bytes[(change >> 8U) % bytes.size()] = static_cast<char>(change & 0xFFU);
  }
  return bytes;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const fuzz::IndexBase base;
  static const auto manifest = read_manifest(base.index());
  static const auto& entry = manifest.segments.front();
  static const auto database = segment_path(base.index(), entry.name) / "articles";
  static const auto blocks = test::read_file(database / "postlist.glass");
  static const auto version = test::read_file(database / "iamglass");
  auto changes = fuzz::as_text(data, size);
  const bool is_version = !changes.empty() && changes.front() % 8 == 0;
  if (!changes.empty()) changes.remove_prefix(1);
  (void)test::TempDir::write_to(database / "postlist.glass",
                                is_version ? blocks : changed(blocks, changes));
  (void)test::TempDir::write_to(database / "iamglass",
                                is_version ? changed(version, changes) : version);
  try {
    const ArticleTerms terms(database, entry.articles);
    (void)terms.postings("treaty");
    (void)terms.frequency("china");
    (void)terms.total_length();
    (void)terms.terms("t", "ta", "tz");
    terms.check_all();
  } catch (const IndexError& error) {
    fuzz::require(*error.what() != '\0', "an error without a message");
  }
  return 0;
}
