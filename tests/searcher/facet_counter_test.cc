#include "searcher/facet/facet_counter.h"

#include <string>
#include <vector>

#include "language/date_interval.h"
#include "tests/support/catch.h"
#include "tests/support/synthetic_index.h"
#include "tests/support/temp_dir.h"

namespace dateline::test {
namespace {

// The counts of a facet over one event with this date.
FacetCounts count_event(std::string_view interval, Precision precision, Bucket bucket) {
  const dateline::test::TempDir dir;
  dateline::test::ArticleBuilder builder("a");
  builder.event(EventOrigin::chronology, "talks",
                DateValue{*parse_iso_interval(interval), precision, false, false}, {"RU"});
  dateline::test::write_index(dir.path(), {{builder.build()}});
  const Snapshot snapshot(dir.path());
  return count_facet(snapshot, {Bitmap(1, true)}, DocumentKind::event,
                     {Facet::date, bucket, 0, {}, {}});
}

std::string values_of(const FacetCounts& counts) {
  std::string values;
  for (const auto& value : counts.values) values += value.value + " ";
  return values;
}

}  // namespace

TEST_CASE("an interval counts in each bucket that it touches", "[searcher][facet]") {
  CHECK(values_of(count_event("2001-02-28..2001-03-02", Precision::day, Bucket::month)) ==
        "2001-02 2001-03 ");
  CHECK(values_of(count_event("2001-02-28..2001-03-02", Precision::day, Bucket::quarter)) ==
        "2001Q1 ");
  CHECK(values_of(count_event("2000-12-31..2001-01-01", Precision::day, Bucket::year)) ==
        "2000 2001 ");
  CHECK(values_of(count_event("2001-02-27..2001-03-01", Precision::day, Bucket::day)) ==
        "2001-02-27 2001-02-28 2001-03-01 ");
}

TEST_CASE("a date coarser than a bucket counts in a line of its own", "[searcher][facet]") {
  const auto by_month = count_event("2001", Precision::year, Bucket::month);
  CHECK(by_month.values.empty());
  CHECK(by_month.coarser == 1);
  CHECK(by_month.none == 0);
  CHECK(count_event("2001", Precision::year, Bucket::year).coarser == 0);
  CHECK(count_event("1990..1999", Precision::decade, Bucket::year).coarser == 1);
}

TEST_CASE("a range over more than twelve buckets counts as coarser", "[searcher][facet]") {
  CHECK(count_event("2000-02..2001-01", Precision::month, Bucket::month).values.size() == 12);
  CHECK(count_event("2000-02..2001-02", Precision::month, Bucket::month).coarser == 1);
  CHECK(count_event("2001-02-01..2001-02-12", Precision::day, Bucket::day).values.size() == 12);
  CHECK(count_event("2001-02-01..2001-02-13", Precision::day, Bucket::day).coarser == 1);
}

}  // namespace dateline::test
