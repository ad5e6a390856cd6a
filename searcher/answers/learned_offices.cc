#include "searcher/answers/learned_offices.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <utility>

#include "index/schema.h"
#include "language/display.h"
#include "language/persons/office_holders.h"
#include "searcher/hit/copy_for_display.h"
#include "searcher/match_state.h"

namespace dateline {
namespace {

/// The words that give a person one office, and how often.
struct Evidence {
  DayRange days;
  std::map<std::string, std::uint64_t> words;
  std::uint64_t mentions = 0;
  std::uint64_t article_count = 0;
  std::vector<std::string> articles;
};
using Offices = std::map<std::pair<std::string, CountryCode>, Evidence>;

/// Goes through the articles of one segment.
class OfficeLearner {
 public:
  OfficeLearner(const Segment& segment, Offices& offices) : segment_{segment}, offices_{offices} {}

  void read(std::uint32_t article) {
    std::vector<const Evidence*> told;
    auto [event, end] = segment_.events_of(article);
    for (const MentionRow& mention : segment_.mentions(article)) {
      if (mention.kind != MentionKind::person || mention.value == 0) continue;
      const Span words = office_words(mention);
      if (words.empty()) continue;
      const auto days = days_of(article, mention.span, event, end);
      if (!days.known()) continue;
      const auto name = segment_.persons.text(person_number(mention));
      Evidence& evidence = offices_[{std::string{name}, unpack_country(mention.value)}];
      ++evidence.mentions;
      ++evidence.words[copy_for_display(segment_.text(article), words, {}).text];
      evidence.days.widen(days);
      if (std::find(told.begin(), told.end(), &evidence) != told.end()) continue;
      told.push_back(&evidence);
      ++evidence.article_count;
      if (evidence.articles.size() < kMostLearnedArticles) {
        evidence.articles.emplace_back(segment_.id(article));
      }
    }
  }

 private:
  // Of the first event that the place lies in; events and mentions go on side by side.
  DayRange days_of(std::uint32_t article, Span place, std::uint32_t& event,
                   std::uint32_t end) const {
    while (event < end && segment_.event(event).span.end <= place.begin) ++event;
    if (event < end && segment_.event(event).span.contains(place)) return segment_.days(event);
    return segment_.published(article);
  }

  const Segment& segment_;
  Offices& offices_;
};

// Whether the table has the person in office for the country already.
bool is_in_the_table(const std::string& name, CountryCode country) {
  const auto rows = persons::OfficeHolders::built_in().named(name);
  return std::any_of(rows.begin(), rows.end(),
                     [&](const OfficeHolder* row) { return row->country == country; });
}

LearnedOffice learned(const std::pair<std::string, CountryCode>& key, Evidence&& evidence) {
  LearnedOffice office;
  office.name = key.first;
  office.country = key.second;
  const auto most =
      std::max_element(evidence.words.begin(), evidence.words.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  office.words = most->first;
  office.days = to_interval(evidence.days);
  office.mentions = evidence.mentions;
  office.article_count = evidence.article_count;
  office.articles = std::move(evidence.articles);
  return office;
}

// A tab or a mark of columns would break the row.
std::string cell(std::string_view text) {
  std::string plain{printable(text)};
  std::replace(plain.begin(), plain.end(), '\t', ' ');
  std::replace(plain.begin(), plain.end(), '|', '/');
  return plain;
}

}  // namespace

std::vector<LearnedOffice> learn_offices(const Searcher& searcher) {
  const auto matches = searcher.match(SearchRequest{});
  const Snapshot& snapshot = matches.state().snapshot();
  const auto& sets = matches.state().matches().sets;
  Offices offices;
  for (std::size_t s = 0; s < sets.size(); ++s) {
    OfficeLearner learner{snapshot.segment(s), offices};
    sets[s].for_each(
        [&](std::size_t article) { learner.read(static_cast<std::uint32_t>(article)); });
  }
  const persons::NameReader reader;
  std::vector<LearnedOffice> found;
  for (auto& [key, evidence] : offices) {
    if (reader.name(key.first).telling() < 2) continue;
    if (!is_in_the_table(key.first, key.second)) {
      found.push_back(learned(key, std::move(evidence)));
    }
  }
  // Rows of one name are neighbours.
  for (std::size_t i = 0; i < found.size(); ++i) {
    for (std::size_t k = i + 1; k < found.size() && found[k].name == found[i].name; ++k) {
      if (!found[i].days.overlaps(found[k].days)) continue;
      found[i].is_contested = found[k].is_contested = true;
    }
  }
  return found;
}

std::string to_names_file(const std::vector<LearnedOffice>& offices) {
  std::string file =
      "# Offices that the archive tells of. Look at the rows, correct them, and give them back "
      "with\n"
      "# --names. Rows behind a # contradict each other: take the mark away from what is right.\n"
      "# person\tname\tacts for\toffice\tfirst day\tlast day\tother names\t# evidence\n";
  for (const auto& office : offices) {
    file +=
        fmt::format("{}person\t{}\t{}\t{}\t{}\t{}\t\t# {} {} in {} {}: {}\n",
                    office.is_contested ? "# " : "", cell(office.name), office.country.view(),
                    cell(office.words), format_day(office.days.first), format_day(office.days.last),
                    office.mentions, office.mentions == 1 ? "mention" : "mentions",
                    office.article_count, unit_name(DocumentKind::article, office.article_count),
                    cell(fmt::format("{}", fmt::join(office.articles, ", "))));
  }
  return file;
}

}  // namespace dateline
