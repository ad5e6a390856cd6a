#include "evaluation/gold_article.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <functional>
#include <nlohmann/json.hpp>

#include "corpus/article_reader.h"
#include "corpus/input/byte_stream.h"
#include "evaluation/gold_table.h"
#include "evaluation/values.h"

namespace dateline {
namespace {

constexpr std::size_t kMaxStructureBytes = std::size_t{64} << 20;

// Whether `flag` is one of "month;year_inferred,doubtful;class".
bool has_flag(std::string_view note, std::string_view flag) {
  auto flags = note.substr(std::min(note.find(';'), note.size() - 1) + 1);
  flags = flags.substr(0, flags.find(';'));
  for (;;) {
    const auto comma = flags.find(',');
    if (flags.substr(0, comma) == flag) return true;
    if (comma == std::string_view::npos) return false;
    flags.remove_prefix(comma + 1);
  }
}

Label read_date(const gold::Row& row) {
  const auto& c = row.columns;
  if (c[5].empty()) throw gold::RowError("empty note: precision;flags;class");
  return {row.line, gold::parse_span(c[0], c[1]), std::string{c[2]},
          written(gold::parse_interval(c[3])), has_flag(c[5], "doubtful")};
}

Label read_country(const gold::Row& row) {
  const auto& c = row.columns;
  const auto codes = gold::parse_codes(c[3]);
  if (codes.empty()) throw gold::RowError("no country code");
  return {row.line, gold::parse_span(c[0], c[1]), std::string{c[2]},
          fmt::format("{}", fmt::join(written(codes), ",")), false};
}

Label read_event(const gold::Row& row) {
  const auto& c = row.columns;
  return {row.line,
          gold::parse_span(c[1], c[2]),
          {},
          event_value(gold::parse_interval(c[3]), gold::parse_codes(c[4])),
          false};
}

// The labels of one file, or nothing and a problem.
std::optional<Labels> read_labels(const std::filesystem::path& path,
                                  const std::vector<std::string_view>& names,
                                  Label (*read)(const gold::Row&),
                                  std::vector<RowProblem>& problems) {
  try {
    Labels labels;
    labels.path = path.string();
    const auto bad = gold::for_each_row(
        path, names, [&](const gold::Row& row) { labels.rows.push_back(read(row)); });
    problems.insert(problems.end(), bad.begin(), bad.end());
    std::stable_sort(labels.rows.begin(), labels.rows.end(),
                     [](const Label& a, const Label& b) { return a.span.begin < b.span.begin; });
    return labels;
  } catch (const CorpusError& error) {
    problems.push_back({error.path(), error.line(), error.what()});
    return std::nullopt;
  }
}

std::optional<std::uint64_t> read_size(const std::filesystem::path& path,
                                       std::vector<RowProblem>& problems) {
  try {
    ByteStream stream{path, kMaxStructureBytes};
    const auto json = nlohmann::json::parse(read_all(stream));
    const auto size = json.is_object() ? json.find("size_bytes") : json.end();
    if (size != json.end() && size->is_number_unsigned()) return size->get<std::uint64_t>();
    problems.push_back({path.string(), 0, "no number 'size_bytes' in it"});
  } catch (const CorpusError& error) {
    problems.push_back({error.path(), error.line(), error.what()});
  } catch (const nlohmann::json::exception&) {
    problems.push_back({path.string(), 0, "not JSON"});
  }
  return std::nullopt;
}

// Without white space: a label has one line, its words may stand on two.
std::string squeezed(std::string_view text) {
  std::string result{text};
  std::erase_if(result, [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; });
  return result;
}

}  // namespace

GoldArticle read_gold_article(const std::filesystem::path& directory) {
  GoldArticle gold;
  gold.size_bytes = read_size(directory / "article-structure.json", gold.problems);
  gold.dates =
      read_labels(directory / "article-dates.tsv",
                  {"begin", "end", "text", "interval", "origin", "note"}, read_date, gold.problems);
  gold.countries = read_labels(directory / "article-countries.tsv",
                               {"begin", "end", "text", "codes"}, read_country, gold.problems);
  gold.events = read_labels(directory / "article-events.tsv",
                            {"number", "begin", "end", "interval", "codes", "words"}, read_event,
                            gold.problems);
  return gold;
}

void drop_misplaced_labels(std::string_view text, GoldArticle& gold) {
  for (auto* labels : {&gold.dates, &gold.countries, &gold.events}) {
    if (!*labels) continue;
    std::erase_if((*labels)->rows, [&](const Label& label) {
      const auto bytes = fmt::format("bytes {}-{}", label.span.begin, label.span.end);
      std::string reason;
      if (label.span.end > text.size()) {
        reason = fmt::format("{} lie behind the article's end ({})", bytes, text.size());
      } else if (!label.text.empty() && squeezed(label.text) != squeezed(label.span.of(text))) {
        reason = fmt::format("'{}' does not stand at {}", label.text, bytes);
      }
      if (reason.empty()) return false;
      gold.problems.push_back({(*labels)->path, label.line, reason});
      return true;
    });
  }
}

}  // namespace dateline
