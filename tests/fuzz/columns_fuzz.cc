// Fuzzes the columns of a segment: each twelve bytes of the input put a number somewhere into those
// of a sound index. Only IndexError leaves what reads them.
#include <algorithm>
#include <cstring>
#include <string>

#include "index/error.h"
#include "index/snapshot.h"
#include "tests/fuzz/index_base.h"
#include "tests/fuzz/invariants.h"

namespace {

using namespace dateline;

std::string changed(std::string columns, std::string_view changes) {
  constexpr std::size_t kChange = 12;  // u8 width, three bytes where, u64 what
  for (; changes.size() >= kChange; changes.remove_prefix(kChange)) {
    std::uint32_t head = 0;
    std::memcpy(&head, changes.data(), sizeof head);
    const std::size_t width = std::size_t{1} << (head & 3U);
    const auto at = (head >> 8U) % (columns.size() - width);
    std::memcpy(columns.data() + at, changes.data() + sizeof head, width);
  }
  return columns;
}

void read_article(const Segment& segment, std::uint32_t article) {
  (void)segment.meta(article);
  (void)segment.text(article);
  (void)segment.extractor(article);
  (void)segment.page_starts(article);
  for (const auto& block : segment.blocks(article)) (void)block.span.of(segment.text(article));
  for (const auto& mention : segment.mentions(article))
    (void)mention.span.of(segment.text(article));
  for (const auto& date : segment.dates(article)) (void)date;
  auto tokens = segment.article_tokens(article);
  for (StoredToken token; tokens.next(token);) (void)segment.terms.text(token.term);
}

void read_event(const Segment& segment, std::uint32_t event) {
  (void)segment.event(event).span.of(segment.text(segment.article_of(event)));
  (void)segment.event_id(event);
  (void)segment.days(event);
  (void)segment.event_countries[event];
  for (const auto number : segment.event_organizations[event])
    (void)segment.organizations.text(number);
  auto tokens = segment.event_tokens(event);
  for (StoredToken token; tokens.next(token);) (void)segment.terms.text(token.term);
}

void read_segment(const Segment& segment) {
  for (std::uint32_t article = 0; article < segment.article_count(); ++article)
    read_article(segment, article);
  for (std::uint32_t event = 0; event < segment.event_count(); ++event) read_event(segment, event);
  for (std::uint32_t term = 0; term < segment.terms.size(); ++term) {
    (void)segment.terms.find(segment.terms.text(term));
    segment.event_postings.for_each(term, [](std::uint32_t, std::uint32_t) {});
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const fuzz::IndexBase base;
  static const auto manifest = read_manifest(base.index());
  static const auto file = segment_path(base.index(), manifest.segments.front().name) / "columns";
  static const auto sound = test::read_file(file);
  (void)test::TempDir::write_to(file, changed(sound, fuzz::as_text(data, size)));
  try {
    read_segment(Segment(base.index(), manifest.segments.front()));
  } catch (const IndexError& error) {
    fuzz::require(*error.what() != '\0', "an error without a message");
  }
  return 0;
}
