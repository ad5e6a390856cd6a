#include "corpus/records/tsv_records.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <utility>

#include "corpus/structure/line_shape.h"
#include "language/utf8.h"

namespace dateline {
namespace {

enum Column : std::size_t { kId, kDate, kCodes, kTitle, kBody, kColumnCount };

constexpr std::array<std::string_view, kColumnCount> kNames{"id", "date", "codes", "title", "body"};

using Columns = std::array<std::string_view, kColumnCount>;

Columns split(std::string_view line) {
  const auto count = static_cast<std::size_t>(std::count(line.begin(), line.end(), '\t')) + 1;
  if (count != kColumnCount) {
    throw RecordError(fmt::format("{} tab-separated column{} where {} belong ({})", count,
                                  count == 1 ? "" : "s", kNames.size(), fmt::join(kNames, ", ")));
  }
  Columns columns;
  for (auto& column : columns) {
    const auto tab = std::min(line.find('\t'), line.size());
    column = line.substr(0, tab);
    line.remove_prefix(std::min(tab + 1, line.size()));
  }
  return columns;
}

Article to_article(const Columns& columns, const DateFinder& dates,
                   std::vector<std::string>& notes) {
  Article article;
  article.id = trim(columns[kId]);
  article.title = collapse_spaces(columns[kTitle]);
  article.text = trim(columns[kBody]).empty() ? article.title : std::string{columns[kBody]};
  if (article.text.empty()) throw RecordError("neither a title nor a body");
  set_published(kNames[kDate], columns[kDate], dates, article, notes);
  return article;
}

}  // namespace

void read_tsv_records(ByteStream& stream, const std::string& path, const ReadOptions& options,
                      const DateFinder& dates, const ReadSink& sink) {
  bool is_first = true;
  RecordReader{stream, path, options, dates, sink}.run(
      [&](std::string_view line, std::vector<std::string>& notes) -> std::optional<Article> {
        const bool may_be_header = std::exchange(is_first, false);
        if (const auto at = find_invalid_utf8(line)) {
          throw RecordError(fmt::format("not UTF-8: byte {} of the line", *at + 1));
        }
        const auto columns = split(line);
        if (may_be_header && columns == kNames) return std::nullopt;
        return to_article(columns, dates, notes);
      });
}

}  // namespace dateline
