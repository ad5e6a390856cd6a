#include "evaluation/acting_evaluation.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "evaluation/article_evaluation.h"
#include "evaluation/gold_table.h"
#include "evaluation/values.h"
#include "language/ascii.h"

namespace dateline {
namespace {

constexpr std::size_t kWords = 8;

/// The countries of one entry.
struct EntryCountries {
  std::vector<CountryCode> named;
  std::vector<CountryCode> acting;  ///< those that are not named
  std::vector<CountryCode> all;
};

EntryCountries parted(std::vector<CountryCode> all, const std::vector<CountryCode>& acting) {
  EntryCountries countries;
  countries.acting = acting;
  std::set_difference(all.begin(), all.end(), acting.begin(), acting.end(),
                      std::back_inserter(countries.named));
  countries.all = std::move(all);
  return countries;
}

using Entries = std::map<std::string, EntryCountries>;

Entries entries_of(const IndexedArticle& article) {
  Entries entries;
  for (const auto& event : article.events) {
    if (event.origin != EventOrigin::chronology) continue;
    entries.try_emplace(first_words(event.span.of(article.text)),
                        parted(event.countries, event.acting));
  }
  return entries;
}

void add_entry(const ActingEntry& entry, const std::vector<CountryCode>& expected,
               const std::vector<CountryCode>& got, Report& report) {
  std::vector<CountryCode> common;
  std::set_intersection(expected.begin(), expected.end(), got.begin(), got.end(),
                        std::back_inserter(common));
  ++report.score.rows;
  report.score.labelled += expected.size();
  report.score.found += got.size();
  report.score.both += common.size();
  if (expected == got) {
    ++report.score.exact;
  } else {
    report.wrong.push_back(
        {entry.line, {}, entry.file + ": " + entry.words, written(expected), written(got)});
  }
}

}  // namespace

std::string first_words(std::string_view entry) {
  std::string words;
  std::size_t count = 0;
  bool in_word = false;
  for (const char c : entry) {
    if (is_ascii_space(c)) {
      if (in_word && ++count == kWords) break;
      in_word = false;
      continue;
    }
    const bool mark = c == '*' || c == '_' || c == '`' || c == '#';
    if (mark || (words.empty() && c == '-')) continue;
    if (!in_word && !words.empty()) words += ' ';
    in_word = true;
    words += c;
  }
  return words;
}

GoldSentences<ActingEntry> read_acting_entries(const std::filesystem::path& path) {
  GoldSentences<ActingEntry> entries;
  entries.path = path.string();
  entries.problems = gold::for_each_row(path, {"file", "first words", "named", "countries"},
                                        [&](const gold::Row& row) {
                                          ActingEntry entry;
                                          entry.line = row.line;
                                          entry.file = row.columns[0];
                                          entry.words = row.columns[1];
                                          entry.named = gold::parse_codes(row.columns[2]);
                                          entry.countries = gold::parse_codes(row.columns[3]);
                                          if (entry.file.empty() || entry.words.empty())
                                            throw gold::RowError("no file, or no words");
                                          entries.rows.push_back(std::move(entry));
                                        });
  return entries;
}

std::vector<Report> evaluate_acting(
    const GoldSentences<ActingEntry>& gold, const std::filesystem::path& corpus,
    const Extractor& extractor,
    const std::function<void(const std::string& file, std::size_t line,
                             const std::string& message)>& on_problem) {
  std::map<std::string, Entries> articles;
  std::vector<Report> reports(3);
  reports[0].kind = "named";
  reports[1].kind = "acting";
  for (auto& report : reports) {
    report.block = "acting";
    report.path = gold.path;
  }
  for (const auto& entry : gold.rows) {
    const auto [at, added] = articles.try_emplace(entry.file);
    if (added) {
      const auto path = corpus / entry.file;
      at->second = entries_of(
          annotate_file(path, {}, extractor, [&](std::size_t line, const std::string& message) {
            on_problem(path.string(), line, message);
          }));
    }
    const auto found = at->second.find(entry.words);
    const EntryCountries got = found == at->second.end() ? EntryCountries{} : found->second;
    std::vector<CountryCode> acting;
    std::set_difference(entry.countries.begin(), entry.countries.end(), entry.named.begin(),
                        entry.named.end(), std::back_inserter(acting));
    add_entry(entry, entry.named, got.named, reports[0]);
    add_entry(entry, acting, got.acting, reports[1]);
    add_entry(entry, entry.countries, got.all, reports[2]);
  }
  return reports;
}

}  // namespace dateline
