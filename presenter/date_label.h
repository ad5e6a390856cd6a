// Events' dates and buckets as people write them.
#pragma once

#include <cstdint>
#include <string>

#include "searcher/answer.h"
#include "searcher/query/bucket.h"

namespace dateline {

/// An event's date as it stands under a heading that names its year: "19 Feb", "19–22 Feb", "28 Feb
/// – 2 Mar", "30 Dec 2000 – 2 Jan 2001". A vague date shows as the text has it ("mid-January
/// 2001").
[[nodiscard]] std::string short_date(const HitDate& date);

/// The same in the manner of a chronology, always with its year: "Feb. 19, 2001", "Feb. 19-22,
/// 2001", "Feb. 28-March 2, 2001".
[[nodiscard]] std::string chronology_date(const HitDate& date);

/// A bucket: "2001", "January–March 2001", "February 2001", "19–25 Feb 2001" (a week), "19 February
/// 2001".
[[nodiscard]] std::string bucket_title(Bucket bucket, std::uint32_t number);

}  // namespace dateline
