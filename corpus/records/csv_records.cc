// A record may have line ends in its quotes, and the reader of records hands over lines: so lines
// are kept until their quotes are closed.
#include "corpus/records/csv_records.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "corpus/structure/byline.h"
#include "corpus/structure/language_tag.h"
#include "corpus/structure/line_shape.h"
#include "language/utf8.h"

namespace dateline {
namespace {

enum class CsvColumn : std::uint8_t { other, text, title, published, author, id, language };

struct CsvName {
  std::string_view name;
  CsvColumn column;
};

// Of several columns of one kind the first in this table counts.
constexpr std::array<CsvName, 30> kCsvNames{{
    {"text", CsvColumn::text},
    {"body", CsvColumn::text},
    {"content", CsvColumn::text},
    {"fulltext", CsvColumn::text},
    {"article", CsvColumn::text},
    {"description", CsvColumn::text},
    {"event", CsvColumn::text},
    {"events", CsvColumn::text},
    {"summary", CsvColumn::text},
    {"notes", CsvColumn::text},
    {"title", CsvColumn::title},
    {"headline", CsvColumn::title},
    {"subject", CsvColumn::title},
    {"name", CsvColumn::title},
    {"published", CsvColumn::published},
    {"publishedat", CsvColumn::published},
    {"publicationdate", CsvColumn::published},
    {"publishdate", CsvColumn::published},
    {"datepublished", CsvColumn::published},
    {"pubdate", CsvColumn::published},
    {"date", CsvColumn::published},
    {"eventdate", CsvColumn::published},
    {"day", CsvColumn::published},
    {"year", CsvColumn::published},
    {"author", CsvColumn::author},
    {"authors", CsvColumn::author},
    {"byline", CsvColumn::author},
    {"id", CsvColumn::id},
    {"language", CsvColumn::language},
    {"lang", CsvColumn::language},
}};

std::string csv_key(std::string_view name) {
  std::string key;
  for (const char c : fold(trim(name))) {
    if (c != '_' && c != '-' && c != ' ') key += c;
  }
  return key;
}

// Whether the quotes in `record` are closed at its end.
bool is_complete(std::string_view record, bool was_open) noexcept {
  return (std::count(record.begin(), record.end(), '"') % 2 == 1) == was_open;
}

char separator_of(std::string_view header) noexcept {
  char best = ',';
  std::ptrdiff_t most = 0;
  for (const char c : {',', ';', '\t', '|'}) {
    const auto count = std::count(header.begin(), header.end(), c);
    if (count > most) best = c;
    most = std::max(most, count);
  }
  return best;
}

std::vector<std::string> split_csv(std::string_view record, char separator) {
  std::vector<std::string> values(1);
  bool quoted = false;
  for (std::size_t i = 0; i < record.size(); ++i) {
    const char c = record[i];
    auto& value = values.back();
    if (c == '"' && quoted && i + 1 < record.size() && record[i + 1] == '"') {
      value += '"';
      ++i;
    } else if (c == '"' && (quoted || trim(value).empty())) {
      if (!quoted) value.clear();
      quoted = !quoted;
    } else if (c == separator && !quoted) {
      values.emplace_back();
    } else {
      value += c;
    }
  }
  return values;
}

/// Makes articles of the lines of one file.
class CsvParser {
 public:
  CsvParser(const std::string& path, const DateFinder& dates) : path_(path), dates_(dates) {}

  std::optional<Article> line(std::string_view line, std::vector<std::string>& notes) {
    const bool was_open = !record_.empty();
    const bool complete = is_complete(line, was_open);
    if (!was_open && complete) return record(line, notes);
    if (!was_open && trim(line).empty()) return std::nullopt;
    if (record_.size() + line.size() > kMaxRecordBytes) {
      record_.clear();
      throw RecordError("a quote does not close in 64 MiB");
    }
    record_.append(line).append("\n");
    if (!complete) return std::nullopt;
    const auto whole = std::exchange(record_, {});
    return record(std::string_view{whole}.substr(0, whole.size() - 1), notes);
  }

  [[nodiscard]] bool is_open() const noexcept { return !record_.empty(); }

 private:
  std::optional<Article> record(std::string_view text, std::vector<std::string>& notes) {
    if (const auto at = find_invalid_utf8(text))
      throw RecordError(fmt::format("not UTF-8: byte {} of the record", *at + 1));
    if (trim(text).empty()) return std::nullopt;
    if (columns_.empty()) {
      read_header(text);
      return std::nullopt;
    }
    const auto values = split_csv(text, separator_);
    if (values.size() > columns_.size()) {
      throw RecordError(fmt::format("{} values where the first line names {} columns",
                                    values.size(), columns_.size()));
    }
    return to_article(values, notes);
  }

  void read_header(std::string_view line) {
    separator_ = separator_of(line);
    columns_ = split_csv(line, separator_);
    for (std::size_t kind = 1; kind < places_.size(); ++kind) {
      for (const auto& known : kCsvNames) {
        if (known.column != static_cast<CsvColumn>(kind) || places_[kind]) continue;
        for (std::size_t i = 0; i < columns_.size() && !places_[kind]; ++i) {
          if (csv_key(columns_[i]) == known.name) places_[kind] = i;
        }
      }
    }
    if (place(CsvColumn::text) || place(CsvColumn::title)) return;
    constexpr std::size_t kShownBytes = 100;
    const auto shown = fmt::format("{}", fmt::join(columns_, ", "));
    throw CorpusError(
        path_, 1,
        fmt::format("no column is a text or a title: its first line must name one \"text\" or "
                    "\"title\", and names {}",
                    shown.substr(0, floor_code_point(shown, kShownBytes))));
  }

  [[nodiscard]] std::optional<std::size_t> place(CsvColumn column) const {
    return places_[static_cast<std::size_t>(column)];
  }

  [[nodiscard]] std::string_view value(const std::vector<std::string>& values,
                                       CsvColumn column) const {
    const auto at = place(column);
    return at && *at < values.size() ? trim(values[*at]) : std::string_view{};
  }

  Article to_article(const std::vector<std::string>& values, std::vector<std::string>& notes) {
    Article article;
    article.id = value(values, CsvColumn::id);
    article.title = collapse_spaces(value(values, CsvColumn::title));
    article.text = value(values, CsvColumn::text);
    if (article.text.empty()) article.text = article.title;
    if (article.text.empty()) throw RecordError("neither a title nor a text");
    for (auto& name : split_names(value(values, CsvColumn::author))) {
      Author author;
      author.name = std::move(name);
      article.authors.push_back(std::move(author));
    }
    const auto language = value(values, CsvColumn::language);
    if (is_language_tag(language)) article.language = language;
    if (const auto published = place(CsvColumn::published)) {
      set_published(columns_[*published], value(values, CsvColumn::published), dates_, article,
                    notes);
    }
    return article;
  }

  const std::string& path_;
  const DateFinder& dates_;
  std::vector<std::string> columns_;
  std::array<std::optional<std::size_t>, 7> places_;
  std::string record_;  ///< lines whose quotes are open
  char separator_ = ',';
};

}  // namespace

void read_csv_records(ByteStream& stream, const std::string& path, const ReadOptions& options,
                      const DateFinder& dates, const ReadSink& sink) {
  CsvParser parser{path, dates};
  RecordReader reader{stream, path, options, dates, sink};
  reader.keep_empty_lines();
  reader.run([&](std::string_view line, std::vector<std::string>& notes) {
    return parser.line(line, notes);
  });
  if (parser.is_open())
    sink.problem(0, "a quote does not close: what follows it was not read", true);
}

}  // namespace dateline
