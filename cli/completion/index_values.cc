#include "cli/completion/index_values.h"

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <map>
#include <set>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "index/dictionary.h"
#include "index/list_column.h"
#include "index/rows.h"
#include "index/saved_queries.h"
#include "index/snapshot.h"
#include "language/date_interval.h"
#include "language/utf8.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

using Counts = std::unordered_map<std::string_view, std::uint64_t>;

template <typename Number>
void count(const Dictionary& names, std::initializer_list<std::span<const Number>> uses,
           Counts& counts) {
  std::vector<std::uint64_t> of_number(names.size());
  for (const auto use : uses) {
    for (const auto number : use) {
      if (number < of_number.size()) ++of_number[number];
    }
  }
  for (std::uint32_t i = 0; i < names.size(); ++i) {
    if (of_number[i] > 0) counts[names.text(i)] += of_number[i];
  }
}

void count(const Segment& segment, NamedValue value, Counts& counts) {
  const auto& columns = segment.columns();
  switch (value) {
    case NamedValue::organization:
      return count<std::uint16_t>(
          columns.organizations,
          {columns.article_organizations.values(), columns.event_organizations.values()}, counts);
    case NamedValue::person:
      return count<std::uint32_t>(
          columns.persons, {columns.article_persons.values(), columns.event_persons.values()},
          counts);
    case NamedValue::author:
      return count<std::uint32_t>(columns.authors, {columns.article_authors.values()}, counts);
    case NamedValue::source:
      return count<std::uint32_t>(columns.sources, {columns.event_sources.values()}, counts);
  }
}

// What is offered of a name: all of it, its last word, or nothing.
std::string_view offered(std::string_view name, std::string_view typed) noexcept {
  if (begins_with(name, typed)) return name;
  const auto blank = name.rfind(' ');
  if (blank == std::string_view::npos || !begins_with(name.substr(blank + 1), typed)) return {};
  return name.substr(blank + 1);
}

// Too many texts, which all begin with the same `typed` bytes: the beginnings by which they part, as
// long as there are few enough of these.
Candidates parted(const std::vector<std::string_view>& texts, std::size_t typed) {
  constexpr std::size_t kLongest = 255;  // longer ids that are alike so far are told apart no more
  std::set<std::string_view> beginnings{texts.front().substr(0, typed)};
  for (auto bytes = typed + 1; bytes <= kLongest; ++bytes) {
    std::set<std::string_view> longer;
    for (const auto text : texts) {
      longer.insert(text.substr(0, floor_code_point(text, bytes)));
      if (longer.size() > kMostCandidates) break;
    }
    if (longer.size() > kMostCandidates) break;
    beginnings = std::move(longer);
  }
  Candidates candidates;
  for (const auto text : beginnings)
    candidates.push_back({CandidateKind::open, std::string{text}, {}});
  return candidates;
}

template <typename Visit>
void each_live_article(const Snapshot& snapshot, std::string_view typed, Visit visit) {
  for (std::size_t i = 0; i < snapshot.segment_count(); ++i) {
    const auto& segment = snapshot.segment(i);
    for (std::uint32_t article = 0; article < segment.article_count(); ++article) {
      if (segment.id(article).starts_with(typed) &&
          segment.live(DocumentKind::article).test(article))
        visit(segment, article);
    }
  }
}

Candidates articles_of(const Snapshot& snapshot, std::string_view typed) {
  std::vector<std::string_view> ids;
  std::vector<std::string_view> titles;
  each_live_article(snapshot, typed, [&](const Segment& segment, std::uint32_t article) {
    ids.push_back(segment.id(article));
    titles.push_back(segment.title(article));
  });
  if (ids.size() > kMostCandidates) return parted(ids, typed.size());
  Candidates candidates;
  for (std::size_t i = 0; i < ids.size(); ++i)
    candidates.push_back({CandidateKind::whole, std::string{ids[i]}, std::string{titles[i]}});
  return candidates;
}

std::string text_of(const DayRange& range) {
  return range.known() ? format_interval(to_interval(range)) : std::string{};
}

Candidates events_of(const Snapshot& snapshot, std::string_view typed) {
  const auto article_id = typed.substr(0, typed.rfind('#'));
  Candidates candidates;
  std::vector<std::string> ids;
  each_live_article(snapshot, article_id, [&](const Segment& segment, std::uint32_t article) {
    if (segment.id(article) != article_id) return;
    const auto events = segment.events_of(article);
    for (auto event = events.begin; event < events.end; ++event) {
      auto id = segment.event_id(event);
      if (!id.starts_with(typed)) continue;
      candidates.push_back({CandidateKind::whole, id, text_of(segment.days(event))});
      ids.push_back(std::move(id));
    }
  });
  if (candidates.size() <= kMostCandidates) return candidates;
  return parted({ids.begin(), ids.end()}, typed.size());
}

}  // namespace

Candidates names_in(const fs::path& index, NamedValue value, std::string_view typed) {
  const Snapshot snapshot(index);
  Counts counts;
  for (std::size_t i = 0; i < snapshot.segment_count(); ++i)
    count(snapshot.segment(i), value, counts);
  std::map<std::string_view, std::uint64_t> found;
  for (const auto& [name, uses] : counts) {
    if (const auto text = offered(name, typed); !text.empty()) found[text] += uses;
  }
  std::vector<std::pair<std::uint64_t, std::string_view>> best;
  best.reserve(found.size());
  for (const auto& [text, uses] : found) best.emplace_back(uses, text);
  std::stable_sort(best.begin(), best.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  if (best.size() > kMostCandidates) best.resize(kMostCandidates);
  Candidates candidates;
  for (const auto& [uses, text] : best)
    candidates.push_back({CandidateKind::whole, std::string{text}, {}});
  return candidates;
}

Candidates ids_in(const fs::path& index, std::string_view typed) {
  const Snapshot snapshot(index);
  return typed.find('#') == std::string_view::npos ? articles_of(snapshot, typed)
                                                   : events_of(snapshot, typed);
}

Candidates saved_queries_in(const fs::path& index, std::string_view typed) {
  Candidates candidates;
  for (const auto& query : read_saved_queries(index)) {
    if (begins_with(query.name, typed))
      candidates.push_back({CandidateKind::whole, query.name, query.query});
  }
  return candidates;
}

}  // namespace dateline
