// Offices of persons, by the words of an archive itself.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "language/country_code.h"
#include "language/date_interval.h"
#include "searcher/searcher.h"

namespace dateline {

/// For whom a person acts by the words of an archive's articles.
struct LearnedOffice {
  std::string name;
  CountryCode country;
  std::string words;                ///< that name the office, as they are written most often
  DateInterval days{};              ///< from the first day on which an article says so to the last
  std::uint64_t mentions = 0;       ///< that name it
  std::uint64_t article_count = 0;  ///< with such a mention
  std::vector<std::string> articles;  ///< ids of the first kMostLearnedArticles
  bool is_contested = false;  ///< the name acts for another country, too, on some of these days
};

inline constexpr std::size_t kMostLearnedArticles = 3;

/// The offices that all articles give to persons where they introduce them, by name and country. A mention's day
/// is the one of its event, else the article's; without either it does not count. Persons of one
/// word, and those whom the table of office-holders has for that country, are left out. Linear in
/// the mentions. @throws as Searcher::search().
[[nodiscard]] std::vector<LearnedOffice> learn_offices(const Searcher& searcher);

/// A file for `--names`: a row each, with the evidence behind it. Those that are contested are
/// commented out: a reader decides.
[[nodiscard]] std::string to_names_file(const std::vector<LearnedOffice>& offices);

}  // namespace dateline
