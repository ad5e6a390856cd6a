// What a document has of the kind that a condition asks for.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "index/snapshot.h"
#include "language/words/analyzer.h"
#include "searcher/match/condition.h"

namespace dateline {

/// A list of more facts than this is cut.
inline constexpr std::size_t kFactsShown = 5;

/// Tells what one document has: of countries those that are asked for or else all, the most
/// mentioned first; of dates the nearest to those asked for; of a word where it stands and how
/// often. For one thread.
class DocumentFacts {
 public:
  /// `snapshot` and `analyzer` must outlive it.
  DocumentFacts(const Snapshot& snapshot, Analyzer& analyzer, DocumentRef document);

  /// For people, a line each, at most kFactsShown and one that counts the others. `passed`: the
  /// document meets the condition. Empty for a group, and when it has nothing of the kind.
  [[nodiscard]] std::vector<std::string> of(const Condition& condition, bool passed) const;

 private:
  [[nodiscard]] bool is_event() const noexcept { return document_.kind == DocumentKind::event; }
  [[nodiscard]] std::map<std::uint16_t, std::size_t> mentioned(MentionKind kind) const;
  [[nodiscard]] std::vector<std::string> of_filter(const FilterCondition& filter,
                                                   bool passed) const;
  [[nodiscard]] std::vector<std::string> countries(const std::vector<CountryCode>& asked,
                                                   bool needs_all, bool passed) const;
  [[nodiscard]] std::vector<std::string> persons(const AskedPerson& asked, bool passed) const;
  [[nodiscard]] std::vector<std::string> organizations(const std::string& asked, bool passed) const;
  [[nodiscard]] std::vector<std::string> dates(const AskedDays& asked, bool passed) const;
  [[nodiscard]] std::vector<std::string> published() const;
  [[nodiscard]] std::vector<std::string> origins() const;
  [[nodiscard]] std::vector<std::string> about() const;
  [[nodiscard]] std::vector<std::string> sources() const;
  [[nodiscard]] std::vector<std::string> authors() const;

  const Segment& segment_;
  Analyzer& analyzer_;
  DocumentRef document_;
  std::uint32_t article_;
};

}  // namespace dateline
