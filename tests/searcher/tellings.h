// Indexes of events for the tests of folding.
#pragma once

#include <fmt/format.h>

#include <chrono>
#include <cstdint>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "searcher/fold/fold.h"
#include "tests/support/synthetic_index.h"
#include "tests/support/temp_dir.h"

namespace dateline::test {

/// The days of "2001-02-19", or of "2001-02-19/2001-03-02".
inline DateValue date_of(const std::string& written) {
  const auto day = [&written](std::size_t at) {
    const auto number = [&](std::size_t from, std::size_t size) {
      return std::stoi(written.substr(at + from, size));
    };
    using namespace std::chrono;
    return sys_days{year{number(0, 4)} / month{static_cast<unsigned>(number(5, 2))} /
                    std::chrono::day{static_cast<unsigned>(number(8, 2))}};
  };
  DateValue value;
  value.days = {day(0), day(written.size() > 10 ? 11 : 0)};
  return value;
}

inline std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::istringstream in{text};
  for (std::string part; std::getline(in, part, separator);) parts.push_back(part);
  return parts;
}

/// An event of one article.
struct Telling {
  std::string days;
  std::string countries;  // joined by commas
  std::string text;
  EventOrigin origin = EventOrigin::prose;
  std::vector<std::string> organizations = {};
};

inline void add(ArticleBuilder& article, const Telling& telling) {
  article.event(telling.origin, telling.text, date_of(telling.days), split(telling.countries, ','));
  article.organizations(telling.organizations);
}

/// An index with an article for each telling, all in one segment, or each in one of its own.
class Tellings {
 public:
  explicit Tellings(const std::vector<Telling>& tellings, bool segment_each = false) {
    std::vector<std::vector<IndexedArticle>> segments(segment_each ? tellings.size() : 1);
    for (std::size_t i = 0; i < tellings.size(); ++i) {
      ArticleBuilder article{"a" + std::to_string(i)};
      add(article, tellings[i]);
      segments[segment_each ? i : 0].push_back(article.build());
    }
    write_index(directory_.path(), segments);
  }
  /// All in one article.
  explicit Tellings(ArticleBuilder article) {
    std::vector<std::vector<IndexedArticle>> segments(1);
    segments[0].push_back(article.build());
    write_index(directory_.path(), segments);
  }

  [[nodiscard]] std::vector<Location> locations() const {
    const Snapshot snapshot{directory_.path()};
    std::vector<Location> all;
    for (std::uint32_t s = 0; s < snapshot.segment_count(); ++s) {
      for (std::uint32_t e = 0; e < snapshot.segment(s).event_count(); ++e) all.push_back({s, e});
    }
    return all;
  }
  [[nodiscard]] std::vector<Fold> folds(const std::vector<Location>& events) const {
    return fold_events(snapshot(), events);
  }
  [[nodiscard]] Snapshot snapshot() const { return Snapshot{directory_.path()}; }
  /// "0 2*|1": the folds of all events; a star where dates differ.
  [[nodiscard]] std::string folded() const { return described(folds(locations())); }

  static std::string described(const std::vector<Fold>& folds) {
    std::string text;
    for (const auto& fold : folds) {
      text += fmt::format("{}{}{}", text.empty() ? "" : "|", fmt::join(fold.members, " "),
                          fold.dates_differ ? "*" : "");
    }
    return text;
  }

 private:
  TempDir directory_;
};

}  // namespace dateline::test
